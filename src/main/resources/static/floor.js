// The floor editor: a form, a drawing, and the slots they make. Everything lives here until it is saved.
(() => {
  const root = document.getElementById('floor');
  const form = document.getElementById('floor-form');
  if (!root || !form) return;
  const begin = JSON.parse(document.getElementById('begin').textContent);
  const token = document.querySelector('meta[name=_csrf]')?.content || '';
  const $ = (id) => document.getElementById(id);
  const field = (name) => form.elements.namedItem(name);
  const say = (key, ...args) => args.reduce((text, arg, i) => text.replace(`{${i}}`, arg), root.dataset[key] || '');
  const COLOURS = ['#0f766e', '#2563eb', '#d97706', '#9333ea', '#dc2626', '#0891b2', '#65a30d', '#db2777'];
  const NS = 'http://www.w3.org/2000/svg';

  let layout = begin.warehouse.layout;
  let slots = begin.slots;
  let cells = new Map();
  let zones = [...new Set(slots.map((slot) => slot.zone))].sort();
  if (!zones.length) zones = ['AMBIENT'];
  let zone = zones[0];
  let marked = new Set();
  let fresh = begin.fresh;
  let dirty = false;

  // ---- what the numbers mean ----
  const place = (aisle, block, cell) => `${aisle}.${block}.${cell}`;
  const blockLength = (block) => layout.frontCrossAisleToFirstCell + (layout.cellsPerBlock[block] - 1) * layout.cellToCell + layout.lastCellToBackCrossAisle;
  const crossAisleAt = (cross) => layout.cellsPerBlock.slice(0, cross).reduce((sum, _, block) => sum + blockLength(block), 0);
  const cellAt = (block, cell) => crossAisleAt(block) + layout.frontCrossAisleToFirstCell + cell * layout.cellToCell;
  const has = (aisle, block, cell) => aisle >= 0 && aisle < layout.aisles && block >= 0 && block < layout.cellsPerBlock.length && cell >= 0 && cell < layout.cellsPerBlock[block];
  const numbers = (text) => text.split(/[\s,;]+/).filter(Boolean).map(Number);
  const isRight = (side) => /^R/.test(side);

  function index() {
    cells = new Map();
    for (const slot of slots) {
      const key = place(slot.aisle, slot.block, slot.cell);
      if (!cells.has(key)) cells.set(key, []);
      cells.get(key).push(slot);
    }
  }

  function touched() {
    dirty = true;
    $('state').textContent = say('unsaved');
    $('state').className = 'badge badge-warn';
  }

  // ---- form <-> layout ----
  function show() {
    for (const name of ['aisles', 'aisleToAisle', 'cellToCell', 'frontCrossAisleToFirstCell', 'lastCellToBackCrossAisle']) field(name).value = layout[name];
    field('cellsPerBlock').value = layout.cellsPerBlock.join(' ');
    field('depotCrossAisle').value = layout.depot.crossAisle;
    field('depotLinks').value = layout.depot.links.map((link) => `${link.aisle}:${link.distance}`).join(' ');
  }

  const within0 = (most) => (text) => text.trim() !== '' && Number(text) >= 0 && Number(text) <= most;
  const metres = (text) => Number(text) > 0;
  const whole = (text, most) => /^\d+$/.test(text) && Number(text) > 0 && Number(text) <= most;
  const parts = (text) => text.split(/[\s,;]+/).filter(Boolean);
  // what can be drawn at all; everything else is the server's to judge
  const drawable = {
    aisles: (text) => whole(text.trim(), 500),
    cellsPerBlock: (text) => parts(text).length > 0 && parts(text).length <= 20 && parts(text).every((part) => whole(part, 10000)),
    aisleToAisle: metres,
    cellToCell: metres,
    frontCrossAisleToFirstCell: within0(1000),
    lastCellToBackCrossAisle: within0(1000),
    depotCrossAisle: (text) => /^\d+$/.test(text.trim()),
    depotLinks: (text) => parts(text).every((part) => /^\d+:\d+(\.\d+)?$/.test(part)),
  };
  const undrawable = () => Object.keys(drawable).filter((name) => !drawable[name](field(name).value));

  function read() {
    if (undrawable().length) return false;
    const value = (name) => Number(field(name).value);
    const links = parts(field('depotLinks').value).map((part) => part.split(':').map(Number));
    layout = {
      ...layout,
      aisles: value('aisles'),
      cellsPerBlock: numbers(field('cellsPerBlock').value),
      aisleToAisle: value('aisleToAisle'),
      cellToCell: value('cellToCell'),
      frontCrossAisleToFirstCell: value('frontCrossAisleToFirstCell'),
      lastCellToBackCrossAisle: value('lastCellToBackCrossAisle'),
      depot: { ...layout.depot, crossAisle: value('depotCrossAisle'), links: links.map(([aisle, distance]) => ({ aisle, distance })) },
    };
    return true;
  }

  // false, and told field by field, while the form holds a layout that cannot be drawn: it would not be the one that is sent
  function readable() {
    if (read()) return true;
    faults(undrawable().map((name) => ({ field: field(name).closest('label').querySelector('span').textContent, value: field(name).value, remedy: root.dataset[`wrong${name[0].toUpperCase()}${name.slice(1)}`] || say('wrong') })));
    return false;
  }

  const warehouse = () => ({
    code: field('code').value.trim(), name: field('name').value, zone: field('zone').value.trim(),
    provinceCode: field('provinceCode').value, cityCode: field('cityCode').value, address: field('address').value,
    priority: Number(field('priority').value || 0), layout,
    settings: { waveWindowMinutes: Number(field('waveWindowMinutes').value), waveCount: Number(field('waveCount').value), waybillAt: field('waybillAt').value, deductAt: field('deductAt').value, walking: field('walking').value, split: field('split').value, wallSlots: Number(field('wallSlots').value), topUp: field('topUp').value },
  });
  const floor = () => ({
    warehouse: warehouse(), gapsMeant: $('gaps').checked, fresh,
    slots: slots.map((slot) => ({ at: slot.code, code: slot.code, aisle: String(slot.aisle), block: String(slot.block), cell: String(slot.cell), side: slot.side, zone: slot.zone })),
  });

  // ---- codes by pattern ----
  function letters(number) {
    let text = '';
    for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
    return text;
  }
  function written(value, style) {
    if (style === 'A') return letters(value);
    const digits = /^0(\d*)$/.exec(style || '');
    return String(value).padStart(digits ? Number(digits[1] || 1) : 0, '0');
  }
  const codeOf = (pattern, at) => pattern.replace(/\{(aisle|block|cell|bay|level|side)(?::([^}]*))?\}/g, (_, name, style) => (name === 'side' ? at.side : written(at[name], style))).toUpperCase();

  function* made() {
    const sides = field('sides').value.toUpperCase().split(/[\s,;]+/).filter(Boolean);
    const levels = Math.max(1, Number(field('levels').value) || 1);
    for (let aisle = 0; aisle < layout.aisles; aisle++) {
      let bay = 0;
      for (let block = 0; block < layout.cellsPerBlock.length; block++) {
        for (let cell = 0; cell < layout.cellsPerBlock[block]; cell++) {
          bay++;
          for (const side of sides) {
            for (let level = 1; level <= levels; level++) {
              const code = codeOf(field('pattern').value, { aisle: aisle + 1, block: block + 1, cell: cell + 1, bay, side, level });
              yield { code, aisle, block, cell, side: levels > 1 ? side + level : side, zone: cells.get(place(aisle, block, cell))?.[0]?.zone || zone };
            }
          }
        }
      }
    }
  }
  function sample() {
    const first = made().next().value;
    $('pattern-shown').textContent = first ? first.code : '';
  }

  // ---- the drawing: its unit is the metre, the front is at the top ----
  const make = (name, attributes, text) => {
    const node = document.createElementNS(NS, name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    if (text !== undefined) node.textContent = text;
    return node;
  };
  const colour = (name) => COLOURS[Math.max(0, zones.indexOf(name)) % COLOURS.length];
  const round = (value) => Math.round(value * 1000) / 1000;

  function draw() {
    const wide = layout.aisleToAisle;
    const depth = crossAisleAt(layout.cellsPerBlock.length);
    const links = layout.depot.links.filter((link) => link.aisle >= 0 && link.aisle < layout.aisles);
    const nodes = [];
    const rack = wide * 0.28;
    const high = layout.cellToCell;
    for (let cross = 0; cross <= layout.cellsPerBlock.length; cross++) {
      const y = round(crossAisleAt(cross));
      nodes.push(make('line', { x1: -wide / 2, x2: (layout.aisles - 0.5) * wide, y1: y, y2: y, stroke: '#e2e8f0', 'stroke-width': Math.min(wide * 0.25, 0.6) }));
    }
    for (let aisle = 0; aisle < layout.aisles; aisle++) {
      for (let block = 0; block < layout.cellsPerBlock.length; block++) {
        for (const right of [false, true]) strip(nodes, aisle, block, right, rack, high);
      }
      nodes.push(make('text', { x: aisle * wide, y: round(depth + wide * 0.75), 'text-anchor': 'middle', 'font-size': round(wide * 0.45), fill: '#64748b' }, aisle));
    }
    for (const slot of slots) {
      if (marked.has(slot.code) || !has(slot.aisle, slot.block, slot.cell)) {
        const block = Math.min(slot.block, layout.cellsPerBlock.length - 1);
        nodes.push(make('circle', { cx: slot.aisle * wide + (isRight(slot.side) ? 0.34 : -0.34) * wide, cy: round(cellAt(block, slot.cell)), r: wide * 0.2, fill: 'none', stroke: '#b91c1c', 'stroke-width': wide * 0.06 }));
      }
    }
    const y = round(crossAisleAt(Math.min(layout.depot.crossAisle, layout.cellsPerBlock.length)));
    const behind = layout.depot.crossAisle >= layout.cellsPerBlock.length ? 1 : -1;
    if (links.length) {
      const x = links.reduce((sum, link) => sum + link.aisle, 0) / links.length * wide;
      const at = y + behind * wide * 0.6;
      for (const link of links) nodes.push(make('line', { x1: x, y1: at, x2: link.aisle * wide, y2: y, stroke: '#0f172a', 'stroke-width': wide * 0.05 }));
      const depot = make('rect', { id: 'depot', x: x - wide * 0.35, y: at - wide * 0.2, width: wide * 0.7, height: wide * 0.4, rx: wide * 0.08, fill: '#0f172a' });
      depot.append(make('title', {}, say('depot')));
      nodes.push(depot);
    }
    $('plan').setAttribute('viewBox', `${-wide} ${-wide * 1.1} ${(layout.aisles + 1) * wide} ${depth + wide * 2.4}`);
    $('plan').replaceChildren(...nodes);
    $('slot-count').textContent = slots.length;
    $('slot-count').className = slots.length ? 'badge badge-ok' : 'badge';
  }

  /** One side of an aisle in a block: cells of one zone in a row are one rectangle. */
  function strip(nodes, aisle, block, right, rack, high) {
    const wide = layout.aisleToAisle;
    const x = round(wide * (aisle + (right ? 0.2 : -0.48)));
    let from = 0;
    const zoneOf = (cell) => (cells.get(place(aisle, block, cell)) || []).find((slot) => isRight(slot.side) === right)?.zone;
    for (let cell = 1; cell <= layout.cellsPerBlock[block]; cell++) {
      const here = zoneOf(from);
      if (cell < layout.cellsPerBlock[block] && zoneOf(cell) === here) continue;
      const look = here === undefined ? { fill: '#fff', stroke: '#cbd5e1', 'stroke-dasharray': `${high * 0.3} ${high * 0.3}` } : { fill: colour(here), stroke: 'none', 'data-zone': here };
      nodes.push(make('rect', { x, y: round(cellAt(block, from) - high / 2), width: round(rack), height: round((cell - from) * high * 0.97), 'stroke-width': wide * 0.02, ...look }));
      from = cell;
    }
  }

  function showZones() {
    const counts = new Map();
    for (const slot of slots) counts.set(slot.zone, (counts.get(slot.zone) || 0) + 1);
    for (const name of counts.keys()) if (!zones.includes(name)) zones.push(name);
    $('zones-list').replaceChildren(...zones.map((name) => {
      const item = document.createElement('li');
      const label = document.createElement('label');
      const pick = Object.assign(document.createElement('input'), { type: 'radio', name: 'zone-now', value: name, checked: name === zone });
      const patch = document.createElement('i');
      patch.style.background = colour(name);
      const count = Object.assign(document.createElement('span'), { className: 'muted', textContent: say('slots', counts.get(name) || 0) });
      pick.onchange = () => { zone = name; };
      label.append(pick, patch, Object.assign(document.createElement('span'), { className: 'mono', textContent: name }), count);
      item.append(label);
      return item;
    }));
  }

  function showBlocks() {
    const select = $('paint-block');
    const all = new Option(select.dataset.all || '∗', '');
    select.replaceChildren(all, ...layout.cellsPerBlock.map((_, block) => new Option(block, block)));
  }

  let asked = 0;
  function refresh() {
    if (asked) return;
    asked = requestAnimationFrame(() => { asked = 0; draw(); showZones(); });
  }

  // ---- tools ----
  const tool = () => document.querySelector('input[name=tool]:checked').value;
  function under(event) {
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform($('plan').getScreenCTM().inverse());
    const aisle = Math.round(at.x / layout.aisleToAisle);
    let block = layout.cellsPerBlock.findIndex((_, b) => at.y < crossAisleAt(b + 1));
    if (block < 0) block = layout.cellsPerBlock.length - 1;
    const cell = Math.round((at.y - cellAt(block, 0)) / layout.cellToCell);
    return { x: at.x, y: at.y, aisle, block, cell, right: at.x > aisle * layout.aisleToAisle };
  }

  const within = (spot, grain) => (slot) => slot.aisle === spot.aisle && (grain === 'aisle' || (slot.block === spot.block && (grain === 'block' || slot.cell === spot.cell)));

  function paint(chosen, name) {
    let changed = false;
    slots = slots.map((slot) => {
      if (slot.zone === name || !chosen(slot)) return slot;
      changed = true;
      return { ...slot, zone: name };
    });
    if (changed) { index(); touched(); refresh(); }
  }

  function erase(chosen) {
    const kept = slots.filter((slot) => !chosen(slot));
    if (kept.length < slots.length) { slots = kept; index(); touched(); refresh(); }
  }

  function depot(spot) {
    const crosses = layout.cellsPerBlock.map((_, block) => crossAisleAt(block)).concat(crossAisleAt(layout.cellsPerBlock.length));
    const nearest = crosses.reduce((best, y, cross) => (Math.abs(y - spot.y) < Math.abs(crosses[best] - spot.y) ? cross : best), 0);
    const aisle = Math.min(layout.aisles - 1, Math.max(0, spot.aisle));
    layout = { ...layout, depot: { ...layout.depot, crossAisle: nearest, links: [{ aisle, distance: layout.depot.links[0]?.distance ?? 2 }] } };
    show();
    touched();
    refresh();
  }

  function work(event) {
    const spot = under(event);
    const now = tool();
    const here = (cells.get(place(spot.aisle, spot.block, spot.cell)) || []).filter((slot) => isRight(slot.side) === spot.right);
    $('under').textContent = here.length ? here.map((slot) => `${slot.code} · ${slot.zone}`).join('   ') : (has(spot.aisle, spot.block, spot.cell) ? place(spot.aisle, spot.block, spot.cell) : '\u00a0');
    if (!event.buttons) return;
    if (now === 'paint') paint(within(spot, $('grain').value), zone);
    if (now === 'erase') erase(within(spot, $('grain').value));
    if (now === 'depot') depot(spot);
  }

  // ---- asking the server ----
  async function ask(path, body) {
    const json = !(body instanceof FormData);
    $('state').textContent = '…';
    $('state').className = 'muted';
    try {
      const answer = await fetch(path, { method: 'POST', body: json ? JSON.stringify(body) : body, headers: { Accept: 'application/json', 'X-CSRF-TOKEN': token, ...(json ? { 'Content-Type': 'application/json' } : {}) } });
      if (answer.ok) return await answer.json();
    } catch { /* told below */ }
    $('state').textContent = say('lost');
    $('state').className = 'badge badge-bad';
    return null;
  }

  function faults(list) {
    marked = new Set(list.map((fault) => fault.field.replace(/\s+\S+$/, '')).concat(list.map((fault) => fault.field)));
    $('state').textContent = say('faults', list.length);
    $('state').className = 'badge badge-bad';
    const table = document.createElement('table');
    table.className = 'table';
    const row = (cell, texts) => {
      const line = document.createElement('tr');
      line.append(...texts.map((text) => Object.assign(document.createElement(cell), { textContent: text })));
      return line;
    };
    table.append(row('th', [say('field'), say('value'), say('remedy')]), ...list.map((fault) => row('td', [fault.field, fault.value, fault.remedy])));
    const scroll = document.createElement('div');
    scroll.className = 'scroll';
    scroll.append(table);
    $('outcome').replaceChildren(scroll);
    refresh();
  }

  function changes(change) {
    marked = new Set();
    const list = document.createElement('ul');
    const line = (text, codes = []) => {
      const item = document.createElement('li');
      item.textContent = text;
      if (codes.length) item.append(Object.assign(document.createElement('span'), { className: 'mono muted', textContent: ` ${codes.slice(0, 12).join(' ')}${codes.length > 12 ? ' …' : ''}` }));
      list.append(item);
    };
    if (change.fresh) line(say('fresh'));
    else if (change.layout) line(say('layout'));
    for (const kind of ['added', 'moved', 'rezoned', 'removed']) if (change[kind].length) line(say(kind, change[kind].length), change[kind]);
    if (!list.children.length) line(say('none'));
    if (change.unchanged) line(say('unchanged', change.unchanged));
    $('outcome').replaceChildren(list);
    refresh();
  }

  async function check() {
    if (!readable()) return;
    const answer = await ask('/warehouses/floor/check', floor());
    if (!answer) return;
    if (answer.faults.length) { faults(answer.faults); return; }
    changes(answer.change);
    $('state').textContent = say('good');
    $('state').className = 'badge badge-ok';
  }

  async function save() {
    if (!readable()) return;
    const answer = await ask('/warehouses/floor', floor());
    if (!answer) return;
    if (answer.faults.length) { faults(answer.faults); return; }
    changes(answer.change);
    dirty = false;
    $('state').textContent = say('saved');
    $('state').className = 'badge badge-ok';
    if (fresh) {
      fresh = false;
      field('code').readOnly = true;
      $('title').textContent = field('name').value;
      $('title-code').textContent = field('code').value;
      history.replaceState(null, '', `/warehouses/${encodeURIComponent(field('code').value.trim())}/floor`);
    }
  }

  async function take() {
    const body = new FormData();
    if (!readable()) return;
    for (const file of $('files').files) body.append('file', file);
    body.append('floor', JSON.stringify(warehouse()));
    body.append('gaps', $('gaps').checked);
    const answer = await ask('/warehouses/floor/files', body);
    $('files').value = '';
    if (!answer) return;
    if (answer.faults.length) { faults(answer.faults); return; }
    if (answer.layout) layout = { ...layout, ...answer.layout };
    if (answer.slots) slots = answer.slots;
    index();
    show();
    showBlocks();
    touched();
    await check();
  }

  // ---- wiring ----
  form.addEventListener('input', (event) => {
    if (event.target.type === 'file' || event.target.name === 'zone-now' || !event.target.name) return;
    touched();
    if (read()) { showBlocks(); refresh(); }
    sample();
  });
  field('provinceCode').addEventListener('change', cities);
  function cities() {
    const province = field('provinceCode').value;
    for (const option of field('cityCode').options) option.hidden = option.disabled = option.value !== '' && option.dataset.province !== province;
    if (field('cityCode').selectedOptions[0]?.disabled) field('cityCode').value = '';
  }
  $('generate').onclick = () => {
    if (!readable()) return;
    const next = [...made()];
    if (slots.length && !confirm(say('replace', slots.length, next.length))) return;
    slots = next;
    index();
    touched();
    refresh();
    $('outcome').textContent = say('generated', next.length);
  };
  $('zone-add').onclick = () => {
    const name = $('zone-new').value.trim().toUpperCase();
    if (!/^[A-Z0-9][A-Z0-9.-]{0,19}$/.test(name)) { $('zone-new').focus(); return; }
    if (!zones.includes(name)) zones.push(name);
    zone = name;
    $('zone-new').value = '';
    showZones();
  };
  $('zone-new').addEventListener('keydown', (event) => { if (event.key === 'Enter') { event.preventDefault(); $('zone-add').click(); } });
  $('paint').onclick = () => {
    const [from, to] = [Number($('paint-from').value), Number($('paint-to').value)];
    const block = $('paint-block').value;
    paint((slot) => slot.aisle >= from && slot.aisle <= to && (block === '' || slot.block === Number(block)), zone);
  };
  for (const radio of document.querySelectorAll('input[name=tool]')) radio.onchange = () => $('plan').classList.toggle('is-tool', tool() !== 'look');
  $('plan').addEventListener('pointerdown', work);
  $('plan').addEventListener('pointermove', work);
  $('check').onclick = check;
  $('save').onclick = save;
  $('files').onchange = take;
  window.addEventListener('beforeunload', (event) => { if (dirty) event.preventDefault(); });

  index();
  show();
  cities();
  showBlocks();
  sample();
  draw();
  showZones();
})();
