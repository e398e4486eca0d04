/** Queues a document again. */
import type { DocumentId } from '#contract/ids.ts'
import type { Run } from '../call.ts'

export const retry: Run = async ({ api, words }) => {
  const documentId = words[0] as DocumentId
  await api.jobs.retry({ documentId })
  return {
    json: { documentId, queued: true },
    lines: ['The document is queued again. "medmemory jobs --wait" reads it.'],
  }
}
