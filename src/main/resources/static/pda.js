// Picks go on where the network does not: each report waits on the device until the server took it, and is sent
// again until then. The server counts a report once, however often it comes.
(() => {
  const WAITING = 'ordo.pda.waiting';
  const ASIDE = 'ordo.pda.aside';
  const AGAIN_MS = 3000;
  const MOST_TRIES = 3;
  const kept = place => JSON.parse(localStorage.getItem(place) || '[]');
  const waiting = () => kept(WAITING);
  const keep = (reports, place = WAITING) => localStorage.setItem(place, JSON.stringify(reports));
  const field = name => document.querySelector(`#pda-stop [data-field="${name}"]`);
  const filled = (text, ...values) => values.reduce((told, value, i) => told.replace(`{${i}}`, value), text);
  let sending = false;
  let again = null;

  function carried() {
    const all = document.getElementById('pda-carried');
    return all ? JSON.parse(all.textContent) : [];
  }

  const isAt = (report, stop) =>
    report.fields.location.trim().toUpperCase() === stop.location.toUpperCase()
    && stop.codes.includes(report.fields.item.trim());

  // the open stops as they will be once the server knows what waits here
  function open() {
    let stops = carried();
    for (const report of waiting()) {
      const stop = stops.find(s => isAt(report, s));
      if (!stop) continue;
      stops = stops.filter(s => s !== stop);
      if (report.url.endsWith('/skips')) stops.push(stop);
    }
    return stops;
  }

  async function post(report) {
    const headers = JSON.parse(document.body.getAttribute('hx-headers') || '{}');
    const answer = await fetch(report.url, {method: 'POST', headers, body: new URLSearchParams(report.fields)});
    if (answer.status > 501) throw new Error(`The server is not there: ${answer.status}.`);
    return answer;
  }

  // by their ids: a second tab may have sent some meanwhile
  const done = report => keep(waiting().filter(r => r.id !== report.id));

  // a report the server has no answer to must not hold up those behind it, and must not be lost
  function stumbled(report) {
    const tries = (report.tries || 0) + 1;
    if (tries < MOST_TRIES) {
      keep(waiting().map(r => r.id === report.id ? {...r, tries} : r));
      throw new Error('once more');
    }
    done(report);
    keep([...kept(ASIDE), report], ASIDE);
  }

  function showAside() {
    const box = document.getElementById('pda-aside');
    const reports = kept(ASIDE);
    if (!box) return;
    box.hidden = !reports.length;
    box.querySelector('p').textContent = filled(box.dataset.text, reports.length);
    box.querySelector('ul').replaceChildren(...reports.map(({fields}) => {
      const line = document.createElement('li');
      line.textContent = [fields.location, fields.item, fields.qty, fields.lack].filter(Boolean).join(' · ');
      return line;
    }));
  }

  // the worker sees no page that a report led to: without this a reload out of reach would show stops taken long ago
  async function remember(page) {
    if (!window.caches) return;
    const kept = await caches.open('ordo-pda-1');
    await kept.put(location.href, new Response(page, {headers: {'Content-Type': 'text/html;charset=UTF-8'}}));
  }

  async function send() {
    clearTimeout(again);
    if (sending) return;
    sending = true;
    try {
      const refused = [];
      let page = null;
      let stale = false;
      for (let reports = waiting(); reports.length; reports = waiting()) {
        const answer = await post(reports[0]);
        if (answer.status === 401 || answer.status === 403 || answer.url.includes('/login')) return location.reload();
        if (!answer.ok) {
          stumbled(reports[0]);
          stale = true;
          continue;
        }
        page = await answer.text();
        await remember(page);
        stale = false;
        done(reports[0]);
        const no = new DOMParser().parseFromString(page, 'text/html').querySelector('[data-refused]');
        if (no) refused.push(no.textContent);
      }
      if (stale) page = await (await fetch(location.href)).text();
      if (page !== null) show(page, refused);
    } catch (unreachable) {
      goOn();
    } finally {
      sending = false;
    }
  }

  function show(page, refused) {
    htmx.swap('#pda', page, {swapStyle: 'outerHTML'}, {select: '#pda'});
    showAside();
    scrollTo(0, 0);
    if (refused.length > 1) {
      const says = document.querySelector('#pda .scan-says');
      says.textContent = refused.join(' · ');
      says.hidden = false;
    }
  }

  // without the server: the next stop as the page knows it, and how much waits to be sent
  function goOn() {
    showAside();
    const notice = document.getElementById('pda-offline');
    if (notice) {
      notice.textContent = filled(notice.dataset.text, waiting().length);
      notice.hidden = false;
    }
    const stops = open();
    const card = document.getElementById('pda-stop');
    if (card) {
      card.hidden = !stops.length;
      document.getElementById('pda-sent-later').hidden = stops.length > 0;
      if (stops.length) render(stops, card);
    }
    again = setTimeout(send, AGAIN_MS);
  }

  function render(stops, card) {
    const [stop] = stops;
    const all = Number(card.dataset.all);
    field('progress').textContent = filled(field('progress').dataset.text, all - stops.length + 1);
    field('bar').style.width = `${(all - stops.length) * 100 / all}%`;
    for (const name of ['location', 'qty', 'name']) field(name).textContent = stop[name];
    field('sku').textContent = stop.codes[0];
    field('totes').replaceChildren(...stop.totes.map(share => {
      const badge = document.createElement('span');
      badge.className = 'tote badge badge-info';
      badge.textContent = `${field('totes').dataset.text} ${share.tote}: ${share.qty}`;
      return badge;
    }));
    const input = name => document.getElementById('pick').elements.namedItem(name);
    input('location').dataset.expect = stop.location;
    input('location').value = input('item').value = '';
    input('qty').max = input('qty').value = stop.qty;
    for (const form of document.querySelectorAll('.pda-more form')) form.hidden = true;
    input('location').focus({preventScroll: true});
  }

  function says(text) {
    const line = document.querySelector('#pda .scan-says');
    line.textContent = text;
    line.hidden = !text;
  }

  function no(field, text, ...values) {
    says(filled(text, field.value.trim(), ...values));
    field.classList.add('is-wrong');
    field.focus();
    field.select();
    return true;
  }

  // what was scanned is not what is to be taken: said at once, and nothing is sent
  function wrong(form, lacks) {
    const [stop] = open();
    const input = name => form.elements.namedItem(name);
    if (form.id !== 'pick' || !stop) return false;
    const [place, item, qty] = ['location', 'item', 'qty'].map(input);
    if (place.value.trim().toUpperCase() !== stop.location.toUpperCase()) return no(place, place.dataset.wrong, stop.location);
    // an empty slot has nothing to scan
    if (lacks && !item.value.trim()) item.value = stop.codes[0];
    if (!stop.codes.includes(item.value.trim())) return no(item, item.dataset.wrong, stop.codes[0]);
    const units = /^\d+$/.test(qty.value) ? Number(qty.value) : NaN;
    if (lacks && units === stop.qty) return no(qty, qty.dataset.all, stop.qty);
    return lacks ? !(units < stop.qty) && no(qty, qty.dataset.wrong, stop.qty) : units !== stop.qty && no(qty, qty.dataset.wrong, stop.qty);
  }

  document.addEventListener('submit', event => {
    const form = event.target.closest('form[data-pda]');
    if (!form) return;
    event.preventDefault();
    const fields = new FormData(form, event.submitter);
    if (wrong(form, fields.has('lack') && fields.get('lack') !== 'NONE')) {
      return document.dispatchEvent(new CustomEvent('ordo:tone', {detail: 'bad'}));
    }
    const sent = Object.fromEntries(new FormData(form, event.submitter));
    delete sent._csrf;
    const id = Date.now().toString(36) + Math.random().toString(36).slice(2);
    keep([...waiting(), {id, url: form.getAttribute('action'), fields: sent}]);
    send();
  });
  document.addEventListener('click', event => {
    const what = event.target.dataset && event.target.dataset.aside;
    if (!what) return;
    if (what === 'again') keep([...waiting(), ...kept(ASIDE).map(report => ({...report, tries: 0}))]);
    keep([], ASIDE);
    showAside();
    send();
  });
  addEventListener('online', send);
  if (navigator.serviceWorker) navigator.serviceWorker.register('/pda-worker.js', {scope: '/pda/pick'});
  showAside();
  if (waiting().length) send();
})();
