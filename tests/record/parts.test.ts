import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { DocumentId } from '#contract/ids.ts'
import { printPage, printTiff } from '../support/printed.ts'
import { drain, importAndRead, tempApp } from '../support/temp-app.ts'

const SLOW = 180_000

const page = (word: string) => [`This page speaks of ${word}.`]

/** Two photos of one page each and a fax of two between them, read; the words of their pages in order. */
async function threePictures() {
  const { api, dir, desk, personId } = await tempApp()
  const files = [
    ['a.png', printPage(page('warfarin'))],
    ['b.tif', await printTiff([page('amlodipine'), page('colonoscopy')])],
    ['c.png', printPage(page('ferritin'))],
  ] as const
  const paths = files.map(([name, bytes]) => {
    writeFileSync(join(desk, name), bytes)
    return join(desk, name)
  })
  const { documents } = await importAndRead(api, personId, paths)
  const [a, b, c] = documents.map(({ id }) => id) as [DocumentId, DocumentId, DocumentId]
  const where = async (query: string) =>
    (await api.answers.search({ personId, query })).hits.map((hit) => [hit.documentId, hit.title, hit.page])
  return { api, dir, desk, personId, paths, documents, a, b, c, where }
}

test(
  'pictures become one document whose pages are counted through, in an order that can be changed, and can be parted again',
  async () => {
    const { api, desk, personId, paths, documents, a, b, c, where } = await threePictures()
    expect(await where('colonoscopy')).toEqual([[b, 'b', 2]])

    const whole = await api.documents.combine({ ids: [a, b, c] })
    expect(whole).toMatchObject({ id: a, title: 'a', pages: 4, readPages: 4, ocrPages: 4, partIds: [a, b, c] })
    expect(whole.words).toBe(documents.reduce((sum, { words }) => sum + words, 0))
    expect(whole.sizeBytes).toBe(documents.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0))
    const list = async () => (await api.documents.list({ filter: { personId } })).items
    expect(await list()).toEqual([whole])
    expect(await where('colonoscopy')).toEqual([[a, 'a', 3]])
    expect(await where('ferritin')).toEqual([[a, 'a', 4]])
    const textOf = async () => (await api.documents.open({ id: a })).pages.map(({ number, text }) => [number, text])
    expect(await textOf()).toEqual(
      ['warfarin', 'amlodipine', 'colonoscopy', 'ferritin'].map((word, index) => [index + 1, page(word)[0]]),
    )
    const middle = await api.documents.open({ id: a, fromPage: 3, limit: 1 })
    expect([middle.pages.map(({ number }) => number), middle.nextPage]).toEqual([[3], 4])
    const { searched } = await api.answers.search({ personId, query: 'ferritin' })
    expect(searched).toMatchObject({ documents: 1, pages: 4, waiting: 0 })
    const cited = []
    for await (const event of api.answers.ask({ personId, question: 'What does the page on ferritin say?' }))
      if (event.kind === 'sentence') cited.push(...event.citations)
    expect(cited[0]).toMatchObject({ documentId: a, title: 'a', page: 4 })

    expect((await api.documents.reorder({ id: a, order: [c, b, a] })).partIds).toEqual([c, b, a])
    expect(await where('warfarin')).toEqual([[a, 'a', 4]])
    expect(await where('ferritin')).toEqual([[a, 'a', 1]])
    expect((await textOf()).map(([, text]) => text)).toEqual(
      ['ferritin', 'amlodipine', 'colonoscopy', 'warfarin'].flatMap(page),
    )

    const { outcomes } = await api.documents.import({ personId, paths: [paths[2] ?? ''] })
    expect(outcomes).toMatchObject([{ kind: 'duplicate', documentId: a }])
    const copy = join(desk, 'copy.tif')
    expect(await api.documents.exportOriginal({ id: a, to: copy, part: 2 })).toMatchObject({ parts: 3 })
    expect(readFileSync(copy).equals(readFileSync(paths[1] ?? ''))).toBe(true)
    const none = { id: a, to: join(desk, 'none.png'), part: 4 }
    await expect(api.documents.exportOriginal(none)).rejects.toMatchObject({ code: 'document/unknown' })
    expect(existsSync(none.to)).toBe(false)
    expect(await api.vault.verify()).toMatchObject({ ok: true, originals: 3, documents: 3 })

    expect((await api.documents.separate({ id: a })).ids.toSorted()).toEqual([a, b, c].toSorted())
    expect(await where('colonoscopy')).toEqual([[b, 'b', 2]])
    expect(await where('warfarin')).toEqual([[a, 'a', 1]])
    expect((await list()).map(({ id, partIds }) => [id, partIds])).toEqual([c, b, a].map((id) => [id, undefined]))
    expect(await api.documents.get({ id: b })).toEqual(documents[1])
  },
  SLOW,
)

test(
  'a document of several pictures waits as one, is read again as one, and is deleted with all its originals',
  async () => {
    const { api, desk, personId, a, b, c, where } = await threePictures()
    await api.documents.combine({ ids: [b, c] })
    expect((await api.documents.combine({ ids: [b, a] })).partIds).toEqual([b, c, a])

    expect(await api.documents.readAgain({ id: b })).toMatchObject({ state: 'queued', pages: 4, readPages: 4 })
    const { searched } = await api.answers.search({ personId, query: 'ferritin' })
    expect(searched).toMatchObject({ documents: 0, waiting: 1 })
    await drain(api)
    expect(await api.documents.get({ id: b })).toMatchObject({ state: 'indexed', pages: 4, readPages: 4 })
    expect(await where('warfarin')).toEqual([[b, 'b', 4]])

    const late = join(desk, 'late.png')
    writeFileSync(late, printPage(page('methotrexate')))
    const { outcomes } = await api.documents.import({ personId, paths: [late] })
    const lateId = (outcomes[0] as { documentId: DocumentId }).documentId
    const { state } = await api.documents.combine({ ids: [b, lateId] })
    expect(state).not.toBe('indexed')
    const ids = async (states: [typeof state]) =>
      (await api.documents.list({ filter: { states } })).items.map(({ id }) => id)
    expect(await ids(['indexed'])).toEqual([])
    await drain(api)
    expect(await ids(['indexed'])).toEqual([b])
    expect(await where('methotrexate')).toEqual([[b, 'b', 5]])

    expect(await api.documents.delete({ id: b })).toEqual({ deleted: true })
    expect((await api.documents.list({ filter: {} })).items).toEqual([])
    for (const id of [a, b, c, lateId])
      await expect(api.documents.get({ id })).rejects.toMatchObject({ code: 'document/unknown' })
    for (const word of ['warfarin', 'ferritin', 'methotrexate']) expect(await where(word)).toEqual([])
    expect(await api.vault.verify()).toMatchObject({ ok: true, originals: 0 })
  },
  SLOW,
)

test('only pictures of one person are put together, and an order names each part once', async () => {
  const { api, desk, personId } = await tempApp()
  const other = await api.people.add({ name: 'Bert Example' })
  const importOne = async (name: string, bytes: Uint8Array | string, to = personId) => {
    writeFileSync(join(desk, name), bytes)
    const { outcomes } = await api.documents.import({ personId: to, paths: [join(desk, name)] })
    return (outcomes[0] as { documentId: DocumentId }).documentId
  }
  const a = await importOne('a.png', printPage(['a']))
  const b = await importOne('b.png', printPage(['b']))
  const c = await importOne('c.png', printPage(['c']))
  const note = await importOne('note.txt', 'Allergies: penicillin.')
  const theirs = await importOne('theirs.png', printPage(['theirs']), other.id)
  const nobody = '00000000-0000-4000-8000-000000000000' as DocumentId

  const combine = (...ids: DocumentId[]) => api.documents.combine({ ids }).catch(({ code }) => code)
  expect(await combine(a, note)).toBe('document/not-pictures')
  expect(await combine(a, theirs)).toBe('document/not-pictures')
  expect(await combine(a, a)).toBe('document/not-pictures')
  expect(await combine(a, nobody)).toBe('document/unknown')
  expect(await combine(a, b)).toMatchObject({ partIds: [a, b] })
  // a part is no document of its own while it is one
  expect(await combine(b, c)).toBe('document/unknown')

  const reorder = (...order: DocumentId[]) => api.documents.reorder({ id: a, order }).catch(({ code }) => code)
  expect(await reorder(a, a)).toBe('input/invalid')
  expect(await reorder(a, c)).toBe('input/invalid')
  expect(await reorder(a, b, c)).toBe('input/invalid')
  await expect(api.documents.separate({ id: b })).rejects.toMatchObject({ code: 'document/unknown' })
  expect((await api.documents.get({ id: a })).partIds).toEqual([a, b])
})
