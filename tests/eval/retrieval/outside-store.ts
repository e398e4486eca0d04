/**
 * A store whose one person owns every document of an outside set: the program's own sections, chunks and full text,
 * written without a file or a job for each.
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import { chunksOfPage } from '../../../src-main/ingest/page-chunks.ts'
import { toSections } from '../../../src-main/ingest/readers/section.ts'
import { insertChunks } from '../../../src-main/store/chunks.ts'
import { insertDocument } from '../../../src-main/store/documents.ts'
import { migrate } from '../../../src-main/store/migrate.ts'
import { insertPages, type NewPage } from '../../../src-main/store/pages.ts'
import { insertPerson } from '../../../src-main/store/people.ts'
import { openStore, type Store } from '../../../src-main/store/store.ts'
import { initVaultMeta, nextStamp } from '../../../src-main/store/vault-meta.ts'
import type { OutsideSet } from './set-file.ts'

export interface OutsideStore {
  readonly store: Store
  readonly personId: PersonId
}

type Document = OutsideSet['corpus'][number] & { readonly title: string }

const DOCUMENTS_A_COMMIT = 250
/** No word of it can be a word of a query: those of a person's name are not searched for. */
const NAMELESS = '·'
/** Titles are read beside the text. A number says nothing, and no two documents may pass for copies of each other. */
const FIRST_TITLE = 100_000

/** A document keeps the id it has in the set. The caller closes the store. */
export async function openOutsideStore(folder: string, corpus: OutsideSet['corpus']): Promise<OutsideStore> {
  const store = await openStore({ file: join(folder, 'vault.db'), key: randomBytes(32), cipher: 'aegis' })
  try {
    await migrate(store, (version) => join(folder, `copy-${version}.db`))
    const personId = 'outside' as PersonId
    const { seq } = await store.write(async (trx) => {
      await initVaultMeta(trx, 'eval')
      const stamp = await nextStamp(trx)
      return insertPerson(trx, { id: personId, name: NAMELESS, bornOn: null, addedAt: NOW, ...stamp })
    })
    const titled = corpus.map((document, at) => ({ ...document, title: String(FIRST_TITLE + at) }))
    for (let at = 0; at < titled.length; at += DOCUMENTS_A_COMMIT)
      await insertBatch(store, { personId, seq }, titled.slice(at, at + DOCUMENTS_A_COMMIT))
    return { store, personId }
  } catch (error) {
    await store.close()
    throw error
  }
}

const NOW = '2026-01-01T00:00:00Z'

const insertBatch = (store: Store, person: { personId: PersonId; seq: number }, documents: readonly Document[]) =>
  store.write(async (trx) => {
    const stamp = await nextStamp(trx)
    const pages: NewPage[] = []
    for (const document of documents) {
      const own = pagesOf(document)
      pages.push(...own)
      await insertDocument(trx, {
        id: document.id as DocumentId,
        personId: person.personId,
        sha256: document.id,
        blobId: document.id,
        fileName: `${document.id}.txt`,
        title: document.title,
        format: 'text',
        sizeBytes: document.text.length,
        state: 'indexed',
        code: null,
        pageCount: own.length,
        password: null,
        importedAt: NOW,
        ...stamp,
      })
    }
    await insertPages(trx, pages)
    const ids = documents.map(({ id }) => id as DocumentId)
    const rows = await trx.selectFrom('page').selectAll().where('documentId', 'in', ids).orderBy('id').execute()
    await insertChunks(
      trx,
      rows.flatMap((row) => chunksOfPage(row, person.seq)),
    )
  })

const pagesOf = ({ id, text }: Document): NewPage[] =>
  toSections([text]).map((page) => ({
    documentId: id as DocumentId,
    number: page.number,
    text: page.text,
    words: page.words,
    wordCount: page.text.match(/\S+/g)?.length ?? 0,
    method: page.method,
    confidence: null,
    needsOcr: 0,
    chunkSpans: JSON.stringify(page.chunks.map(({ start, end }) => [start, end])),
    readerVersion: 1,
  }))
