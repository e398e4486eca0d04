/** Every command: what it is called, what it takes, what it says of itself, and where it is. Loading one loads no other. */
import type { Run } from './call.ts'
import type { OptionName } from './option-types.ts'

export interface Command {
  readonly name: string
  /** What follows "medmemory". */
  readonly usage: string
  readonly summary: string
  /** How many words it takes besides its name: least, most. */
  readonly words: readonly [least: number, most: number]
  readonly options: readonly OptionName[]
  /** Most commands are run with the vault unlocked; some unlock or make it themselves. */
  readonly opensItself?: true
  /** Not left halfway when interrupted: what it changes is told only once. */
  readonly finishes?: true
  readonly load: () => Promise<Run>
}

const any = Number.POSITIVE_INFINITY

export const commands: readonly Command[] = [
  {
    name: 'init',
    usage: 'init [--person NAME] [--born YYYY-MM-DD] [--for patients|family]',
    summary: 'Make a vault. Prints its recovery key, once.',
    words: [0, 0],
    options: ['person', 'born', 'for'],
    opensItself: true,
    finishes: true,
    load: async () => (await import('./commands/init.ts')).init,
  },
  {
    name: 'person add',
    usage: 'person add NAME [--born YYYY-MM-DD]',
    summary: 'Add a person to the vault.',
    words: [1, 1],
    options: ['born'],
    load: async () => (await import('./commands/person-add.ts')).personAdd,
  },
  {
    name: 'person list',
    usage: 'person list',
    summary: 'List the people in the vault, with their ids.',
    words: [0, 0],
    options: [],
    load: async () => (await import('./commands/person-list.ts')).personList,
  },
  {
    name: 'import',
    usage: 'import PATH… [--person NAME|ID] [--wait] [--yes]',
    summary: 'Copy files and folders into the vault; --wait reads them to the end.',
    words: [1, any],
    options: ['person', 'wait', 'yes'],
    load: async () => (await import('./commands/import.ts')).importFiles,
  },
  {
    name: 'status',
    usage: 'status',
    summary: 'What is in the vault, in numbers.',
    words: [0, 0],
    options: [],
    load: async () => (await import('./commands/status.ts')).status,
  },
  {
    name: 'health',
    usage: 'health',
    summary: 'Whether every part of the program works.',
    words: [0, 0],
    options: [],
    load: async () => (await import('./commands/health.ts')).health,
  },
  {
    name: 'jobs',
    usage: 'jobs [--wait]',
    summary: 'Reading that is not done; --wait does it to the end.',
    words: [0, 0],
    options: ['wait'],
    load: async () => (await import('./commands/jobs.ts')).jobs,
  },
  {
    name: 'documents',
    usage: 'documents [ID [--text] [--page N] [--password-file FILE]] [--person NAME|ID]',
    summary: 'List documents, show one, read its text, or give the password it needs.',
    words: [0, 1],
    options: ['text', 'page', 'password-file', 'person'],
    load: async () => (await import('./commands/documents.ts')).documents,
  },
  {
    name: 'export',
    usage: 'export ID --to FILE [--part N]',
    summary: 'Write the original of a document, unencrypted, to a new file.',
    words: [1, 1],
    options: ['to', 'part'],
    load: async () => (await import('./commands/export.ts')).exportOriginal,
  },
  {
    name: 'combine',
    usage: 'combine ID ID…',
    summary: 'Make one document of several pictures, in this order.',
    words: [2, any],
    options: [],
    load: async () => (await import('./commands/combine.ts')).combine,
  },
  {
    name: 'reorder',
    usage: 'reorder ID PART-ID…',
    summary: 'Put the pictures of a document in another order.',
    words: [3, any],
    options: [],
    load: async () => (await import('./commands/combine.ts')).reorder,
  },
  {
    name: 'separate',
    usage: 'separate ID',
    summary: 'Make each picture of a document one of its own again.',
    words: [1, 1],
    options: [],
    load: async () => (await import('./commands/combine.ts')).separate,
  },
  {
    name: 'delete',
    usage: 'delete ID [--yes]',
    summary: 'Remove a document and everything read from it.',
    words: [1, 1],
    options: ['yes'],
    load: async () => (await import('./commands/delete.ts')).deleteDocument,
  },
  {
    name: 'retry',
    usage: 'retry DOCUMENT-ID',
    summary: 'Queue a document again that could not be read or was stopped.',
    words: [1, 1],
    options: [],
    load: async () => (await import('./commands/retry.ts')).retry,
  },
  {
    name: 'read-again',
    usage: 'read-again DOCUMENT-ID',
    summary: 'Read a document once more, with what is installed and set now.',
    words: [1, 1],
    options: [],
    load: async () => (await import('./commands/read-again.ts')).readAgain,
  },
  {
    name: 'verify',
    usage: 'verify',
    summary: 'Read everything in the vault back and say what does not hold.',
    words: [0, 0],
    options: [],
    load: async () => (await import('./commands/verify.ts')).verify,
  },
  {
    name: 'search',
    usage: 'search "words" [--person NAME|ID] [--limit N]',
    summary: "Find words in one person's documents.",
    words: [1, any],
    options: ['person', 'limit'],
    load: async () => (await import('./commands/search.ts')).search,
  },
  {
    name: 'ask',
    usage: 'ask "question" [--person NAME|ID]',
    summary: "Answer from one person's documents, in quoted sentences with their pages.",
    words: [1, any],
    options: ['person'],
    load: async () => (await import('./commands/ask.ts')).ask,
  },
  {
    name: 'passphrase',
    usage: 'passphrase [--new-passphrase-file FILE]',
    summary: 'Change the passphrase.',
    words: [0, 0],
    options: ['new-passphrase-file'],
    opensItself: true,
    finishes: true,
    load: async () => (await import('./commands/passphrase.ts')).passphrase,
  },
  {
    name: 'recover',
    usage: 'recover [--recovery-key-file FILE] [--new-passphrase-file FILE]',
    summary: 'Open the vault with its recovery key and set a new passphrase.',
    words: [0, 0],
    options: ['recovery-key-file', 'new-passphrase-file'],
    opensItself: true,
    finishes: true,
    load: async () => (await import('./commands/recover.ts')).recover,
  },
  {
    name: 'language list',
    usage: 'language list',
    summary: 'List the languages in which scans and photos can be read.',
    words: [0, 0],
    options: [],
    load: async () => (await import('./commands/language-list.ts')).languageList,
  },
  {
    name: 'language install',
    usage: 'language install FILE',
    summary: 'Add a language from a Tesseract pack (deu.traineddata or deu.traineddata.gz).',
    words: [1, 1],
    options: [],
    load: async () => (await import('./commands/language-install.ts')).languageInstall,
  },
  {
    name: 'language remove',
    usage: 'language remove CODE',
    summary: 'Remove a language; what was read with it stays.',
    words: [1, 1],
    options: [],
    load: async () => (await import('./commands/language-remove.ts')).languageRemove,
  },
  {
    name: 'models list',
    usage: 'models list',
    summary: 'List the models on this computer, and those that are known.',
    words: [0, 0],
    options: [],
    load: async () => (await import('./commands/models-list.ts')).modelsList,
  },
  {
    name: 'models import',
    usage: 'models import PATH [NAME]',
    summary: 'Bring a model from a file or folder.',
    words: [1, 2],
    options: [],
    load: async () => (await import('./commands/models-import.ts')).modelsImport,
  },
  {
    name: 'models download',
    usage: 'models download NAME [--yes] [--accept-terms]',
    summary: 'Download a model, after saying from where and how much.',
    words: [1, 1],
    options: ['yes', 'accept-terms'],
    load: async () => (await import('./commands/models-download.ts')).modelsDownload,
  },
  {
    name: 'models verify',
    usage: 'models verify NAME',
    summary: 'Read a model back and compare it with what was brought.',
    words: [1, 1],
    options: [],
    load: async () => (await import('./commands/models-verify.ts')).modelsVerify,
  },
  {
    name: 'models remove',
    usage: 'models remove NAME [--yes]',
    summary: 'Remove a model; --yes also when it is in use.',
    words: [1, 1],
    options: ['yes'],
    load: async () => (await import('./commands/models-remove.ts')).modelsRemove,
  },
  {
    name: 'models use',
    usage: 'models use embedder|reranker|writer [NAME]',
    summary: 'Put a model to work; without a name, what is built in.',
    words: [1, 2],
    options: [],
    load: async () => (await import('./commands/models-use.ts')).modelsUse,
  },
  {
    name: 'settings',
    usage: 'settings [NAME VALUE]',
    summary: 'Show the settings, or change one.',
    words: [0, 2],
    options: [],
    load: async () => (await import('./commands/settings.ts')).settings,
  },
]
