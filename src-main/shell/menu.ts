/**
 * The application's menu, made from the table of shortcuts. It only shows their keys: the window listens to them itself, and
 * is told what was chosen here. Cut, copy, paste and the window's own commands are the system's.
 */
import { Menu, type MenuItemConstructorOptions } from 'electron'
import { type ShortcutId, type ShortcutMenu, shortcuts } from '#contract/shortcuts.ts'

type MenuShortcut = Extract<(typeof shortcuts)[number], { menu: ShortcutMenu }>

/** The window's own texts are the window's; the menu's are here, since it stands before any window does. */
const labels: Readonly<Record<MenuShortcut['id'], string>> = {
  palette: 'Find Anything',
  ask: 'Ask',
  goTo: 'Go to Person or Document',
  library: 'Documents',
  notes: 'Notes',
  newNote: 'New Note',
  imports: 'Import Queue',
  people: 'People',
  back: 'Back',
  forward: 'Forward',
  import: 'Import Files…',
  settings: 'Settings…',
  lock: 'Lock Now',
  nextPane: 'Next Pane',
  previousPane: 'Previous Pane',
  textLarger: 'Larger Text',
  textSmaller: 'Smaller Text',
  textNormal: 'Normal Text Size',
  blurNames: 'Blur Names',
  shortcutSheet: 'Keyboard Shortcuts',
}

export function createMenu(choose: (id: ShortcutId) => void, isMac = process.platform === 'darwin'): Menu {
  const itemsOf = (menu: ShortcutMenu): MenuItemConstructorOptions[] =>
    shortcuts
      .filter((shortcut): shortcut is MenuShortcut => 'menu' in shortcut && shortcut.menu === menu)
      .map(({ id, keys }) => ({
        label: labels[id],
        ...acceleratorOf(keys[0]),
        registerAccelerator: false,
        click: () => choose(id),
      }))
  return Menu.buildFromTemplate([
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    { label: 'File', submenu: [...itemsOf('file'), { type: 'separator' }, { role: isMac ? 'close' : 'quit' }] },
    { role: 'editMenu' },
    { label: 'View', submenu: [...itemsOf('view'), { type: 'separator' }, { role: 'togglefullscreen' }] },
    { label: 'Go', submenu: itemsOf('go') },
    { role: 'windowMenu' },
    { role: 'help', submenu: itemsOf('help') },
  ])
}

/** Two keys one after the other, and single characters, are nothing a menu can show as its own. */
function acceleratorOf(keys: string): { accelerator?: string } {
  if (keys.includes(' ') || keys.length === 1) return {}
  return { accelerator: keys.replace('Mod', 'CommandOrControl').replace('Arrow', '') }
}
