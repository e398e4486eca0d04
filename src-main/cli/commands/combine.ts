/** Several pictures as one document: put together, put in another order, taken apart. */
import type { DocumentSummary } from '#contract/documents.ts'
import type { DocumentId } from '#contract/ids.ts'
import type { Result, Run } from '../call.ts'
import { count } from '../layout.ts'
import { safeLine } from '../terminal-text.ts'

export const combine: Run = async ({ api, words }) => tell(await api.documents.combine({ ids: words as DocumentId[] }))

export const reorder: Run = async ({ api, words: [id, ...order] }) =>
  tell(await api.documents.reorder({ id: id as DocumentId, order: order as DocumentId[] }))

export const separate: Run = async ({ api, words: [id] }) => {
  const { ids } = await api.documents.separate({ id: id as DocumentId })
  return { json: { ids }, lines: [`${count(ids.length, 'document')}, each on its own:`, ...ids] }
}

const tell = ({ id, title, pages, partIds = [id] }: DocumentSummary): Result => ({
  json: { id, title, pages, partIds },
  lines: [
    `"${safeLine(title)}" is made of ${count(partIds.length, 'picture')}, ${count(pages, 'page')} in all:`,
    ...partIds,
  ],
})
