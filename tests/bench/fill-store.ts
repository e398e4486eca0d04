/** A store full of chunks, made through the program's own queries: pages with word boxes, chunks, full text. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import { packWords } from '../../src-main/ingest/words.ts'
import { insertChunks, type NewChunk } from '../../src-main/store/chunks.ts'
import { insertDocument } from '../../src-main/store/documents.ts'
import { migrate } from '../../src-main/store/migrate.ts'
import type { Cipher } from '../../src-main/store/open.ts'
import { insertPages, listPages, type NewPage } from '../../src-main/store/pages.ts'
import { insertPerson } from '../../src-main/store/people.ts'
import { openStore, type Store } from '../../src-main/store/store.ts'
import { initVaultMeta, nextStamp } from '../../src-main/store/vault-meta.ts'
import type { ChunkSource } from './zipf-text.ts'

const CHUNKS_A_PAGE = 4
const PAGES_A_DOCUMENT = 25

export interface FilledStore {
  readonly store: Store
  readonly people: readonly { readonly id: PersonId; readonly seq: number }[]
}

/** People have equal shares; documents of different people follow one another, as they would be imported. */
export async function fillStore(
  folder: string,
  options: { cipher: Cipher; people: number; chunks: number; source: ChunkSource },
): Promise<FilledStore> {
  const store = await openStore({
    file: join(folder, 'vault.db'),
    key: randomBytes(32),
    cipher: options.cipher,
  })
  await migrate(store, (version) => join(folder, `copy-${version}.db`))
  await store.write((trx) => initVaultMeta(trx, 'bench'))
  return { store, people: await fill(store, options) }
}

export async function fill(
  store: Store,
  options: { people: number; chunks: number; source: ChunkSource },
): Promise<FilledStore['people']> {
  const people = []
  for (let index = 0; index < options.people; index += 1) people.push(await addPerson(store, index))
  const documents = options.chunks / (CHUNKS_A_PAGE * PAGES_A_DOCUMENT)
  for (let index = 0; index < documents; index += 1) {
    const person = people[index % people.length]
    if (person !== undefined) await addDocument(store, person, index, options.source)
  }
  return people
}

const addPerson = (store: Store, index: number) =>
  store.write(async (trx) => {
    const stamp = await nextStamp(trx)
    const id = `person-${index}` as PersonId
    const { seq } = await insertPerson(trx, {
      id,
      name: `Person ${index}`,
      bornOn: null,
      addedAt: '2024-01-01T00:00:00Z',
      ...stamp,
    })
    return { id, seq }
  })

async function addDocument(
  store: Store,
  person: FilledStore['people'][number],
  index: number,
  source: ChunkSource,
): Promise<void> {
  const id = `document-${index}` as DocumentId
  const pages = Array.from({ length: PAGES_A_DOCUMENT }, (_, page) => makePage(id, page + 1, source))
  await store.write(async (trx) => {
    const stamp = await nextStamp(trx)
    await insertDocument(trx, {
      id,
      personId: person.id,
      sha256: id,
      blobId: id,
      fileName: `${id}.pdf`,
      title: `Document ${index}`,
      format: 'pdf',
      sizeBytes: 1,
      state: 'indexed',
      code: null,
      pageCount: PAGES_A_DOCUMENT,
      password: null,
      importedAt: '2024-01-01T00:00:00Z',
      ...stamp,
    })
    await insertPages(trx, pages)
    const rows = await listPages(trx, id, 1, PAGES_A_DOCUMENT)
    const chunks = rows.flatMap((row): NewChunk[] =>
      (JSON.parse(row.chunkSpans) as [number, number][]).map(([startOffset, endOffset]) => ({
        documentId: id,
        pageId: row.id,
        personSeq: person.seq,
        startOffset,
        endOffset,
        text: row.text.slice(startOffset, endOffset),
      })),
    )
    await insertChunks(trx, chunks)
  })
}

function makePage(documentId: DocumentId, number: number, source: ChunkSource): NewPage {
  const spans: [number, number][] = []
  let text = ''
  for (let chunk = 0; chunk < CHUNKS_A_PAGE; chunk += 1) {
    const start = text.length
    text += source.next()
    spans.push([start, text.length])
    text += '\n\n'
  }
  const words = Array.from(text.matchAll(/\S+/g), ({ index, 0: { length } }, nth) => ({
    start: index,
    length,
    box: [0.1 + 0.08 * (nth % 10), 0.02 * Math.floor(nth / 10), 0.07, 0.015] as const,
  }))
  return {
    documentId,
    number,
    text,
    words: packWords(words),
    wordCount: words.length,
    method: 'text',
    confidence: null,
    needsOcr: 0,
    chunkSpans: JSON.stringify(spans),
    readerVersion: 1,
  }
}
