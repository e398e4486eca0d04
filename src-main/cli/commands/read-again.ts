/** Queues a document for another reading. */
import type { DocumentId } from '#contract/ids.ts'
import type { Run } from '../call.ts'

export const readAgain: Run = async ({ api, words }) => {
  const { id } = await api.documents.readAgain({ id: words[0] as DocumentId })
  return {
    json: { documentId: id, queued: true },
    lines: ['The document is queued for another reading. "medmemory jobs --wait" does it.'],
  }
}
