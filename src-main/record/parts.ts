/**
 * Several pictures as one document, in an order that a person can change. Touches no original and nothing that was read;
 * what is stated is taken from the pages once more, since a table may go on from one to the next.
 */
import type { DocumentSummary } from '#contract/documents.ts'
import { AppError } from '#contract/errors.ts'
import type { DocumentId } from '#contract/ids.ts'
import { type DocumentFormat, isImageFormat } from '../ingest/detect-format.ts'
import type { Audit } from '../store/audit.ts'
import { findDocument } from '../store/documents.ts'
import { listParts, separateParts, setParts } from '../store/parts.ts'
import type { Store } from '../store/store.ts'
import type { DocumentRow } from '../store/tables.ts'
import { forgetExtracted } from '../store/to-extract.ts'
import { nextStamp } from '../store/vault-meta.ts'

export interface PartsDeps {
  readonly store: Store
  readonly audit: Audit
  readonly get: (id: DocumentId) => Promise<DocumentSummary>
  readonly changed: () => void
}

export type Parts = ReturnType<typeof createParts>

export function createParts({ store, audit, get, changed }: PartsDeps) {
  async function getLead(id: DocumentId): Promise<DocumentRow> {
    const row = await findDocument(store.db, id)
    if (row === undefined || row.partOf !== null) throw new AppError('document/unknown')
    return row
  }

  return {
    /** What was put together before comes with its parts, in their order. */
    async combine(ids: readonly DocumentId[]): Promise<DocumentSummary> {
      const leads: DocumentRow[] = []
      for (const id of new Set(ids)) leads.push(await getLead(id))
      const [first] = leads
      const fits = leads.every(
        ({ personId, format }) => personId === first?.personId && isImageFormat(format as DocumentFormat),
      )
      if (first === undefined || leads.length < 2 || !fits) throw new AppError('document/not-pictures')
      await store.write(async (trx) => {
        const order: DocumentId[] = []
        for (const { id } of leads) for (const part of await listParts(trx, id)) order.push(part.id)
        await setParts(trx, first.id, order, await nextStamp(trx))
        await forgetExtracted(trx, order)
        await audit.append(trx, { action: 'document.combine', objectId: first.id, meta: { parts: order.length } })
      })
      changed()
      return get(first.id)
    },

    async reorder(id: DocumentId, order: readonly DocumentId[]): Promise<DocumentSummary> {
      await getLead(id)
      await store.write(async (trx) => {
        const parts = new Set((await listParts(trx, id)).map((part) => part.id))
        const named = new Set(order)
        if (named.size !== order.length || named.size !== parts.size || !order.every((part) => parts.has(part)))
          throw new AppError('input/invalid')
        await setParts(trx, id, order, await nextStamp(trx))
        await forgetExtracted(trx, order)
        await audit.append(trx, { action: 'document.reorder', objectId: id, meta: { parts: order.length } })
      })
      changed()
      return get(id)
    },

    async separate(id: DocumentId): Promise<DocumentId[]> {
      await getLead(id)
      const ids = await store.write(async (trx) => {
        const parts = await listParts(trx, id)
        await separateParts(trx, id, await nextStamp(trx))
        await forgetExtracted(
          trx,
          parts.map((part) => part.id),
        )
        await audit.append(trx, { action: 'document.separate', objectId: id, meta: { parts: parts.length } })
        return parts.map((part) => part.id)
      })
      changed()
      return ids
    },
  }
}
