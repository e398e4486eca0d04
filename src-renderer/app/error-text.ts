/**
 * What each error means in this window, and what to do next. The sentences are the contract's; where they tell of a
 * command, the window says it in its own words. A new code does not compile unexplained there, and a test forbids
 * commands here.
 */
import { type ErrorText, errorTexts } from '#contract/error-text.ts'
import type { ErrorCode } from '#contract/errors.ts'

export const textOfError = (code: ErrorCode): ErrorText => {
  const next = nextInWindow[code]
  return next === undefined ? errorTexts[code] : { message: errorTexts[code].message, next }
}

const nextInWindow: Readonly<Partial<Record<ErrorCode, string>>> = {
  'input/invalid': 'Check what was entered and try again.',
  'vault/absent': 'Choose another folder, or make a new vault here.',
  'vault/locked': 'Unlock it first.',
  'vault/in-use': 'Close the other window or program that has it open.',
  'vault/wrong-passphrase': 'Check capitals and spaces, or use the recovery sheet.',
  'vault/damaged-original': 'Check the vault under Settings, Security to see which, and import the file again.',
  'person/unknown': 'Choose a person from the list; this one may have been removed.',
  'person/ambiguous': 'Choose the person from the list.',
  'document/unknown': 'Go back to the documents; it may have been removed.',
  'document/busy': 'Wait until it has been read, and try again.',
  'document/is-note': 'Change it under Notes.',
  'document/wrong-password': 'Enter the password that the file was given.',
  'file/too-large': 'Split it, or raise the limit under Settings, Reading.',
  'language/unknown': 'See Settings, Languages for what is installed.',
  'model/unknown': 'See Settings, Models for the names.',
  'model/absent': 'Bring its files under Settings, Models.',
  'model/needs-id': 'Give it a name of your own, like custom:mine.',
  'model/changed': 'Remove it under Settings, Models and bring it again.',
  'model/in-use': 'Turn to what is built in first, then remove it.',
  'download/not-offered': 'Bring its files from your disk.',
  'download/no-consent': 'Look at the model again and agree to what is shown there.',
  'download/refused-host': 'Nothing was fetched from there; bring the files from your disk.',
  'download/refused': 'Try again later, or bring the file from your disk.',
  'download/too-large': 'Nothing of it was kept; bring the file from your disk.',
  'engine/timeout': 'The original is safe; split the document or allow more time under Settings, Reading.',
  'engine/memory': 'The original is safe; split the document or allow more memory under Settings, Reading.',
  'backup/no-place': 'Choose a folder under Settings, Backups.',
  'backup/damaged': 'Choose another one from the list.',
  'backup/unknown': 'Choose one from the list.',
  'setting/unknown': 'Start the program again; it may have been updated.',
  'setting/invalid': 'Choose a value within the range that is shown.',
}
