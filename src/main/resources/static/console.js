'use strict';
(() => {
  const palette = ['#0f766e', '#2563eb', '#d97706', '#7c3aed', '#db2777', '#0891b2', '#65a30d', '#64748b'];
  const base = {
    color: palette,
    textStyle: { fontFamily: 'system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif' },
    grid: { left: 8, right: 12, top: 36, bottom: 8, containLabel: true },
    tooltip: { trigger: 'axis', confine: true },
    animationDuration: 300,
    animationDurationUpdate: 300,
  };

  function draw(element) {
    const text = element.dataset.option;
    if (!text || !window.echarts) return;
    const chart = echarts.getInstanceByDom(element) || echarts.init(element, null, { renderer: 'svg' });
    chart.setOption(Object.assign({}, base, JSON.parse(text)));
  }

  function drawAll() {
    document.querySelectorAll('.chart[data-option]').forEach(draw);
  }

  // A refreshed page part is compared card by card: equal cards stay, charts get new data in place.
  function refresh(live, html) {
    const fresh = new DOMParser().parseFromString(html, 'text/html');
    for (const card of fresh.querySelectorAll('.card[id]')) {
      const old = document.getElementById(card.id);
      if (!old) {
        live.append(card);
        card.querySelectorAll('.chart').forEach(draw);
        continue;
      }
      const chart = card.querySelector('.chart');
      const shown = old.querySelector('.chart');
      if (chart && shown) {
        if (shown.dataset.option !== chart.dataset.option) {
          shown.dataset.option = chart.dataset.option;
          draw(shown);
        }
      } else if (old.innerHTML !== card.innerHTML) {
        old.innerHTML = card.innerHTML;
      }
    }
  }

  document.addEventListener('htmx:afterRequest', (event) => {
    const live = event.target.closest ? event.target.closest('[data-live]') : null;
    if (live && event.detail.successful) refresh(live, event.detail.xhr.responseText);
  });

  // The business clock runs on by itself between two page loads.
  function tick(clock, loaded) {
    const at = Number(clock.dataset.at) + (Date.now() - loaded) * Number(clock.dataset.factor);
    clock.textContent = new Intl.DateTimeFormat(document.documentElement.lang === 'zh' ? 'zh-CN' : 'en-GB', {
      timeZone: clock.dataset.zone, month: 'short', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit',
    }).format(at);
  }

  function start() {
    drawAll();
    const loaded = Date.now();
    document.querySelectorAll('.clock').forEach((clock) => {
      tick(clock, loaded);
      setInterval(() => tick(clock, loaded), 1000);
    });
    addEventListener('resize', () => document.querySelectorAll('.chart').forEach((element) => {
      const chart = window.echarts && echarts.getInstanceByDom(element);
      if (chart) chart.resize();
    }));
  }

  document.addEventListener('htmx:afterSettle', drawAll);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
