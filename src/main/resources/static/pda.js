// Picks go on where the network does not: each report waits on the device until the server took it, and is sent
// again until then. The server counts a report once, however often it comes.
(() => {
  const WAITING = 'ordo.pda.waiting';
  const AGAIN_MS = 3000;
  const waiting = () => JSON.parse(localStorage.getItem(WAITING) || '[]');
  const keep = reports => localStorage.setItem(WAITING, JSON.stringify(reports));
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
    if (answer.status >= 500) throw new Error(`The server said ${answer.status}.`);
    return answer;
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
      for (let reports = waiting(); reports.length; reports = waiting()) {
        const answer = await post(reports[0]);
        if (answer.status === 401 || answer.status === 403 || answer.url.includes('/login')) return location.reload();
        page = await answer.text();
        if (answer.ok) await remember(page);
        keep(waiting().slice(1));
        const no = new DOMParser().parseFromString(page, 'text/html').querySelector('[data-refused]');
        if (no) refused.push(no.textContent);
      }
      if (page !== null) show(page, refused);
    } catch (unreachable) {
      goOn();
    } finally {
      sending = false;
    }
  }

  function show(page, refused) {
    htmx.swap('#pda', page, {swapStyle: 'outerHTML'}, {select: '#pda'});
    scrollTo(0, 0);
    if (refused.length > 1) {
      const says = document.querySelector('#pda .scan-says');
      says.textContent = refused.join(' · ');
      says.hidden = false;
    }
  }

  // without the server: the next stop as the page knows it, and how much waits to be sent
  function goOn() {
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

  // what was scanned is not what is to be taken: said at once, and nothing is sent
  function wrong(form) {
    const [stop] = open();
    const place = form.elements.namedItem('location');
    const item = form.elements.namedItem('item');
    if (form.id !== 'pick' || !stop) return false;
    const at = place.value.trim().toUpperCase() === stop.location.toUpperCase();
    const right = at && stop.codes.includes(item.value.trim());
    if (right) return false;
    const from = at ? item : place;
    says(filled(from.dataset.wrong, from.value.trim(), at ? stop.codes[0] : stop.location));
    from.classList.add('is-wrong');
    from.select();
    return true;
  }

  document.addEventListener('submit', event => {
    const form = event.target.closest('form[data-pda]');
    if (!form) return;
    event.preventDefault();
    if (wrong(form)) return document.dispatchEvent(new CustomEvent('ordo:tone', {detail: 'bad'}));
    const fields = Object.fromEntries(new FormData(form, event.submitter));
    delete fields._csrf;
    keep([...waiting(), {url: form.getAttribute('action'), fields}]);
    send();
  });
  addEventListener('online', send);
  if (navigator.serviceWorker) navigator.serviceWorker.register('/pda-worker.js', {scope: '/pda/pick'});
  if (waiting().length) send();
})();
