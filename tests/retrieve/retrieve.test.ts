import { expect, test } from 'vitest'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import { packWords } from '../../src-main/ingest/words.ts'
import { createDictionary } from '../../src-main/retrieve/dictionary.ts'
import { createRetriever } from '../../src-main/retrieve/retrieve.ts'
import { insertChunks } from '../../src-main/store/chunks.ts'
import { insertDocument } from '../../src-main/store/documents.ts'
import { insertPages, listPages } from '../../src-main/store/pages.ts'
import { insertPerson } from '../../src-main/store/people.ts'
import type { Store } from '../../src-main/store/store.ts'
import { nextStamp } from '../../src-main/store/vault-meta.ts'
import { tempStore } from '../support/temp-store.ts'

const { signal } = new AbortController()

/** A person with one document, each text a page and a chunk. */
async function addRecord(store: Store, name: string, texts: readonly string[]): Promise<PersonId> {
  const personId = name as PersonId
  const id = `${name}-papers` as DocumentId
  await store.write(async (trx) => {
    const stamp = await nextStamp(trx)
    const { seq } = await insertPerson(trx, { id: personId, name, bornOn: null, addedAt: '2024-01-01', ...stamp })
    await insertDocument(trx, {
      id,
      personId,
      sha256: id,
      blobId: id,
      fileName: `${id}.txt`,
      title: id,
      format: 'text',
      sizeBytes: 1,
      state: 'indexed',
      code: null,
      pageCount: texts.length,
      password: null,
      importedAt: '2024-01-01T00:00:00Z',
      ...stamp,
    })
    for (let from = 0; from < texts.length; from += 200) {
      const batch = texts.slice(from, from + 200)
      await insertPages(
        trx,
        batch.map((text, index) => pageOf(id, from + index + 1, text)),
      )
      const rows = await listPages(trx, id, from + 1, batch.length)
      await insertChunks(
        trx,
        rows.map((row) => ({
          documentId: id,
          pageId: row.id,
          personSeq: seq,
          startOffset: 0,
          endOffset: row.text.length,
          text: row.text,
        })),
      )
    }
  })
  return personId
}

const pageOf = (documentId: DocumentId, number: number, text: string) => ({
  documentId,
  number,
  text,
  words: packWords(
    Array.from(text.matchAll(/\S+/g), ({ index, 0: { length } }) => ({
      start: index,
      length,
      box: [index / 1000, 0.1, length / 1000, 0.02] as const,
    })),
  ),
  wordCount: 1,
  method: 'text' as const,
  confidence: null,
  needsOcr: 0 as const,
  chunkSpans: '[]',
  readerVersion: 1,
})

async function searcher(texts: readonly string[]) {
  const { store } = await tempStore()
  const personId = await addRecord(store, 'Ada', texts)
  await addRecord(store, 'Bertil', ['gamma globulin of somebody else'])
  const retriever = createRetriever({ db: store.db, dictionary: createDictionary([]) })
  return {
    retriever,
    personId,
    search: (query: string, limit = 5) => retriever.search({ personId, query, limit, typing: false }, signal),
  }
}

test('a page with every word comes before pages with the rarest only, and nobody else is found', async () => {
  const { search } = await searcher(['globulin', 'globulin gamma globulin', 'gamma and a globulin too', 'nothing'])
  const { hits } = await search('gamma globulin')
  expect(hits.map(({ page }) => page).sort()).toEqual([1, 2, 3])
  expect(hits.at(-1)?.page).toBe(1)
})

test('a word that stands nearly everywhere narrows and is lit, and a word alone that does answers with the newest', async () => {
  const texts = Array.from({ length: 1200 }, (_, index) => `routine visit ${index} with nothing new`)
  texts[40] = 'a vasectomy at the routine appointment'
  const { search } = await searcher(texts)
  const { hits } = await search('routine vasectomy')
  expect(hits[0]?.page).toBe(41)
  // from the first letter of `vasectomy` to the last of `routine`, which are near enough for one box
  expect(hits[0]?.boxes).toEqual([[0.002, expect.closeTo(0.1, 3), 0.024, expect.closeTo(0.02, 3)]])
  const newest = await search('routine', 3)
  expect(newest.hits.map(({ page }) => page)).toEqual([1200, 1199, 1198])
})

test('what a question is weighed by are the frequencies in the record of the person asked about', async () => {
  const { retriever, personId } = await searcher(['globulin low', 'globulin high', 'a scar'])
  const { frequencyOf, chunkCount } = await retriever.retrieve({ personId, question: 'Was the globulin low?' }, signal)
  expect([frequencyOf('globulin'), chunkCount]).toEqual([2, 3])
})

test('what was misread of a name is found and lit as it stands, below what is written as asked', async () => {
  const { search } = await searcher(['HbAlc 61 HbAlc HbAlc', 'a scar', 'HbA1c 48, seen in a long letter', 'AIc 6.1'])
  const { hits } = await search('HbA1c')
  expect(hits.map(({ page }) => page)).toEqual([3, 1])
  expect(hits[1]?.text).toBe('HbAlc 61 HbAlc HbAlc')
  expect(hits[1]?.boxes).toEqual([[0, expect.closeTo(0.1, 3), 0.02, expect.closeTo(0.02, 3)]])
  const short = await search('a1c')
  expect(short.hits.map(({ page }) => page)).toEqual([4])
})

test('pages where all words stand, one of them misread, come before pages with fewer', async () => {
  const { search } = await searcher(['vitamin D', 'vitamin Bl2 low', 'vitamin K', 'vitamin B12 high', 'B12'])
  const { hits } = await search('vitamin B12')
  expect(hits.map(({ page }) => page).slice(0, 2)).toEqual([4, 2])
  expect(hits).toHaveLength(5)
})

test('many misread pages do not crowd out the one that is written as asked', async () => {
  const { search } = await searcher([...Array.from({ length: 300 }, () => 'Alc Alc'), `A1c ${'word '.repeat(80)}`])
  const { hits } = await search('A1c', 3)
  expect(hits.map(({ page }) => page)[0]).toBe(301)
  expect(hits).toHaveLength(3)
})

test('another test of nearly the same letters is not taken for a misread one', async () => {
  const { search } = await searcher(['ALC 1.9', 'Alc 6.1'])
  expect((await search('A1c')).hits.map(({ page }) => page)).toEqual([2])
})

test('evidence for a question knows the misread words as they are written', async () => {
  const { retriever, personId } = await searcher(['HbAlc 61 mmol/mol', 'ALC 1.9'])
  const { passages, query } = await retriever.retrieve({ personId, question: 'What was the HbA1c?' }, signal)
  expect(passages.map(({ page }) => page)).toEqual([1])
  expect(query.terms.flatMap(({ alternatives }) => alternatives)).toEqual([['HbAlc']])
})
