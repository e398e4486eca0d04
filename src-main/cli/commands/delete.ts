/** Removes a document for good. Asks first, unless --yes says so beforehand. */
import type { DocumentId } from '#contract/ids.ts'
import type { Run } from '../call.ts'
import { exitCodes } from '../exit-codes.ts'
import { canAsk } from '../io.ts'
import { askYes } from '../prompt.ts'
import { safeLine } from '../terminal-text.ts'
import { wrongUsage } from '../wrong-usage.ts'

export const deleteDocument: Run = async ({ api, words, options, io, signal }) => {
  const id = words[0] as DocumentId
  if (!options.yes && !canAsk(io)) throw wrongUsage('Without a terminal to ask on, "delete" needs --yes.')
  const { title } = await api.documents.get({ id })
  const question = `Delete "${safeLine(title)}" and everything read from it? This cannot be undone.`
  if (!options.yes && !(await askYes(io, question, signal)))
    return { json: { documentId: id, deleted: false }, lines: ['Nothing was deleted.'], exitCode: exitCodes.failed }
  await api.documents.delete({ id })
  return { json: { documentId: id, deleted: true }, lines: [`Deleted "${safeLine(title)}".`] }
}
