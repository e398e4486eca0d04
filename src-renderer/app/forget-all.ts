/** When the vault is locked nothing of a record stays in the window's memory. Everything kept outside of queries is named here. */
import { forgetImports } from './imports.ts'
import { forgetDrafts } from './note-drafts.ts'
import { keepAll } from './removals.ts'
import { forgetToasts } from './toasts.ts'

export function forgetAll(): void {
  forgetToasts()
  forgetImports()
  forgetDrafts()
  keepAll()
  document.title = 'MedMemory'
}
