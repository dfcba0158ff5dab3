export { EditorState, StateField, StateEffect, Compartment, RangeSetBuilder } from '@codemirror/state';
export { EditorView, keymap, lineNumbers, highlightActiveLine, highlightSpecialChars, drawSelection } from '@codemirror/view';
export { basicSetup } from 'codemirror';
export { StreamLanguage, syntaxHighlighting, HighlightStyle } from '@codemirror/language';
export { autocompletion, completeFromList } from '@codemirror/autocomplete';
export { setDiagnostics, lintGutter, openLintPanel } from '@codemirror/lint';
export { MergeView, unifiedMergeView } from '@codemirror/merge';
export { tags } from '@lezer/highlight';
export { indentWithTab } from '@codemirror/commands';
