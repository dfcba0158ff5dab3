'use strict';
(() => {
  let dragged = null;
  const board = () => document.getElementById('board');
  const loaded = Date.now();

  function businessNow() {
    const clock = document.querySelector('.topbar .clock');
    return Number(clock.dataset.at) + (Date.now() - loaded) * Number(clock.dataset.factor);
  }

  // Hours and minutes to the first cut-off or promise; red from then on.
  function tick() {
    const now = businessNow();
    for (const due of board().querySelectorAll('[data-due]')) {
      const left = Number(due.dataset.due) - now;
      due.classList.toggle('is-late', left < 0);
      due.classList.toggle('is-near', left >= 0 && left < 30 * 60000);
      if (due.closest('.clockline')) {
        const minutes = Math.floor(Math.abs(left) / 60000);
        const text = Math.floor(minutes / 60) + ':' + String(minutes % 60).padStart(2, '0');
        due.textContent = (left < 0 ? board().dataset.late : board().dataset.left).replace('{0}', text);
      }
    }
  }

  // what was refused stays to be read while the board goes on being drawn anew
  function tell(text) {
    board().querySelectorAll('.note-bad').forEach((note) => note.remove());
    const note = Object.assign(document.createElement('p'), { className: 'note note-bad', textContent: text });
    note.setAttribute('role', 'alert');
    board().prepend(note);
  }

  function show(html) {
    const fresh = new DOMParser().parseFromString(html, 'text/html').getElementById('board');
    if (!fresh) return;
    const open = document.getElementById('board-menu');
    if (dragged || (open && open.open)) return;
    const at = board().querySelector('.board');
    const [left, focus] = [at ? at.scrollLeft : 0, document.activeElement && document.activeElement.dataset.order];
    board().replaceWith(fresh);
    const now = fresh.querySelector('.board');
    if (now) now.scrollLeft = left;
    const again = focus && fresh.querySelector(`[data-order="${focus}"]`);
    if (again) again.focus();
    tick();
  }

  async function reload() {
    if (dragged || document.hidden) return;
    const answer = await fetch('/waves/board?warehouse=' + encodeURIComponent(board().dataset.warehouse)).catch(() => null);
    if (!answer || !answer.ok) return;
    const told = board().querySelector('.note-bad');
    show(await answer.text());
    if (told && !board().querySelector('.note-bad')) tell(told.textContent);
  }

  async function act(path, fields) {
    const token = document.querySelector('meta[name=_csrf]');
    if (token) fields.set('_csrf', token.content);
    const answer = await fetch(path, { method: 'POST', body: new URLSearchParams(fields) }).catch(() => null);
    if (answer && answer.ok) show(await answer.text());
    else tell(board().dataset.failed);
  }

  document.addEventListener('submit', (event) => {
    const form = event.target.closest('form[data-act]');
    if (!form) return;
    event.preventDefault();
    const fields = new FormData(form, event.submitter);
    const menu = form.closest('dialog');
    if (menu) menu.close();
    act(form.getAttribute('action'), fields);
  });

  document.addEventListener('click', (event) => {
    const menu = document.getElementById('board-menu');
    if (event.target.closest('[data-close]')) menu.close();
    const order = event.target.closest('.order');
    if (!order || !menu) return;
    const form = menu.querySelector('form');
    const movable = order.dataset.movable === 'true';
    const wave = order.dataset.wave || '';
    form.elements.wave.value = wave;
    form.elements.consignment.value = order.dataset.order;
    const link = menu.querySelector('[data-field=link]');
    link.textContent = order.dataset.order;
    link.href = '/consignments/' + order.dataset.order;
    const fits = { movable, kept: !!order.dataset.keeps, lockable: movable && wave !== '' };
    menu.querySelectorAll('[data-when]').forEach((part) => { part.hidden = !fits[part.dataset.when]; });
    menu.querySelectorAll('option').forEach((option) => { option.disabled = option.value === wave; });
    const first = [...menu.querySelectorAll('option')].find((option) => !option.disabled);
    if (first) form.elements.target.value = first.value;
    menu.showModal();
  });

  document.addEventListener('dragstart', (event) => {
    const order = event.target.closest && event.target.closest('.order[draggable=true]');
    if (!order) return;
    dragged = order;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', order.dataset.order);
    board().classList.add('is-dragging');
  });
  document.addEventListener('dragend', () => {
    dragged = null;
    board().classList.remove('is-dragging');
    board().querySelectorAll('.is-over').forEach((lane) => lane.classList.remove('is-over'));
  });

  function lane(event) {
    const over = dragged && event.target.closest && event.target.closest('.lane[data-target]');
    return over && over.dataset.lane !== (dragged.dataset.wave || '') ? over : null;
  }
  document.addEventListener('dragover', (event) => {
    const over = lane(event);
    board().querySelectorAll('.is-over').forEach((one) => one.classList.toggle('is-over', one === over));
    if (!over) return;
    event.preventDefault();
    over.classList.add('is-over');
  });
  document.addEventListener('drop', (event) => {
    const over = lane(event);
    if (!over) return;
    event.preventDefault();
    const fields = new FormData();
    fields.set('warehouse', board().dataset.warehouse);
    fields.set('act', 'move');
    fields.set('wave', dragged.dataset.wave || '');
    fields.set('consignment', dragged.dataset.order);
    fields.set('target', over.dataset.target);
    dragged = null;
    act('/waves/board/acts', fields);
  });

  tick();
  setInterval(tick, 1000);
  setInterval(reload, 5000);
})();
