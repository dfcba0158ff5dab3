import {
  EditorState, EditorView, basicSetup, keymap, indentWithTab, StreamLanguage, syntaxHighlighting, HighlightStyle,
  autocompletion, setDiagnostics, lintGutter, MergeView, tags,
} from './vendor/codemirror/codemirror.js';

const token = document.querySelector('meta[name=_csrf]')?.content || '';
const place = document.getElementById('editor');
const state = document.getElementById('state');
const saveButton = document.getElementById('save');

// ---- the language of rules ----
const KEYWORDS = /^(package|import|rule|when|then|end|not|exists|and|or|in|contains|memberOf|matches|insert|new|extends|attributes|forall|from|accumulate|eval|salience|collect|over|this|str)$/;
const drl = StreamLanguage.define({
  name: 'drl',
  startState: () => ({ comment: false }),
  token(stream, at) {
    if (at.comment) {
      at.comment = !stream.skipTo('*/');
      if (at.comment) stream.skipToEnd();
      else stream.match('*/');
      return 'comment';
    }
    if (stream.eatSpace()) return null;
    if (stream.match('//') || stream.match('#')) { stream.skipToEnd(); return 'comment'; }
    if (stream.match('/*')) { at.comment = true; return 'comment'; }
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) return 'string';
    if (stream.match(/^-?\d[\d_.]*[BILDF]?/)) return 'number';
    if (stream.match(/^\$\w+/)) return 'variableName';
    const word = stream.match(/^[\p{L}_]\w*/u);
    if (word) {
      if (word[0] === 'true' || word[0] === 'false' || word[0] === 'null') return 'atom';
      if (KEYWORDS.test(word[0])) return 'keyword';
      return /^[A-Z]/.test(word[0]) ? 'typeName' : null;
    }
    stream.next();
    return null;
  },
  languageData: { commentTokens: { line: '//' }, closeBrackets: { brackets: ['(', '"'] } },
});
const yaml = StreamLanguage.define({
  name: 'yaml',
  token(stream) {
    if (stream.eatSpace()) return null;
    if (stream.match(/^#.*/)) return 'comment';
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/) || stream.match(/^'(?:[^']|'')*'?/)) return 'string';
    if (stream.match(/^[\p{L}_][\w ]*(?=:(\s|$))/u)) return 'propertyName';
    if (stream.match(/^-?\d+(\.\d+)?(?![\w-])/)) return 'number';
    if (stream.match(/^(true|false|null)\b/)) return 'atom';
    if (stream.match(/^[\p{L}\w]+/u)) return null;
    stream.next();
    return null;
  },
});
const colours = syntaxHighlighting(HighlightStyle.define([
  { tag: tags.keyword, color: '#7c3aed', fontWeight: '600' },
  { tag: tags.string, color: '#15803d' },
  { tag: tags.number, color: '#b45309' },
  { tag: tags.atom, color: '#b45309' },
  { tag: tags.comment, color: '#64748b', fontStyle: 'italic' },
  { tag: tags.typeName, color: '#0f766e', fontWeight: '600' },
  { tag: tags.propertyName, color: '#1d4ed8' },
  { tag: tags.variableName, color: '#be185d' },
]));
const languages = { drl: [drl, colours], yaml: [yaml, colours], text: [], table: [] };

// ---- asking the server ----
async function ask(path, options = {}) {
  const answer = await fetch(path, {
    ...options,
    headers: { Accept: 'application/json', 'X-CSRF-TOKEN': token, ...(options.headers || {}) },
  });
  const said = await answer.json().catch(() => []);
  if (answer.status === 422) throw { faults: said };
  if (!answer.ok) throw { faults: [{ file: '', place: '', what: state?.dataset.lost || String(answer.status) }] };
  return said;
}
const url = (what, extra = {}) => `${place.dataset.here}/${what}?${new URLSearchParams({ file: place.dataset.file, ...extra })}`;
const tell = (key, css = 'muted') => {
  if (state) { state.textContent = key ? state.dataset[key] : ''; state.className = css; }
};

// ---- faults: a list below, marks at their places ----
const own = (fault) => !fault.file || fault.file === place.dataset.file || fault.file.endsWith('/' + place.dataset.file);
const lineOf = (fault) => Number(/line (\d+)/.exec(fault.place || '')?.[1] || 0);
const rowOf = (fault) => Number(/row (\d+)/.exec(fault.place || '')?.[1] || 0);
const columnOf = (fault) => /column ([A-Z]+)/.exec(fault.place || '')?.[1] || '';

function list(faults, go) {
  const shown = document.getElementById('faults');
  if (!shown) return;
  shown.replaceChildren(...faults.map((fault) => {
    const item = document.createElement('li');
    const name = (fault.file || '').replace(/^[^/]+\//, '');
    if (name || fault.place) {
      const jump = document.createElement(own(fault) ? 'button' : 'a');
      jump.className = 'link mono';
      jump.textContent = [own(fault) ? '' : name, fault.where || fault.place].filter(Boolean).join(', ') || name;
      if (own(fault)) { jump.type = 'button'; jump.onclick = () => go(fault); }
      else jump.href = `${place.dataset.here}?${new URLSearchParams({ file: name, place: fault.place || '' })}`;
      item.append(jump, ' ');
    }
    item.append(fault.what);
    return item;
  }));
  tell(faults.length ? 'faults' : 'good', faults.length ? 'badge badge-bad' : 'badge badge-ok');
}

// ---- completion from the vocabulary ----
let words = [];
function complete(context) {
  const before = context.matchBefore(/[\w$"]*/);
  if (!before || (before.from === before.to && !context.explicit)) return null;
  const text = context.state.sliceDoc(0, context.pos);
  const open = /(\w+)\s*\([^()]*$/.exec(text.slice(-2000));
  const inside = open && words.find((term) => term.name === open[1]);
  const options = [];
  if (inside) {
    const asked = /(\w+)(?:\(\))?\s*[=!]=\s*[\w."]*$/.exec(text.slice(-200));
    const field = asked && inside.fields.find((one) => one.name === asked[1]);
    for (const value of field ? field.values : []) options.push({ label: field.sort === 'CHOICE' ? `${field.type}.${value}` : value, type: 'enum', boost: 3 });
    for (const one of inside.fields) options.push({ label: one.question ? `${one.name}()` : one.name, detail: one.type, type: 'property', boost: 2 });
  } else {
    for (const term of words) {
      if (term.kind === 'VALUES') for (const value of term.values) options.push({ label: `${term.name}.${value}`, type: 'enum' });
      else options.push({ label: term.name, detail: term.fields.map((one) => one.name).join(', '), type: term.kind === 'FACT' ? 'class' : 'function', apply: `${term.name}( `, boost: 1 });
    }
    for (const word of ['rule', 'when', 'then', 'end', 'not', 'exists', 'insert( new ']) options.push({ label: word, type: 'keyword' });
  }
  return { from: before.from, options, validFor: /^[\w$".()]*$/ };
}

// ---- text ----
function text() {
  const readonly = place.dataset.readonly === 'true';
  let version = Number(place.dataset.version);
  let waiting = 0;
  let asked = 0;

  const show = (faults) => {
    const marks = faults.filter(own).filter(lineOf).map((fault) => {
      const line = view.state.doc.line(Math.min(lineOf(fault), view.state.doc.lines));
      const rule = (fault.place || '').replace(/^line \d+,?\s*/, '');
      return { from: line.from, to: Math.max(line.to, line.from), severity: 'error', message: (rule ? rule + ': ' : '') + fault.what };
    });
    view.dispatch(setDiagnostics(view.state, marks));
    list(faults, go);
  };
  const go = (fault) => {
    const line = view.state.doc.line(Math.min(Math.max(lineOf(fault), 1), view.state.doc.lines));
    view.dispatch({ selection: { anchor: line.from }, effects: EditorView.scrollIntoView(line.from, { y: 'center' }) });
    view.focus();
  };
  const check = async () => {
    const mine = ++asked;
    tell('checking');
    try {
      const faults = await ask(url('faults'), { method: 'POST', body: view.state.doc.toString(), headers: { 'Content-Type': 'text/plain;charset=UTF-8' } });
      if (mine === asked) show(faults);
    } catch (refused) { if (mine === asked) show(refused.faults || []); }
  };
  const save = async () => {
    if (readonly) return true;
    clearTimeout(waiting);
    asked++;
    saveButton.disabled = true;
    try {
      const saved = await ask(url('text', { version }), { method: 'POST', body: view.state.doc.toString(), headers: { 'Content-Type': 'text/plain;charset=UTF-8' } });
      after(saved);
      version = saved.version;
      await check();
      if (state.className.includes('badge-ok')) tell('saved', 'badge badge-ok');
    } catch (refused) { saveButton.disabled = false; show(refused.faults || []); }
    return true;
  };
  const view = new EditorView({
    doc: document.getElementById('source').value,
    parent: place,
    extensions: [
      basicSetup, lintGutter(), EditorView.lineWrapping, ...languages[place.dataset.kind],
      keymap.of([indentWithTab, { key: 'Mod-s', run: () => { save(); return true; }, preventDefault: true }]),
      ...(readonly
        ? [EditorState.readOnly.of(true), EditorView.editable.of(false)]
        : [...(place.dataset.kind === 'drl' ? [autocompletion({ override: [complete] })] : []),
          EditorView.updateListener.of((update) => {
            if (!update.docChanged) return;
            unsaved();
            clearTimeout(waiting);
            waiting = setTimeout(check, 900);
          })]),
    ],
  });
  place.view = view;
  if (readonly) return;
  saveButton.onclick = save;
  if (place.dataset.kind === 'drl') ask(url('words')).then((known) => { words = known; }).catch(() => {});
  const asks = new URLSearchParams(location.search).get('place');
  check().then(() => asks && go({ place: asks }));
}

function unsaved() {
  tell('unsaved', 'badge badge-warn');
  saveButton.disabled = false;
}

// An edit voids what was known: the gates are asked for anew, other forms learn the version.
function after(saved) {
  place.dataset.version = saved.version;
  document.querySelectorAll('form input[name=version]').forEach((input) => { input.value = saved.version; });
  if (window.htmx) htmx.ajax('GET', `${place.dataset.here}/gates`, { target: '#gates', swap: 'outerHTML' });
}

// ---- grid ----
const escaped = (said) => String(said).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

async function grid() {
  const readonly = place.dataset.readonly === 'true';
  const began = performance.now();
  let table;
  try { table = await ask(url('table')); } catch (refused) { list(refused.faults, () => {}); return; }
  let version = table.version;
  let wrong = new Map();
  let loading = true;
  const width = table.columns.length;
  const row = (cells) => Object.fromEntries(table.columns.map((_, c) => ['c' + c, cells?.[c] ?? '']));
  const numeric = (column) => column.sort === 'NUMBER' || column.sort === 'AMOUNT';
  const suggestions = (column, c) => {
    if (column.values.length) return column.values;
    const seen = new Set(table.rows.slice(0, 3000).map((cells) => cells[c]).filter(Boolean));
    return seen.size <= 60 && !numeric(column) && column.type !== 'NAME' ? [...seen].sort() : [];
  };
  const columns = table.columns.map((column, c) => {
    const values = suggestions(column, c);
    const asks = [column.fact.replace(/\.{2,}$/, ''), column.template].filter(Boolean).join(': ');
    return {
      field: 'c' + c,
      title: `${escaped(column.heading || column.letter)}<small>${escaped(column.type === 'NAME' ? '' : column.template.replace(/"?\$(param|\d+)"?B?/g, '…'))}</small>`,
      headerTooltip: `${column.letter}: ${asks}`,
      width: column.type === 'NAME' || column.type === 'ACTION' || column.type === 'DESCRIPTION' ? 260 : 130,
      hozAlign: numeric(column) ? 'right' : 'left',
      headerSort: false,
      resizable: 'header',
      cssClass: column.type === 'ACTION' ? 'is-action' : '',
      editor: readonly ? false : values.length ? 'list' : 'input',
      editorParams: values.length ? { values, autocomplete: true, freetext: true, listOnEmpty: true, allowEmpty: true } : { selectContents: true },
      formatter: (cell) => {
        const said = cell.getValue() ?? '';
        const bad = (numeric(column) && column.type === 'CONDITION' && said !== '' && !/^-?\d+(\.\d+)?$/.test(said)) || (column.values.length && said !== '' && !column.values.includes(said))
          || (wrong.size && wrong.has(`${table.firstRow + grid.rowManager.activeRows.indexOf(cell.getRow()._getSelf())}${column.letter}`));
        cell.getElement().classList.toggle('is-wrong', Boolean(bad));
        return escaped(said);
      },
    };
  });
  const grid = new Tabulator(place, {
    data: table.rows.map(row),
    columns,
    height: Math.min(640, 120 + 31 * (table.rows.length + 3)),
    renderHorizontal: width > 15 ? 'virtual' : 'basic',
    layout: 'fitDataFill',
    history: !readonly,
    editTriggerEvent: 'dblclick',
    selectableRange: 1,
    selectableRangeColumns: true,
    selectableRangeRows: true,
    selectableRangeClearCells: !readonly,
    selectableRangeClearCellsValue: '',
    clipboard: readonly ? 'copy' : true,
    clipboardCopyStyled: false,
    clipboardCopyConfig: { rowHeaders: false, columnHeaders: false },
    clipboardCopyRowRange: 'range',
    clipboardPasteParser: readonly ? undefined : pasted,
    clipboardPasteAction: readonly ? undefined : 'range',
    rowHeader: { formatter: (cell) => String(table.firstRow + cell.getRow().getPosition() - 1), headerSort: false, resizable: false, width: 52, frozen: true, hozAlign: 'right', cssClass: 'tabulator-row-header', editor: false },
    columnDefaults: { headerHozAlign: 'left' },
  });
  place.grid = grid;

  // What comes from a spreadsheet may be longer than the table: rows are added for it.
  function pasted(clip) {
    const cells = clip.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').map((line) => line.split('\t'));
    const range = this.table.getRanges()[0];
    if (!range) return [];
    const fields = table.columns.map((_, c) => 'c' + c);
    const left = Math.max(fields.indexOf(range.getColumns()[0]?.getField()), 0);
    const top = range.getRows()[0].getPosition();
    const missing = top - 1 + cells.length - this.table.getDataCount();
    if (missing > 0) this.table.addData(Array.from({ length: missing }, () => row()));
    const rows = this.table.getRows();
    cells.forEach((line, r) => rows[top - 1 + r].update(Object.fromEntries(line.map((cell, c) => [fields[left + c], cell.trim()]).filter(([field]) => field))));
    unsaved();
    return [];
  }
  const chosen = () => { const range = grid.getRanges()[0]; return range ? range.getRows() : []; };
  const content = () => grid.getData().map((data) => table.columns.map((_, c) => data['c' + c] ?? ''));
  const show = (faults) => {
    wrong = new Map(faults.filter(own).filter(rowOf).map((fault) => [rowOf(fault) + columnOf(fault), fault]));
    grid.redraw(true);
    list(faults, go);
  };
  const go = async (fault) => {
    const target = grid.getRows()[rowOf(fault) - table.firstRow];
    if (target) await grid.scrollToRow(target, 'center', false);
  };
  const save = async (path, options) => {
    saveButton.disabled = true;
    tell('checking');
    try {
      const saved = await ask(path, options);
      version = saved.version;
      after(saved);
      ask(url('faults')).then((faults) => {
        if (version !== saved.version || !saveButton.disabled) return;
        show(faults);
        if (!faults.length) tell('saved', 'badge badge-ok');
      }).catch((refused) => show(refused.faults || []));
      return true;
    } catch (refused) { saveButton.disabled = false; show(refused.faults || []); return false; }
  };
  grid.on('tableBuilt', () => {
    loading = false;
    place.dataset.opened = String(Math.round(performance.now() - began));
    const asks = new URLSearchParams(location.search).get('place');
    if (asks) go({ place: asks });
  });
  if (readonly) return;
  grid.on('cellEdited', unsaved);
  grid.on('rowAdded', () => loading || unsaved());
  grid.on('rowDeleted', unsaved);
  grid.on('rowMoved', unsaved);
  saveButton.onclick = () => save(url('table', { version }), { method: 'POST', body: JSON.stringify({ rows: content() }), headers: { 'Content-Type': 'application/json' } });
  addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 's') { event.preventDefault(); saveButton.click(); }
  });
  const acts = {
    add: () => { const last = chosen().at(-1); grid.addRow(row(), false, last); },
    copy: () => chosen().reverse().forEach((one) => grid.addRow({ ...one.getData() }, false, chosen().at(-1))),
    delete: () => grid.deleteRow(chosen()),
    undo: () => grid.undo(),
    up: () => { const rows = chosen(); const before = rows[0]?.getPrevRow(); if (before) before.move(rows.at(-1), false); },
    down: () => { const rows = chosen(); const next = rows.at(-1)?.getNextRow(); if (next) next.move(rows[0], true); },
  };
  document.querySelectorAll('[data-grid]').forEach((button) => { button.onclick = () => { acts[button.dataset.grid](); unsaved(); }; });
  document.getElementById('upload').onchange = async (event) => {
    const form = new FormData();
    form.append('sheet', event.target.files[0]);
    if (await save(url('upload', { version }), { method: 'POST', body: form })) location.reload();
    event.target.value = '';
  };
}

// ---- two versions side by side ----
function merges() {
  document.querySelectorAll('.merge').forEach((element) => {
    const kind = element.dataset.file.endsWith('.drl') ? 'drl' : element.dataset.file.endsWith('.yaml') ? 'yaml' : 'text';
    const side = (css) => ({
      doc: element.querySelector('.' + css).value,
      extensions: [basicSetup, EditorState.readOnly.of(true), EditorView.editable.of(false), EditorView.lineWrapping, ...languages[kind]],
    });
    element.view = new MergeView({ a: side('before'), b: side('after'), parent: element, highlightChanges: true, gutter: true, collapseUnchanged: { margin: 3, minSize: 6 } });
  });
}

// ---- simple rules: lists that follow the field ----
function simple(form) {
  form.querySelectorAll('select[name=field]').forEach((select, at) => {
    select.onchange = () => {
      const chosen = select.selectedOptions[0];
      const values = (chosen.dataset.values || '').split('|').filter(Boolean);
      document.getElementById(`values-${at + 1}`).replaceChildren(...values.map((value) => new Option(value, value)));
      const many = chosen.dataset.sort === 'LIST';
      const numbers = chosen.dataset.sort === 'NUMBER' || chosen.dataset.sort === 'AMOUNT';
      const operator = select.parentElement.querySelector('[name=operator]');
      [...operator.options].forEach((option) => {
        option.disabled = many !== option.value.includes('contains') || (!numbers && /[<>]/.test(option.value));
      });
      if (operator.selectedOptions[0].disabled) operator.value = [...operator.options].find((option) => !option.disabled).value;
    };
  });
  const verdict = form.querySelector('[name=verdict]');
  const follow = () => form.querySelectorAll('.parameters').forEach((group) => {
    const on = group.dataset.verdict === verdict.value;
    group.disabled = !on;
    group.hidden = !on;
  });
  verdict.onchange = follow;
  follow();
}

// ---- a new file begins with what every file of its kind needs ----
function newFile(form) {
  form.onsubmit = async (event) => {
    event.preventDefault();
    const name = form.elements.name.value;
    const point = place.dataset.here.split('/')[2];
    const begin = name.endsWith('.drl') ? `package rules.${point};\n\n` : name.endsWith('.yaml') ? 'examples: []\n' : `RuleSet,rules.${point}\n`;
    const target = `${place.dataset.here}/text?${new URLSearchParams({ file: name, version: place.dataset.version })}`;
    try {
      await ask(target, { method: 'POST', body: begin, headers: { 'Content-Type': 'text/plain;charset=UTF-8' } });
      location.href = `${place.dataset.here}?${new URLSearchParams({ file: name })}${name.endsWith('.csv') ? '&text=true' : ''}`;
    } catch (refused) { list(refused.faults || [], () => {}); }
  };
}

document.querySelectorAll('form[data-confirm]').forEach((form) => {
  form.addEventListener('submit', (event) => { if (!confirm(form.dataset.confirm)) event.preventDefault(); });
});
addEventListener('beforeunload', (event) => { if (saveButton && !saveButton.disabled) event.preventDefault(); });
if (place) {
  if (place.dataset.kind === 'table' && place.dataset.here) grid();
  else text();
}
merges();
const chooser = document.querySelector('form.simple');
if (chooser) simple(chooser);
const fresh = document.getElementById('new-file');
if (fresh) newFile(fresh);
