/** Reads the whole vault back and says what does not hold. Changes nothing; a problem is named, never repaired here. */
import { sql } from 'kysely'
import { AppError } from '#contract/errors.ts'
import type { VerifyReport } from '#contract/vault.ts'
import type { Audit } from '../store/audit.ts'
import { findAuditHead } from '../store/audit.ts'
import { listBlobIds } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import type { Blobs } from '../vault/blobs.ts'

export interface VerifyDeps {
  readonly store: Store
  readonly audit: Audit
  readonly blobs: Pick<Blobs, 'verify'>
  readonly headerHolds: () => Promise<boolean>
}

type Problem = VerifyReport['problems'][number]

export function createVerify({ store, audit, blobs, headerHolds }: VerifyDeps) {
  return async (signal: AbortSignal): Promise<VerifyReport> => {
    const problems: Problem[] = []
    if (!(await headerHolds())) problems.push({ part: 'header' })
    problems.push(...(await checkStore(store)))
    const broken = await audit.findBreak(store.db)
    if (broken !== undefined) problems.push({ part: 'audit', id: String(broken) })

    const documents = await listBlobIds(store.db)
    for (const { id, blobId, sha256 } of documents) {
      signal.throwIfAborted()
      const holds = await blobs.verify(blobId).then(
        (seen) => seen.sha256 === sha256,
        (error: unknown) => {
          if (isFinding(error)) return false
          throw error
        },
      )
      if (!holds) problems.push({ part: 'original', id })
    }

    const head = await findAuditHead(store.db)
    await store.write((trx) => audit.append(trx, { action: 'vault.verify', meta: { problems: problems.length } }))
    return {
      ok: problems.length === 0,
      problems,
      originals: documents.length,
      documents: documents.filter(({ isSample }) => isSample === 0).length,
      auditRows: head.seq,
    }
  }
}

/** A store that is busy or closed has not been looked at: that is no damage. */
const isFinding = (error: unknown) => error instanceof AppError && !error.code.startsWith('store/')

async function checkStore(store: Store): Promise<Problem[]> {
  const problems: Problem[] = []
  const damaged = (part: Problem['part']) => (error: unknown) => {
    if (!isFinding(error)) throw error
    problems.push({ part })
    return { rows: [] }
  }
  // a reader that has not looked into the full text since it was last changed takes it for damaged (SQLite 3.53), so it looks first
  const integrity = await sql<{ integrity_check: string }>`
    SELECT integrity_check FROM (SELECT count(*) FROM chunkText WHERE chunkText MATCH 'look')
    CROSS JOIN pragma_integrity_check`
    .execute(store.db)
    .catch(damaged('store'))
  if (integrity.rows.some((row) => row.integrity_check !== 'ok')) problems.push({ part: 'store' })
  const foreign = await sql`PRAGMA foreign_key_check`.execute(store.db).catch(damaged('store'))
  if (foreign.rows.length > 0) problems.push({ part: 'store' })
  await sql`INSERT INTO chunkText (chunkText, rank) VALUES ('integrity-check', 1)`
    .execute(store.db)
    .catch(damaged('fullText'))

  const unread = await sql<{ id: string }>`
    SELECT id FROM document WHERE state IN ('indexed', 'needs-ocr', 'needs-language')
      AND pageCount <> (SELECT count(*) FROM page WHERE page.documentId = document.id)`.execute(store.db)
  problems.push(...unread.rows.map(({ id }) => ({ part: 'pages' as const, id })))
  const unindexed = await sql<{ id: string }>`
    SELECT id FROM document WHERE state IN ('indexed', 'needs-ocr') AND (SELECT count(*) FROM chunk WHERE chunk.documentId = document.id)
      <> (SELECT coalesce(sum(json_array_length(chunkSpans)), 0) FROM page WHERE page.documentId = document.id)`.execute(
    store.db,
  )
  problems.push(...unindexed.rows.map(({ id }) => ({ part: 'chunks' as const, id })))
  return problems
}
