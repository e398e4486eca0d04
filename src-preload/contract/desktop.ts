/**
 * What only the surroundings of the window can do: dialogs, the clipboard, which vault is meant. Where the program runs
 * without a desktop, at the command line or in a browser, what cannot be done there is refused with `desktop/absent`.
 */
import { z } from 'zod'
import { method } from './define.ts'
import { DocumentId } from './ids.ts'

const path = z.string().min(1).max(4096)

/** `browser`: the development preview; files are chosen by the page itself there, and the page copies by itself. */
const Surroundings = z.enum(['desktop', 'browser', 'none'])

export const desktop = {
  about: method({
    action: 'desktop.about',
    writes: false,
    input: z.undefined(),
    output: z.strictObject({
      surroundings: Surroundings,
      platform: z.enum(['mac', 'windows', 'linux']),
      version: z.string(),
      /** The folder of the vault that is meant; it may not exist yet. */
      vaultFolder: z.string(),
    }),
  }),
  /** Asks for a folder; nothing is opened or made. Null: the person changed their mind. */
  chooseVault: method({
    action: 'desktop.choose-vault',
    writes: false,
    input: z.undefined(),
    output: z.strictObject({ folder: z.string().nullable() }),
  }),
  /** Locks the vault in use and turns to the one in this folder, or to the place for one. The window is loaded anew. */
  useVault: method({
    action: 'desktop.use-vault',
    writes: false,
    input: z.strictObject({ folder: path }),
    output: z.strictObject({ used: z.literal(true) }),
  }),
  chooseFiles: method({
    action: 'desktop.choose-files',
    writes: false,
    input: z.strictObject({ what: z.enum(['files', 'folder']) }),
    output: z.strictObject({ paths: z.array(z.string()) }),
  }),
  /** Asks where a new file is to be saved. Null: the person changed their mind. */
  chooseSavePath: method({
    action: 'desktop.choose-save-path',
    writes: false,
    input: z.strictObject({ name: z.string().min(1).max(255) }),
    output: z.strictObject({ path: z.string().nullable() }),
  }),
  /** Shows where a file lies, in the system's own file manager; it is not opened. */
  showFile: method({
    action: 'desktop.show-file',
    writes: false,
    input: z.strictObject({ path }),
    output: z.strictObject({ shown: z.literal(true) }),
  }),
  /**
   * Moves a file that was imported to the system's trash, after the vault's copy was read back whole and the file proved to
   * be the same, byte for byte. Never done unasked.
   */
  trashSource: method({
    action: 'document.trash-source',
    writes: true,
    input: z.strictObject({ documentId: DocumentId, path }),
    output: z.strictObject({ trashed: z.literal(true) }),
  }),
  /** Copies text. It leaves the clipboard after a short time, and when the vault is locked, unless something else came there. */
  copy: method({
    action: 'desktop.copy',
    writes: false,
    input: z.strictObject({ text: z.string().min(1).max(200_000) }),
    output: z.strictObject({ copied: z.literal(true) }),
  }),
} as const
