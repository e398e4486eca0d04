import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AnswerEvent } from '#contract/answers.ts'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import type { Api } from '#contract/index.ts'
import { forkEngine } from '../../src-main/engines/spawn.ts'
import { openSettings } from '../../src-main/record/settings.ts'
import { createAudit } from '../../src-main/store/audit.ts'
import { putSetting } from '../../src-main/store/settings.ts'
import { makePapers } from '../../tools/make-papers/papers.ts'
import { makePasswordPdf } from '../../tools/make-papers/password-pdf.ts'
import { importAndRead, tempApp } from '../support/temp-app.ts'
import { tempStore } from '../support/temp-store.ts'

async function ask(api: Api, personId: PersonId, question: string): Promise<AnswerEvent[]> {
  const events: AnswerEvent[] = []
  for await (const event of api.answers.ask({ personId, question })) events.push(event)
  return events
}

const put = (desk: string, name: string, content: string | Uint8Array): string => {
  const path = join(desk, name)
  writeFileSync(path, content)
  return path
}

test('papers of every kind are imported, read, and their text comes back in reading order', async () => {
  const { api, desk, personId } = await tempApp()
  const papers = (await makePapers()).filter(({ expected }) => expected.pages.every(({ imageOnly }) => !imageOnly))
  const paths = papers.map(({ fileName, bytes }) => put(desk, fileName, bytes))
  const { documents } = await importAndRead(api, personId, paths)
  expect(documents.map(({ state }) => state)).toEqual(papers.map(() => 'indexed'))
  const flat = (text: string) => text.replace(/\s+/g, ' ').trim()
  for (const [index, paper] of papers.entries()) {
    const id = documents[index]?.id as DocumentId
    const { pages } = await api.documents.open({ id })
    expect(
      pages.map(({ text }) => flat(text)),
      paper.fileName,
    ).toEqual(paper.expected.pages.map(({ text }) => flat(text)))
  }
}, 120_000)

test('a question is answered with a quote that stands on the page it names, and lit where it stands', async () => {
  const { api, desk, personId } = await tempApp()
  const papers = await makePapers()
  const lab = papers.find(({ fileName }) => fileName.endsWith('.pdf') && /lab/i.test(fileName))
  await importAndRead(api, personId, [put(desk, 'lab.pdf', lab?.bytes ?? '')])
  const events = await ask(api, personId, 'What was the HbA1c?')
  const sentence = events.find((event) => event.kind === 'sentence')
  expect(sentence?.text).toMatch(/A1c/)
  const [citation] = sentence?.citations ?? []
  const { pages } = await api.documents.open({ id: citation?.documentId as DocumentId, withWords: true })
  const page = pages.find(({ number }) => number === citation?.page)
  expect(page?.text).toContain(citation?.quote)
  expect(citation?.boxes.length).toBeGreaterThan(0)
  const [x, y, width, height] = citation?.boxes[0] ?? [0, 0, 0, 0]
  expect(
    page?.words.some(
      ({ box }) =>
        box[0] >= x - 0.01 &&
        box[1] >= y - 0.01 &&
        box[0] + box[2] <= x + width + 0.01 &&
        box[1] + box[3] <= y + height + 0.01,
    ),
  ).toBe(true)
  expect(events.at(-1)).toMatchObject({ kind: 'end', engine: 'typed', searched: { documents: 1, waiting: 0 } })
})

test('what no paper says is answered with notInRecord and what was searched', async () => {
  const { api, desk, personId } = await tempApp()
  await importAndRead(api, personId, [
    put(desk, 'note.txt', 'Visit note\n\nBlood pressure 128/78. Metformin 500 mg twice daily.\n'),
  ])
  const events = await ask(api, personId, 'When was the colonoscopy?')
  expect(events.map(({ kind }) => kind)).toEqual(['conversation', 'query', 'evidence', 'notInRecord', 'end'])
})

test("one person's record never answers for another", async () => {
  const { api, desk, personId } = await tempApp()
  const other = await api.people.add({ name: 'Bert Example' })
  await importAndRead(api, personId, [put(desk, 'a.txt', 'Allergies: penicillin (rash).')])
  await importAndRead(api, other.id, [put(desk, 'b.txt', 'Allergies: none known.')])
  expect((await api.answers.search({ personId: other.id, query: 'penicillin' })).hits).toEqual([])
  expect((await api.answers.search({ personId, query: 'penicillin' })).hits).toHaveLength(1)
  const events = await ask(api, other.id, 'Is there an allergy to penicillin?')
  expect(JSON.stringify(events)).not.toContain('rash')
})

test('the same bytes for the same person are a duplicate; for another person nothing is computed again', async () => {
  let starts = 0
  const { api, desk, personId } = await tempApp({
    spawnEngine: (url, env) => {
      if (url.pathname.includes('text.engine')) starts += 1
      return forkEngine(url, env)
    },
  })
  const path = put(desk, 'note.txt', 'Haemoglobin 13.1 g/dL on the fourth of May.')
  await importAndRead(api, personId, [path])
  const again = await api.documents.import({ personId, paths: [path] })
  expect(again.outcomes[0]?.kind).toBe('duplicate')
  expect((await api.documents.list({ filter: { personId } })).items).toHaveLength(1)
  expect(starts).toBe(1)
  const other = await api.people.add({ name: 'Bert Example' })
  const before = await api.health.report()
  const { documents } = await importAndRead(api, other.id, [path])
  expect(documents[0]).toMatchObject({ state: 'indexed', words: 8 })
  expect((await api.health.report()).engines).toEqual(before.engines)
  expect((await api.answers.search({ personId: other.id, query: 'haemoglobin' })).hits).toHaveLength(1)
})

test('an original is exported byte for byte, never over another file', async () => {
  const { api, desk, personId } = await tempApp()
  const bytes = Buffer.from(`Note ${randomUUID()}\n`.repeat(90_000))
  const { documents } = await importAndRead(api, personId, [put(desk, 'note.txt', bytes)])
  const to = join(desk, 'copy.txt')
  await api.documents.exportOriginal({ id: documents[0]?.id as DocumentId, to })
  expect(readFileSync(to).equals(bytes)).toBe(true)
  expect(statSync(to).mode & 0o777).toBe(0o600)
  await expect(api.documents.exportOriginal({ id: documents[0]?.id as DocumentId, to })).rejects.toMatchObject({
    code: 'file/exists',
  })
})

test('a deleted document is gone from the list, the search and the disk', async () => {
  const { api, dir, desk, personId } = await tempApp()
  const { documents } = await importAndRead(api, personId, [
    put(desk, 'a.txt', 'Amlodipine 5 mg daily.'),
    put(desk, 'b.txt', 'Ramipril 5 mg daily.'),
  ])
  const id = documents[0]?.id as DocumentId
  expect(await api.documents.delete({ id })).toEqual({ deleted: true })
  await expect(api.documents.get({ id })).rejects.toMatchObject({ code: 'document/unknown' })
  expect((await api.answers.search({ personId, query: 'amlodipine' })).hits).toEqual([])
  expect((await api.answers.search({ personId, query: 'ramipril' })).hits).toHaveLength(1)
  expect(await api.vault.verify()).toMatchObject({ ok: true, originals: 1 })
  expect(existsSync(join(dir, 'vault.db'))).toBe(true)
})

test('a protected PDF waits for its password, refuses a wrong one, and is read with the right one', async () => {
  const { api, desk, personId } = await tempApp()
  const { documents } = await importAndRead(api, personId, [
    put(desk, 'locked.pdf', await makePasswordPdf('open sesame')),
  ])
  const id = documents[0]?.id as DocumentId
  expect(documents[0]?.state).toBe('needs-password')
  const waiting = await api.answers.search({ personId, query: 'anything' })
  expect(waiting.searched.waiting).toBe(1)
  await api.documents.givePassword({ id, password: 'wrong' })
  for await (const _ of api.jobs.drain());
  expect((await api.documents.get({ id })).state).toBe('needs-password')
  await api.documents.givePassword({ id, password: 'open sesame' })
  for await (const _ of api.jobs.drain());
  // it is the paper of somebody else than the vault's person
  expect(await api.documents.get({ id })).toMatchObject({ state: 'needs-answer', words: expect.any(Number) })
  expect((await api.answers.search({ personId, query: 'the' })).searched.waiting).toBe(0)
})

test('lists come in pages that neither skip nor repeat', async () => {
  const { api, desk, personId } = await tempApp()
  const paths = Array.from({ length: 23 }, (_, i) =>
    put(desk, `note-${String(i).padStart(2, '0')}.txt`, `Note number ${i}`),
  )
  await importAndRead(api, personId, paths)
  for (const sort of ['imported', 'title'] as const) {
    const seen: string[] = []
    for (let cursor: string | undefined; ; ) {
      const page = await api.documents.list({
        filter: { personId },
        sort,
        limit: 5,
        ...(cursor !== undefined && { cursor }),
      })
      seen.push(...page.items.map(({ title }) => title))
      if (page.nextCursor === null) break
      cursor = page.nextCursor
    }
    expect(seen).toHaveLength(23)
    expect(new Set(seen).size).toBe(23)
    expect(seen).toEqual(sort === 'title' ? seen.toSorted() : seen.toSorted().toReversed())
  }
  await expect(api.documents.list({ filter: {}, cursor: 'nonsense' })).rejects.toMatchObject({ code: 'input/invalid' })
  await expect(api.documents.list({ filter: {}, limit: 201 })).rejects.toMatchObject({ code: 'input/invalid' })
})

test('the last word of a search may be unfinished', async () => {
  const { api, desk, personId } = await tempApp()
  await importAndRead(api, personId, [put(desk, 'a.txt', 'Known hypertension, treated since 2019.')])
  for (const query of ['hyperten', 'hypertensio', 'treated hypert'])
    expect((await api.answers.search({ personId, query, typing: true })).hits, query).toHaveLength(1)
})

test('abbreviations and brand names find what they mean, and what is shown is what is written', async () => {
  const { api, desk, personId } = await tempApp()
  await importAndRead(api, personId, [
    put(desk, 'a.txt', 'Complains of shortness of breath.'),
    put(desk, 'b.txt', 'Paracetamol 1 g as needed.'),
  ])
  expect((await api.answers.search({ personId, query: 'SOB' })).hits[0]?.text).toBe('Complains of shortness of breath.')
  expect((await api.answers.search({ personId, query: 'Tylenol' })).hits[0]?.text).toBe('Paracetamol 1 g as needed.')
})

test('settings are kept, checked, and a bad stored value falls back with a notice', async () => {
  const { api } = await tempApp()
  await api.settings.set({ name: 'maxFileMegabytes', value: 1 })
  await expect(api.settings.set({ name: 'maxFileMegabytes', value: 0 })).rejects.toMatchObject({
    code: 'setting/invalid',
  })
  expect((await api.settings.list({ filter: {} })).items.find(({ name }) => name === 'maxFileMegabytes')).toEqual({
    name: 'maxFileMegabytes',
    value: 1,
    isDefault: false,
  })
})

test('a person needs a real birth date, and is found by name in any case', async () => {
  const { api } = await tempApp()
  await expect(api.people.add({ name: 'X Y', bornOn: '2023-02-29' })).rejects.toMatchObject({ code: 'input/invalid' })
  expect((await api.people.list({ filter: { name: 'ADA example' } })).items).toHaveLength(1)
})

test('a stored setting that no longer fits falls back to its default, and the person is told', async () => {
  const { store } = await tempStore()
  const audit = createAudit({ key: new Uint8Array(32), bootId: 'boot', actor: 'owner', now: () => '' })
  const stamp = { origin: 'test', logicalTime: 1 }
  await store.write(async (trx) => {
    await putSetting(trx, 'maxFileMegabytes', '"many"', stamp)
    await putSetting(trx, 'readingDeadlineSeconds', '30', stamp)
    await putSetting(trx, 'engineMemoryMegabytes', 'not json', stamp)
  })
  const settings = await openSettings(store, audit, () => {})
  expect(settings.current()).toMatchObject({
    maxFileMegabytes: 500,
    readingDeadlineSeconds: 30,
    engineMemoryMegabytes: 1024,
  })
  expect(settings.wasReset).toBe(true)
})

test('a dangling link in a folder costs none of the files beside it', async () => {
  const { api, desk, personId } = await tempApp()
  const folder = join(desk, 'in')
  mkdirSync(folder)
  symlinkSync(join(desk, 'gone'), join(folder, 'a.txt'))
  writeFileSync(join(folder, 'b.txt'), 'Note b')
  const { outcomes } = await api.documents.import({ personId, paths: [folder] })
  expect(outcomes.map((o) => [o.kind, o.path])).toEqual([
    ['refused', join(folder, 'a.txt')],
    ['queued', join(folder, 'b.txt')],
  ])
})

test('a title made from a file name never follows the bytes to another person', async () => {
  const { api, desk, personId } = await tempApp()
  const other = await api.people.add({ name: 'Bert Example' })
  writeFileSync(join(desk, 'ada private.txt'), 'Same bytes.')
  writeFileSync(join(desk, 'plain.txt'), 'Same bytes.')
  await importAndRead(api, personId, [join(desk, 'ada private.txt')])
  const { documents } = await importAndRead(api, other.id, [join(desk, 'plain.txt')])
  expect(documents[0]?.title).toBe('plain')
})

test('an import that is cancelled says so', async () => {
  const { api, desk, personId } = await tempApp()
  writeFileSync(join(desk, 'a.txt'), 'Note.')
  const abort = new AbortController()
  abort.abort()
  await expect(
    api.documents.import({ personId, paths: [join(desk, 'a.txt')] }, { signal: abort.signal }),
  ).rejects.toMatchObject({ code: 'cancelled' })
})
