/** What each error means, in a sentence for people, and what to do next. A new code does not compile unexplained. */
import type { ErrorCode } from './errors.ts'
import { fileErrorTexts } from './file-error-text.ts'

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
  'vault/not-empty': {
    message: 'This folder is not empty.',
    next: 'Choose an empty folder, or one that is not there yet. Nothing in it was changed.',
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
  'vault/too-many-tries': {
    message: 'There were too many wrong tries one after the other.',
    next: 'Wait a little, then try again; the recovery key opens the vault too.',
  },
  'vault/no-device-unlock': {
    message: 'This vault cannot be unlocked with this device.',
    next: 'Unlock with the passphrase, then turn on unlocking with this device in the settings.',
  },
  'vault/keychain-unavailable': {
    message: "The system's keychain does not answer.",
    next: 'Unlock with the passphrase. Nothing is lost: the keychain is only a shortcut.',
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
  'document/known': {
    message: 'That person has this document already.',
    next: 'Delete one of the two copies.',
  },
  'document/needs-no-answer': {
    message: 'Nobody needs to say whose document this is.',
    next: 'Look at the document: it is with its person.',
  },
  'document/wrong-password': {
    message: 'The document is protected by a password.',
    next: 'Give it with "medmemory documents ID --password-file FILE".',
  },
  'document/needs-no-password': {
    message: 'The document does not ask for a password.',
    next: 'Nothing needs to be done.',
  },
  'page/unknown': { message: 'The document has no such page.', next: 'Go back to its first page.' },
  'page/without-image': {
    message: 'There is no image of this page.',
    next: 'Its words are shown in place of it; the original can be exported.',
  },
  'conversation/unknown': {
    message: 'There is no such conversation.',
    next: 'It may have been deleted; choose another one.',
  },
  'review/unknown': {
    message: 'There is no such review.',
    next: 'It may have been deleted; make it again.',
  },
  'note/unknown': {
    message: 'There is no such note, or no such version of it.',
    next: 'It may have been deleted; choose another one.',
  },
  'note/changed': {
    message: 'The note was changed meanwhile, and nothing was written over it.',
    next: 'Look at what stands there now, then make your change again.',
  },
  'note/invalid-date': {
    message: 'There is no such day.',
    next: 'Give a year, a month or a day, like 2024, 2024-03 or 2024-03-12.',
  },
  'note/other-person': {
    message: 'This document cannot be attached to the note: it is not in the same record, or is the note itself.',
    next: 'Choose a document of the same person.',
  },
  'document/is-note': {
    message: 'This is a note, written by hand and not read from a file.',
    next: 'Change it where notes are written, or with "medmemory notes edit".',
  },
  'fact/unknown': {
    message: 'There is no such fact.',
    next: 'Its paper may have been deleted or read again; look at the list anew.',
  },
  'fact/changed': {
    message: 'The fact is no longer as it was shown.',
    next: 'Look at it again, then decide.',
  },
  'fact/one-by-one': {
    message: 'Medicines, allergies, critical and doubtful values are accepted one at a time.',
    next: 'Look at each of them beside its page.',
  },
  'fact/no-conversion': {
    message: 'Some of these values cannot be converted exactly into that unit.',
    next: 'Look at them in the unit in which they were written.',
  },
  'fact/invalid-value': {
    message: 'That is no value this kind of fact can have.',
    next: 'Check the number, the unit and the date.',
  },
  'fact/undo-unknown': {
    message: 'There is nothing to take back.',
    next: 'It was taken back already, or something else was decided since.',
  },
  ...fileErrorTexts,
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
  'model/damaged': {
    message: 'The model is not a file this program can use, or it is damaged.',
    next: 'Install the program again, or fetch the model again.',
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
  'model/unknown': {
    message: 'No model of this name is known.',
    next: 'See "medmemory models list" for the names.',
  },
  'model/absent': {
    message: 'This model is not on this computer.',
    next: 'Bring it with "medmemory models import FILE" or "medmemory models download NAME".',
  },
  'model/needs-id': {
    message: 'Which model this is cannot be told from its files.',
    next: 'Give its name: "medmemory models import FILE NAME", with a name of your own like custom:mine.',
  },
  'model/wrong-kind': {
    message: 'These files are no model that can do this work.',
    next: 'A model that finds is a folder with an ONNX file and its tokenizer.json; a model that writes is a GGUF file.',
  },
  'model/external-data': {
    message: 'The model keeps part of itself in other files, which is not safe to load.',
    next: 'Get a copy that is whole in one file.',
  },
  'model/unsafe-file': {
    message: 'The folder holds links or names that may lead elsewhere.',
    next: 'Copy the files of the model themselves to a folder of their own and import that.',
  },
  'model/too-large': {
    message: 'The model is larger than such a model is, or needs more memory than there is.',
    next: 'Choose a smaller one.',
  },
  'model/wrong-hash': {
    message: 'The file is not the one that its publisher names.',
    next: 'Nothing of it was kept; get it again from its publisher.',
  },
  'model/changed': {
    message: 'The model on this disk is no longer what was brought, and is not used.',
    next: 'Remove it with "medmemory models remove NAME" and bring it again.',
  },
  'model/unusable': {
    message: 'The model does not load, or does not answer as its kind should.',
    next: 'Choose another one; search works without it.',
  },
  'model/in-use': {
    message: 'The model is in use.',
    next: 'Add --yes to remove it and go on with what is built in.',
  },
  'model/pinned': {
    message: 'Other files were brought under this name before.',
    next: 'Remove that model first, or give this one another name.',
  },
  'download/not-offered': {
    message: 'This model cannot be downloaded from here.',
    next: 'Bring its files with "medmemory models import FILE".',
  },
  'download/no-consent': {
    message: 'Nothing was downloaded: the consent does not name what would be fetched.',
    next: 'Look at "medmemory models list" again and repeat host, size and hash as they stand there.',
  },
  'download/refused-host': {
    message: 'The download leads to a place that is not on the list.',
    next: 'Nothing was fetched from there; bring the files with "medmemory models import FILE".',
  },
  'download/refused': {
    message: 'The server does not give out the file.',
    next: 'Try again later, or bring the file with "medmemory models import FILE".',
  },
  'download/too-large': {
    message: 'The server sends more than was agreed to.',
    next: 'Nothing of it was kept; bring the file with "medmemory models import FILE".',
  },
  'download/timeout': {
    message: 'The server is too slow or does not answer.',
    next: 'Try again later; what arrived is kept and gone on from.',
  },
  'download/interrupted': {
    message: 'The connection could not be made or broke off.',
    next: 'Check the network and try again; what arrived is kept and gone on from.',
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
  'backup/no-place': {
    message: 'No backup was made yet, so there is no place to make the next one in.',
    next: 'Name a folder with "medmemory backup --to DIR".',
  },
  'backup/absent': {
    message: 'There is no backup in this folder.',
    next: 'Check that it is the folder, or the disk, to which backups were made.',
  },
  'backup/unreachable': {
    message: 'The folder for backups cannot be reached.',
    next: 'Connect the disk it is on, or choose another folder.',
  },
  'backup/unwritable': {
    message: 'The backup cannot be written there.',
    next: 'Choose a folder of yours on a disk that can be written; earlier backups are as they were.',
  },
  'backup/disk-full': {
    message: 'The disk for backups is full.',
    next: 'Free some space there, or keep fewer backups; earlier ones are as they were.',
  },
  'backup/inside-vault': {
    message: 'A backup inside the vault would be lost with it.',
    next: 'Choose a folder on another disk.',
  },
  'backup/other-vault': {
    message: 'This folder holds the backups of another vault.',
    next: 'Choose another folder.',
  },
  'backup/in-use': {
    message: 'A backup is being made there already.',
    next: 'Wait until it has ended.',
  },
  'backup/damaged': {
    message: 'This backup is damaged, and nothing was made of it.',
    next: 'Restore another one: see "medmemory restore --list", then name it with --snapshot.',
  },
  'backup/unknown': {
    message: 'There is no such backup in this folder.',
    next: 'See "medmemory restore --list" for those that are there.',
  },
  'setting/unknown': { message: 'There is no such setting.', next: 'See "medmemory settings".' },
  'setting/invalid': {
    message: 'The setting cannot have this value.',
    next: 'See "medmemory settings" for what is in force, and docs/settings.md for the ranges.',
  },
  'desktop/absent': {
    message: 'This cannot be done where the program runs now.',
    next: 'Do it in the desktop application.',
  },
}
