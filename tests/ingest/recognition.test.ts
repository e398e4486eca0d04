import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { DocumentId } from '#contract/ids.ts'
import type { Api } from '#contract/index.ts'
import { countedEngines } from '../support/counted-engines.ts'
import { bandOf, printPage, printPdf, printTiff } from '../support/printed.ts'
import { drain, importAndRead, tempApp } from '../support/temp-app.ts'

const SLOW = 180_000

const letter = [
  'Dr Helen Marsh, Rheumatology',
  'Seen in clinic for swollen knees.',
  'Ferritin was 212 micrograms.',
  'Start methotrexate weekly.',
]
const three = [
  ['The first page speaks of', 'warfarin and of nothing else.'],
  ['The second page speaks of', 'amlodipine in the morning.'],
  ['The third page asks for', 'a colonoscopy in autumn.'],
]

const put = (desk: string, name: string, bytes: Uint8Array): string => {
  const path = join(desk, name)
  writeFileSync(path, bytes)
  return path
}

/** Imports one file without waiting until it is read. */
async function importOne(api: Api, personId: Parameters<Api['documents']['import']>[0]['personId'], path: string) {
  const { outcomes } = await api.documents.import({ personId, paths: [path] })
  return (outcomes[0] as { documentId: DocumentId }).documentId
}

const stateOf = async (api: Api, id: DocumentId) => (await api.documents.get({ id })).state

test(
  'a picture of a letter is waited for, recognised, found, and lit where its words stand',
  async () => {
    const { api, desk, personId } = await tempApp()
    const id = await importOne(api, personId, put(desk, 'letter.png', printPage(letter)))
    await expect.poll(() => stateOf(api, id), { timeout: 30_000, interval: 10 }).toBe('needs-ocr')
    const before = await api.answers.search({ personId, query: 'methotrexate' })
    expect(before).toMatchObject({ hits: [], searched: { documents: 0, pages: 0, waiting: 1, unreadable: 1 } })

    await drain(api)
    const document = await api.documents.get({ id })
    expect(document).toMatchObject({ state: 'indexed', format: 'png', pages: 1, readPages: 1, ocrPages: 1 })
    expect(document).toMatchObject({ partlyReadPages: 0, imageOnlyPages: 0, words: letter.join(' ').split(' ').length })
    const { pages } = await api.documents.open({ id, withWords: true })
    expect(pages).toMatchObject([{ number: 1, method: 'ocr', needsOcr: false, reading: 'read', turn: 0, unread: [] }])
    expect(pages[0]?.confidence).toBeGreaterThan(0.7)
    expect(pages[0]?.words).toHaveLength(document.words)

    const { hits, searched } = await api.answers.search({ personId, query: 'methotrexate' })
    expect(searched).toEqual({
      ...{ documents: 1, pages: 1, waiting: 0, unreadable: 0 },
      ...{ partlyReadPages: 0, lowConfidencePages: 0, withoutFacts: 0 },
    })
    expect(hits).toMatchObject([{ documentId: id, page: 1 }])
    expect(hits[0]?.boxes).toHaveLength(1)
    const [x = 0, y = 0, width = 0, height = 0] = hits[0]?.boxes[0] ?? []
    const { top, bottom } = bandOf(3, letter.length)
    expect(y).toBeGreaterThan(top - 0.01)
    expect(y + height).toBeLessThan(bottom + 0.04)
    expect([x > 0.1 && x < 0.2, x + width > 0.25 && x + width < 0.35]).toEqual([true, true])
  },
  SLOW,
)

test(
  'the pages of a fax keep their order, and what stands on the third is lit on the third',
  async () => {
    const { api, desk, personId } = await tempApp()
    const { documents } = await importAndRead(api, personId, [put(desk, 'fax.tif', await printTiff(three))])
    expect(documents).toMatchObject([{ state: 'indexed', format: 'tiff', pages: 3, readPages: 3, ocrPages: 3 }])
    const { pages } = await api.documents.open({ id: documents[0]?.id as DocumentId, withWords: true })
    expect(pages.map(({ number, text }) => [number, text])).toEqual(
      three.map((lines, index) => [index + 1, lines.join('\n')]),
    )
    const { hits } = await api.answers.search({ personId, query: 'colonoscopy' })
    expect(hits).toMatchObject([{ page: 3 }])
    const rounded = pages[2]?.words.map(({ box }) => box.map((part) => Math.round(part * 1e5) / 1e5))
    expect(rounded).toContainEqual(hits[0]?.boxes[0])
    expect((await api.jobs.list({ filter: {} })).items).toMatchObject([
      { kind: 'read', state: 'done', done: 3, total: 3 },
      { kind: 'recognize', state: 'done', done: 3, total: 3, attempts: 1 },
    ])
  },
  SLOW,
)

test(
  'of a PDF with one scanned page the text can be searched at once, and the scan after it was looked at',
  async () => {
    const { api, desk, personId } = await tempApp()
    const [first = [], second = [], third = []] = three
    const file = await printPdf([{ lines: first }, { lines: second, scanned: true }, { lines: third }])
    const id = await importOne(api, personId, put(desk, 'mixed.pdf', file))
    await expect.poll(() => stateOf(api, id), { timeout: 30_000, interval: 10 }).toBe('needs-ocr')
    const before = await api.answers.search({ personId, query: 'colonoscopy' })
    expect(before.hits).toMatchObject([{ documentId: id, page: 3 }])
    expect(before.searched).toMatchObject({ documents: 0, pages: 2, waiting: 1, unreadable: 1 })
    expect(await api.documents.get({ id })).toMatchObject({ pages: 3, readPages: 2, ocrPages: 0 })

    await drain(api)
    expect(await api.documents.get({ id })).toMatchObject({ state: 'indexed', readPages: 3, ocrPages: 1 })
    const { pages } = await api.documents.open({ id })
    expect(pages.map(({ method, reading }) => [method, reading])).toEqual([
      ['text', 'read'],
      ['ocr', 'read'],
      ['text', 'read'],
    ])
    const { hits, searched } = await api.answers.search({ personId, query: 'amlodipine' })
    expect(hits).toMatchObject([{ documentId: id, page: 2 }])
    expect(searched).toMatchObject({ documents: 1, pages: 3, waiting: 0, unreadable: 0 })
    expect(await api.vault.verify()).toMatchObject({ ok: true })
  },
  SLOW,
)

test(
  'the same picture for a second person is not looked at again, unless that person has it read again',
  async () => {
    const { spawnEngine, asked } = countedEngines()
    const { api, desk, personId } = await tempApp({ spawnEngine })
    const other = await api.people.add({ name: 'Bert Example' })
    const path = put(desk, 'letter.png', printPage(letter))
    await importAndRead(api, personId, [path])
    expect(asked).toEqual(['text countPages', 'ocr seePages'])

    const { documents } = await importAndRead(api, other.id, [path])
    expect(asked).toHaveLength(2)
    expect(documents).toMatchObject([{ state: 'indexed', ocrPages: 1 }])
    expect((await api.answers.search({ personId: other.id, query: 'methotrexate' })).hits).toHaveLength(1)

    await api.documents.readAgain({ id: documents[0]?.id as DocumentId })
    await drain(api)
    expect(asked.slice(2).filter((call) => call.endsWith('seePages'))).toHaveLength(1)
    expect(await api.vault.verify()).toMatchObject({ ok: true })
  },
  SLOW,
)

test(
  'a picture that is read again can be searched meanwhile, and keeps its original and its words',
  async () => {
    const { api, desk, personId } = await tempApp()
    const path = put(desk, 'letter.png', printPage(letter))
    const { documents } = await importAndRead(api, personId, [path])
    const id = documents[0]?.id as DocumentId
    const read = await api.documents.open({ id, withWords: true })
    const { auditRows } = await api.vault.verify()

    expect(await api.documents.readAgain({ id })).toMatchObject({ state: 'queued', words: documents[0]?.words })
    await expect(api.documents.readAgain({ id })).rejects.toMatchObject({ code: 'document/busy' })
    const hits = async () => (await api.answers.search({ personId, query: 'methotrexate' })).hits.length
    const seen = new Set<number>()
    for (let open = true; open; ) {
      seen.add(await hits())
      open = (await api.jobs.list({ filter: { states: ['queued', 'running'] } })).items.length > 0
    }
    expect([...seen]).toEqual([1])

    expect(await api.documents.open({ id, withWords: true })).toEqual({
      ...read,
      document: await api.documents.get({ id }),
    })
    expect(await api.documents.get({ id })).toEqual(documents[0])
    const report = await api.vault.verify()
    expect(report).toMatchObject({ ok: true, originals: 1 })
    // verifying, reading again, opening twice
    expect(report.auditRows - auditRows).toBeGreaterThanOrEqual(3)
  },
  SLOW,
)
