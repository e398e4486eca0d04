import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Extractor } from '../../src-main/ingest/extraction.ts'
import { findOnPage } from '../../src-main/ingest/found-fact.ts'
import { unpackWords } from '../../src-main/ingest/words.ts'
import { drain, importAndRead, tempApp } from '../support/temp-app.ts'

/** Reads of every page that it is one of so many: what a document is taken for shows in its facts. */
const counting: Extractor = {
  version: 1,
  async *extract(pages) {
    const all = []
    for await (const page of pages) all.push(page)
    yield {
      kind: 'facts',
      facts: all.map(({ number, words, method }) => {
        const page = { number, method, words: unpackWords(words), text: `Page ${number} of ${all.length}` }
        const span = { start: 0, end: page.text.length }
        return findOnPage(page, {
          ...{ kind: 'condition', name: page.text, nameText: page.text, valueText: page.text, flag: 'unknown' },
          ...{
            isNoneKnown: false,
            details: {},
            doubts: [],
            suggestions: [],
            page: number,
            spans: [span],
            valueSpan: span,
          },
        })
      }),
    }
  },
}

test('pictures put together are extracted as one document, and apart again when they are separated', async () => {
  const { api, desk, personId } = await tempApp({ extractor: counting })
  const paths: string[] = []
  for (const grey of [250, 240]) {
    const path = join(desk, `page-${grey}.png`)
    const image = sharp({ create: { width: 300, height: 400, channels: 3, background: { r: grey, g: grey, b: grey } } })
    writeFileSync(path, await image.png().toBuffer())
    paths.push(path)
  }
  const { documents } = await importAndRead(api, personId, paths)
  const stated = async () => {
    const { items } = await api.facts.list({ filter: { personId }, sort: 'name' })
    return items.map(({ name, provenance }) => [name, provenance.map(({ documentId, page }) => [documentId, page])])
  }
  const [first, second] = documents.map(({ id }) => id)
  if (first === undefined || second === undefined) throw new Error('two pictures were imported')
  const apart = [
    [
      'Page 1 of 1',
      [
        [first, 1],
        [second, 1],
      ],
    ],
  ]
  expect(await stated()).toEqual(apart)
  await api.documents.combine({ ids: [second, first] })
  await drain(api)
  expect(await stated()).toEqual([
    ['Page 1 of 2', [[second, 1]]],
    ['Page 2 of 2', [[second, 2]]],
  ])
  expect((await api.facts.list({ filter: { personId, documentId: second } })).items).toHaveLength(2)
  await api.documents.separate({ id: second })
  await drain(api)
  expect((await stated()).map(([name]) => name)).toEqual(['Page 1 of 1'])
  await api.documents.delete({ id: second })
  expect(await stated()).toEqual([['Page 1 of 1', [[first, 1]]]])
})
