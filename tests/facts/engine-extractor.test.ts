import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packPages, type StoredPage, unpackPages } from '../../src-main/ingest/packed-pages.ts'
import { packWords } from '../../src-main/ingest/words.ts'
import { importAndRead, tempApp } from '../support/temp-app.ts'

test('the real engine takes the facts of a page, each on its words', async () => {
  const { api, desk, personId } = await tempApp()
  writeFileSync(
    join(desk, 'lab.html'),
    `<table><tr><th>Test<th>Result<th>Unit<th>Reference range<th>Flag<tr><td>Potassium<td>5.9<td>mmol/L<td>3.5 - 5.0<td>H<tr><td>Sodium<td>140<td>mmol/L<td>135 - 145<td></table>`,
  )
  const { documents } = await importAndRead(api, personId, [join(desk, 'lab.html')])
  expect(documents).toMatchObject([{ state: 'indexed' }])
  const { items } = await api.facts.list({ filter: { personId }, sort: 'name' })
  expect(items).toMatchObject([
    { name: 'Potassium', value: 5.9, unit: 'mmol/L', flag: 'high', state: 'proposed' },
    { name: 'Sodium', value: 140, unit: 'mmol/L', flag: 'normal', state: 'proposed' },
  ])
  const { text } = await api.documents.page({ id: documents[0]?.id as never, page: 1 })
  for (const { provenance } of items)
    for (const part of provenance[0]?.quote.split(' … ') ?? ['']) expect(text).toContain(part)
  expect(await api.facts.rebuild()).toMatchObject({ isSame: true, facts: 2, documents: 1 })
})

test('pages reach the engine as they lie in the store, in pieces below the largest message', async () => {
  const long = 'Kalium 5,1 mmol/l \ud83e\ude78\n'.repeat(40_000)
  const pages: StoredPage[] = [
    {
      number: 1,
      text: long,
      words: packWords([{ start: 0, length: 6, box: [0, 0, 1, 1], confidence: 0.5 }]),
      method: 'ocr',
    },
    { number: 2, text: '', words: new Uint8Array(), method: 'none' },
    { number: 3, text: '\ufeffNa', words: new Uint8Array(), method: 'text' },
  ]
  const pieces: Uint8Array[] = []
  for await (const piece of packPages(
    (async function* () {
      yield* pages
    })(),
  ))
    pieces.push(piece)
  expect(Math.max(...pieces.map(({ byteLength }) => byteLength))).toBeLessThan(2 ** 20)
  const unpacked = unpackPages(Buffer.concat(pieces))
  expect(unpacked.map(({ number, method }) => [number, method])).toEqual([
    [1, 'ocr'],
    [2, 'none'],
    [3, 'text'],
  ])
  expect(unpacked.map(({ text }) => text)).toEqual(pages.map(({ text }) => text))
  expect(unpacked[0]?.words).toMatchObject([{ start: 0, length: 6 }])
})
