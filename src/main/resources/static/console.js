'use strict';
(() => {
  const palette = ['#0f766e', '#2563eb', '#d97706', '#7c3aed', '#db2777', '#0891b2', '#65a30d', '#64748b'];
  const base = {
    color: palette,
    textStyle: { fontFamily: 'system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif' },
    grid: { left: 8, right: 20, top: 36, bottom: 8, containLabel: true },
    tooltip: { trigger: 'axis', confine: true },
    animationDuration: 300,
    animationDurationUpdate: 300,
  };

  function draw(element) {
    const text = element.dataset.option;
    if (!text || !window.echarts) return;
    const chart = echarts.getInstanceByDom(element) || echarts.init(element, null, { renderer: 'svg' });
    const option = Object.assign({}, base, JSON.parse(text));
    const series = [].concat(option.series || []);
    const empty = !series.some((one) => one.data && one.data.length);
    if (empty !== (element.dataset.blank === 'true')) chart.clear();
    element.dataset.blank = String(empty);
    if (empty) {
      chart.setOption({ title: { text: element.dataset.empty || '', left: 'center', top: 'middle', textStyle: { color: '#64748b', fontSize: 14, fontWeight: 'normal' } } });
      return;
    }
    if (!option.legend) option.grid = Object.assign({}, base.grid, { top: 12 }, JSON.parse(text).grid);
    // whole numbers are counted on an axis without fractions
    const whole = series.every((one) => one.data.every((value) => Number.isInteger(value)));
    for (const axis of ['xAxis', 'yAxis']) {
      if (whole && option[axis] && option[axis].type === 'value') option[axis] = Object.assign({ minInterval: 1 }, option[axis]);
    }
    option.series = series.map((one) => (one.type === 'bar' ? Object.assign({ barMaxWidth: 44 }, one) : one));
    chart.setOption(option);
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

  function trimChips() {
    document.querySelectorAll('[data-timeline] .chip[data-kind]').forEach((chip) => {
      const kind = chip.dataset.kind;
      chip.hidden = kind !== '' && !chip.closest('[data-timeline]').querySelector(`.timeline li[data-kind="${kind}"]`);
    });
  }

  // Chips over a timeline show one sort of evidence alone.
  document.addEventListener('click', (event) => {
    const chip = event.target.closest('[data-timeline] .chip');
    if (!chip) return;
    const card = chip.closest('[data-timeline]');
    card.querySelectorAll('.chip').forEach((other) => other.classList.toggle('current', other === chip));
    card.querySelectorAll('.timeline li').forEach((item) => { item.hidden = chip.dataset.kind !== '' && item.dataset.kind !== chip.dataset.kind; });
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
    trimChips();
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
