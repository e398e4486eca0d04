/** What each error means, in a sentence for people, and what to do next. A new code does not compile unexplained. */
import type { ErrorCode } from './errors.ts'

export interface ErrorText {
  readonly message: string
  readonly next: string
}

export const errorTexts: Readonly<Record<ErrorCode, ErrorText>> = {
  'input/invalid': {
    message: 'The request is not one this program understands.',
    next: 'Check the spelling and the values given.',
  },
  'busy/too-many': { message: 'Too many things were asked for at once.', next: 'Wait a moment and ask again.' },
  'app/too-old': {
    message: 'This vault was written by a newer version of MedMemory.',
    next: 'Install the newer version; nothing was changed.',
  },
  'app/closing': { message: 'The program is closing.', next: 'Open it again and repeat the step.' },
  internal: {
    message: 'Something went wrong inside MedMemory.',
    next: 'Try again; if it comes back, please report it with what you did.',
  },
  cancelled: { message: 'The work was stopped.', next: 'Start it again when you wish.' },
  'vault/absent': {
    message: 'There is no vault in this folder.',
    next: 'Make one with "medmemory init", or name another folder with --vault.',
  },
  'vault/exists': {
    message: 'There is a vault in this folder already.',
    next: 'Open it, or choose another folder for a new one.',
  },
  'vault/locked': { message: 'The vault is locked.', next: 'Give its passphrase first.' },
  'vault/in-use': {
    message: 'Another process has this vault open.',
    next: 'Close the other window or wait until the other command has ended.',
  },
  'vault/wrong-passphrase': {
    message: 'The passphrase does not open this vault.',
    next: 'Check capitals and spaces, or use the recovery key with "medmemory recover".',
  },
  'vault/wrong-recovery-key': {
    message: 'The recovery key does not open this vault.',
    next: 'Compare it with the printed sheet, group by group.',
  },
  'vault/damaged-header': {
    message: "The vault's header and its copy are damaged.",
    next: 'Restore header.json from a backup; do not make a new vault in this folder.',
  },
  'vault/damaged-store': {
    message: "The vault's store is damaged; the passphrase is right.",
    next: 'Copy the whole vault folder before anything else, then restore a backup.',
  },
  'vault/damaged-original': {
    message: 'The stored original of a document is damaged or missing.',
    next: 'Run "medmemory verify" to see which, and import the file again.',
  },
  'vault/unwritable': {
    message: "The vault's folder cannot be written.",
    next: 'Check who owns the folder and whether the disk is read-only.',
  },
  'vault/disk-full': {
    message: 'The disk is full; what was accepted before is safe.',
    next: 'Free some space; the work goes on by itself.',
  },
  'passphrase/too-weak': {
    message: 'The passphrase is too easy to guess.',
    next: 'Use at least 15 characters or six words, and nothing that is often used.',
  },
  'person/unknown': {
    message: 'There is no such person in this vault.',
    next: 'See "medmemory person list", or add the person first.',
  },
  'person/ambiguous': {
    message: 'More than one person has this name.',
    next: 'Use the id from "medmemory person list".',
  },
  'document/unknown': {
    message: 'There is no such document in this vault.',
    next: 'See "medmemory documents" for the ids.',
  },
  'document/busy': {
    message: 'The document is not in a state in which this can be done.',
    next: 'Look at its state with "medmemory documents" first.',
  },
  'document/wrong-password': {
    message: 'The document is protected by a password.',
    next: 'Give it with "medmemory documents ID --password-file FILE".',
  },
  'document/needs-no-password': {
    message: 'The document does not ask for a password.',
    next: 'Nothing needs to be done.',
  },
  'file/not-found': { message: 'There is no such file or folder.', next: 'Check the path.' },
  'file/unreadable': {
    message: 'The file or folder cannot be read.',
    next: 'Check its permissions, or copy it to a folder of yours.',
  },
  'file/empty': { message: 'The file is empty.', next: 'Ask for it again where it came from.' },
  'file/too-large': {
    message: 'The file is larger than the limit.',
    next: 'Split it, or raise the setting maxFileMegabytes.',
  },
  'file/unsupported': {
    message: 'MedMemory cannot read this kind of file yet.',
    next: 'Keep it, and import a PDF, Word, HTML or text version if there is one.',
  },
  'file/exists': {
    message: 'There is a file of that name already.',
    next: 'Choose another name; nothing was overwritten.',
  },
  'file/unwritable': {
    message: 'The file cannot be written there.',
    next: 'Choose a folder of yours with free space.',
  },
  'pdf/damaged': {
    message: 'The PDF is damaged or incomplete.',
    next: 'Download or ask for it again; the copy in the vault is kept.',
  },
  'docx/damaged': {
    message: 'The Word document is damaged or incomplete.',
    next: 'Open it in a word processor, save it again and import that.',
  },
  'image/damaged': {
    message: 'The picture is damaged or incomplete.',
    next: 'Send or copy it again from the phone or scanner, and import that.',
  },
  'image/too-large': {
    message: 'The picture has more than 100 million points, which no page needs.',
    next: 'Scan or save it again at 300 dots per inch.',
  },
  'language/damaged-pack': {
    message: 'The file is no language pack, or it is damaged.',
    next: 'Use a file named like deu.traineddata or deu.traineddata.gz, as Tesseract publishes them.',
  },
  'language/unknown': {
    message: 'This language is not installed.',
    next: 'See "medmemory language list".',
  },
  'document/not-pictures': {
    message: 'Only pictures of one person can be put together into one document.',
    next: 'Choose photos or scans that belong to the same person.',
  },
  'archive/damaged': {
    message: 'The file is packed, and the packing is damaged.',
    next: 'Download or ask for it again.',
  },
  'archive/bomb': {
    message: 'The file unpacks to far more than a document can hold.',
    next: 'It may be harmful; do not open it elsewhere without care.',
  },
  'xml/forbidden': {
    message: 'The file contains instructions that a document has no need of.',
    next: 'It may be harmful; save it again in a word processor and import that.',
  },
  'xml/damaged': {
    message: 'The inner structure of the file is damaged.',
    next: 'Open it in its own program, save it again and import that.',
  },
  'text/not-text': {
    message: 'The file looks like text and is not.',
    next: 'Find out which program made it and export a PDF from there.',
  },
  'engine/crashed': {
    message: 'Reading the file ended the reader each time.',
    next: 'The original is safe; try "save as PDF" elsewhere and import that.',
  },
  'engine/timeout': {
    message: 'Reading the file took too long each time.',
    next: 'The original is safe; split the document or raise readingDeadlineSeconds.',
  },
  'engine/memory': {
    message: 'Reading the file took too much memory each time.',
    next: 'The original is safe; split the document or raise engineMemoryMegabytes.',
  },
  'store/busy': { message: 'The store is busy.', next: 'Try again in a moment.' },
  'store/closed': {
    message: 'The vault was closed while this was going on.',
    next: 'Open it again and repeat the step.',
  },
  'setting/unknown': { message: 'There is no such setting.', next: 'See "medmemory settings".' },
  'setting/invalid': {
    message: 'The setting cannot have this value.',
    next: 'See "medmemory settings" for what is in force, and docs/settings.md for the ranges.',
  },
}
