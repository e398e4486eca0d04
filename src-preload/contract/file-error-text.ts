/** What errors about files mean that are given, pasted or written, as error-text.ts has it for all others. */
import type { ErrorCode } from './errors.ts'

type FileCode = Extract<ErrorCode, `file/${string}`>

export const fileErrorTexts: Readonly<Record<FileCode, { readonly message: string; readonly next: string }>> = {
  'file/not-found': { message: 'There is no such file or folder.', next: 'Check the path.' },
  'file/empty': { message: 'The file is empty.', next: 'Ask for it again where it came from.' },
  'file/differs': {
    message: 'The file is not the one that was imported.',
    next: 'It was changed or replaced since; add it as it is now, or leave it where it lies.',
  },
  'file/not-trashed': {
    message: 'The file could not be moved to the trash.',
    next: 'It lies where it was; the copy in the vault is whole.',
  },
  'file/unreadable': {
    message: 'The file or folder cannot be read.',
    next: 'Check its permissions, or copy it to a folder of yours.',
  },
  'file/too-large': {
    message: 'The file is larger than the limit.',
    next: 'Split it, or raise the setting maxFileMegabytes.',
  },
  'file/pasted-too-large': {
    message: 'What was pasted is larger than 32 MB.',
    next: 'Save it as a file, and add that file.',
  },
  'file/no-picture': {
    message: 'What was pasted is no picture that MedMemory can read.',
    next: 'Copy the picture itself, or save it as a file and add that.',
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
}
