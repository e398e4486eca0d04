/** The system's own dialogs and the little else that only a desktop can do, as the contract's `desktop` calls. */
import { isAbsolute } from 'node:path'
import { type BrowserWindow, dialog, shell } from 'electron'
import { AppError } from '#contract/errors.ts'
import { type Desktop, platformName } from '../desktop.ts'

export interface DialogsDeps {
  readonly window: () => BrowserWindow
  readonly version: string
  readonly vaultFolder: () => string
  readonly copy: (text: string) => Promise<void>
  /** Answers when the other vault is the one that is meant; the window is loaded anew after that. */
  readonly turnToVault: (folder: string) => Promise<void>
}

export const createDesktop = ({ window, version, vaultFolder, copy, turnToVault }: DialogsDeps): Desktop => ({
  about: async () => ({ surroundings: 'desktop', platform: platformName(), version, vaultFolder: vaultFolder() }),
  async chooseVault() {
    const { filePaths } = await dialog.showOpenDialog(window(), { properties: ['openDirectory', 'createDirectory'] })
    return { folder: filePaths[0] ?? null }
  },
  async useVault({ folder }) {
    if (!isAbsolute(folder)) throw new AppError('input/invalid')
    await turnToVault(folder)
    return { used: true }
  },
  async chooseFiles({ what }) {
    const properties = what === 'folder' ? (['openDirectory'] as const) : (['openFile', 'multiSelections'] as const)
    const { filePaths } = await dialog.showOpenDialog(window(), { properties: [...properties, 'dontAddToRecent'] })
    return { paths: filePaths }
  },
  async chooseSavePath({ name }) {
    const properties = ['createDirectory', 'dontAddToRecent'] as const
    const { filePath, canceled } = await dialog.showSaveDialog(window(), {
      defaultPath: safeName(name),
      properties: [...properties],
    })
    return { path: canceled || filePath === '' ? null : filePath }
  },
  async showFile({ path }) {
    if (!isAbsolute(path)) throw new AppError('input/invalid')
    shell.showItemInFolder(path)
    return { shown: true }
  },
  async trash(path) {
    if (!isAbsolute(path)) throw new AppError('input/invalid')
    await shell.trashItem(path).catch(() => {
      throw new AppError('file/not-trashed')
    })
  },
  async copy({ text }) {
    await copy(text)
    return { copied: true }
  },
})

/** A name only, whatever a document calls itself: no folder, no control character, no direction mark. */
const safeName = (name: string) => name.replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, '_').replace(/^\.+/, '_')
