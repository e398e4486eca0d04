/**
 * Every key the program listens to, as data: menu, palette, shortcut sheet and documentation are made from this table.
 * `Mod` is Cmd on macOS and Ctrl elsewhere; `G L` is two keys one after the other. `label` is a key of the window's texts.
 * Single letters act only while no text field has the focus, and can be switched off (WCAG 2.2, 2.1.4).
 */

/** `everywhere`, or only while this part of the window is in use. */
export type ShortcutPlace = 'everywhere' | 'list' | 'viewer' | 'answer' | 'review' | 'note'
export type ShortcutMenu = 'file' | 'view' | 'go' | 'help'

interface ShortcutRow {
  readonly id: string
  /** Any of them will do; the first is the one that is shown. */
  readonly keys: readonly [string, ...string[]]
  readonly label: string
  readonly where: ShortcutPlace
  /** The menu of the application that lists it; those without one are in the sheet only. */
  readonly menu?: ShortcutMenu
}

export const shortcuts = [
  { id: 'palette', keys: ['Mod+K'], label: 'shortcut.palette', where: 'everywhere', menu: 'go' },
  { id: 'search', keys: ['/'], label: 'shortcut.search', where: 'everywhere' },
  { id: 'ask', keys: ['Mod+J', 'G A'], label: 'shortcut.ask', where: 'everywhere', menu: 'go' },
  { id: 'goTo', keys: ['Mod+P'], label: 'shortcut.goTo', where: 'everywhere', menu: 'go' },
  { id: 'overview', keys: ['G O'], label: 'shortcut.overview', where: 'everywhere' },
  { id: 'timeline', keys: ['G T'], label: 'shortcut.timeline', where: 'everywhere' },
  { id: 'labs', keys: ['G L'], label: 'shortcut.labs', where: 'everywhere' },
  { id: 'medicines', keys: ['G M'], label: 'shortcut.medicines', where: 'everywhere' },
  { id: 'review', keys: ['G R'], label: 'shortcut.review', where: 'everywhere' },
  { id: 'reviews', keys: ['G C'], label: 'shortcut.reviews', where: 'everywhere' },
  { id: 'library', keys: ['G D'], label: 'shortcut.library', where: 'everywhere', menu: 'go' },
  { id: 'notes', keys: ['G N'], label: 'shortcut.notes', where: 'everywhere', menu: 'go' },
  { id: 'newNote', keys: ['Mod+N'], label: 'shortcut.newNote', where: 'everywhere', menu: 'file' },
  { id: 'imports', keys: ['G I'], label: 'shortcut.imports', where: 'everywhere', menu: 'go' },
  { id: 'people', keys: ['G P'], label: 'shortcut.people', where: 'everywhere', menu: 'go' },
  { id: 'back', keys: ['[', 'Alt+ArrowLeft'], label: 'shortcut.back', where: 'everywhere', menu: 'go' },
  { id: 'forward', keys: [']', 'Alt+ArrowRight'], label: 'shortcut.forward', where: 'everywhere', menu: 'go' },
  { id: 'import', keys: ['Mod+O'], label: 'shortcut.import', where: 'everywhere', menu: 'file' },
  { id: 'settings', keys: ['Mod+,'], label: 'shortcut.settings', where: 'everywhere', menu: 'file' },
  { id: 'lock', keys: ['Mod+L'], label: 'shortcut.lock', where: 'everywhere', menu: 'file' },
  { id: 'nextPane', keys: ['F6'], label: 'shortcut.nextPane', where: 'everywhere', menu: 'view' },
  { id: 'previousPane', keys: ['Shift+F6'], label: 'shortcut.previousPane', where: 'everywhere', menu: 'view' },
  { id: 'textLarger', keys: ['Mod+=', 'Mod++'], label: 'shortcut.textLarger', where: 'everywhere', menu: 'view' },
  { id: 'textSmaller', keys: ['Mod+-'], label: 'shortcut.textSmaller', where: 'everywhere', menu: 'view' },
  { id: 'textNormal', keys: ['Mod+0'], label: 'shortcut.textNormal', where: 'everywhere', menu: 'view' },
  { id: 'blurNames', keys: ['Shift+Mod+B'], label: 'shortcut.blurNames', where: 'everywhere', menu: 'view' },
  { id: 'shortcutSheet', keys: ['?'], label: 'shortcut.sheet', where: 'everywhere', menu: 'help' },
  { id: 'nextRow', keys: ['J', 'ArrowDown'], label: 'shortcut.nextRow', where: 'list' },
  { id: 'previousRow', keys: ['K', 'ArrowUp'], label: 'shortcut.previousRow', where: 'list' },
  { id: 'openRow', keys: ['Enter'], label: 'shortcut.openRow', where: 'list' },
  { id: 'find', keys: ['Mod+F'], label: 'shortcut.find', where: 'viewer' },
  { id: 'nextMark', keys: ['N'], label: 'shortcut.nextMark', where: 'viewer' },
  { id: 'previousMark', keys: ['Shift+N'], label: 'shortcut.previousMark', where: 'viewer' },
  { id: 'rotate', keys: ['R'], label: 'shortcut.rotate', where: 'viewer' },
  {
    id: 'openCitation',
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    label: 'shortcut.openCitation',
    where: 'answer',
  },
  { id: 'acceptFact', keys: ['A'], label: 'shortcut.acceptFact', where: 'review' },
  { id: 'editFact', keys: ['E'], label: 'shortcut.editFact', where: 'review' },
  { id: 'rejectFact', keys: ['X'], label: 'shortcut.rejectFact', where: 'review' },
  { id: 'compareFacts', keys: ['C'], label: 'shortcut.compareFacts', where: 'review' },
  { id: 'acceptPage', keys: ['Shift+A'], label: 'shortcut.acceptPage', where: 'review' },
  { id: 'undo', keys: ['Mod+Z'], label: 'shortcut.undo', where: 'review' },
  { id: 'saveNote', keys: ['Mod+S', 'Mod+Enter'], label: 'shortcut.saveNote', where: 'note' },
  { id: 'copyCited', keys: ['Mod+Shift+C'], label: 'shortcut.copyCited', where: 'answer' },
] as const satisfies readonly ShortcutRow[]

export type ShortcutId = (typeof shortcuts)[number]['id']
export type Shortcut = ShortcutRow & { readonly id: ShortcutId }
