/** What people say themselves: names, titles, kinds, tags, settings; and removing somebody with all that is theirs. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { DocumentId } from '#contract/ids.ts'
import { importAndRead, tempApp } from '../support/temp-app.ts'

const note = (desk: string, name: string, text: string) => {
  const path = join(desk, name)
  writeFileSync(path, `${text}\n`)
  return path
}

test('a person is corrected, and dates that are none are refused', async () => {
  const { api, personId } = await tempApp()
  expect(await api.people.edit({ id: personId, name: 'Ada Lovelace', bornOn: '1961' })).toMatchObject({
    name: 'Ada Lovelace',
    bornOn: '1961',
    isSample: false,
    documents: 0,
  })
  const without = await api.people.edit({ id: personId, name: 'Ada Lovelace', bornOn: null })
  expect(without.bornOn).toBeUndefined()
  await expect(api.people.edit({ id: personId, name: 'A', bornOn: '2023-02-29' })).rejects.toMatchObject({
    code: 'input/invalid',
  })
  await expect(api.people.edit({ id: 'nobody' as typeof personId, name: 'A', bornOn: null })).rejects.toMatchObject({
    code: 'person/unknown',
  })
})

test('a removed person takes documents and answers along, and nobody else loses anything', async () => {
  const { api, desk, personId } = await tempApp()
  const other = await api.people.add({ name: 'Bert Example' })
  await importAndRead(api, personId, [note(desk, 'a.txt', 'Metformin 500 mg twice daily.')])
  await importAndRead(api, other.id, [note(desk, 'b.txt', 'Lisinopril 10 mg once daily.')])
  for await (const _ of api.answers.ask({ personId, question: 'Which dose of metformin?' }));
  await api.people.delete({ id: personId })
  expect((await api.people.list({ filter: {} })).items).toMatchObject([{ id: other.id, documents: 1 }])
  expect((await api.documents.list({ filter: {} })).items).toMatchObject([{ personId: other.id }])
  expect((await api.conversations.list({ filter: { personId } })).items).toEqual([])
  expect((await api.vault.verify()).ok).toBe(true)
  await expect(api.people.delete({ id: personId })).rejects.toMatchObject({ code: 'person/unknown' })
})

test('a title, a kind and tags are kept, found by, and not replaced when the document is read again', async () => {
  const { api, desk, personId } = await tempApp()
  const { documents } = await importAndRead(api, personId, [
    note(desk, 'a.txt', 'Knee: mild osteoarthritis.'),
    note(desk, 'b.txt', 'Chest: clear.'),
  ])
  const [knee, chest] = documents.map(({ id }) => id) as [DocumentId, DocumentId]
  const edited = await api.documents.edit({
    id: knee,
    title: 'Letter about the knee',
    kind: 'letter',
    tags: ['Knee', 'knee', '2024'],
  })
  expect(edited).toMatchObject({ title: 'Letter about the knee', kind: 'letter', tags: ['2024', 'Knee'] })
  await api.documents.edit({ id: chest, tags: ['2024'] })
  const ids = async (filter: object) =>
    (await api.documents.list({ filter: { personId, ...filter } })).items.map(({ id }) => id)
  expect(await ids({ kinds: ['letter'] })).toEqual([knee])
  expect(await ids({ tags: ['2024'] })).toEqual([chest, knee])
  expect(await ids({ tags: ['2024', 'KNEE'] })).toEqual([knee])
  expect(await ids({ name: 'about the KNEE' })).toEqual([knee])
  expect(await ids({ name: 'b.txt' })).toEqual([chest])
  expect((await api.documents.tags({ personId })).tags).toEqual([
    { tag: '2024', documents: 2 },
    { tag: 'Knee', documents: 1 },
  ])
  await api.documents.readAgain({ id: knee })
  for await (const _ of api.jobs.drain());
  expect((await api.documents.get({ id: knee })).title).toBe('Letter about the knee')
  const unsaid = await api.documents.edit({ id: knee, kind: null, tags: [] })
  expect([unsaid.kind, unsaid.tags]).toEqual([undefined, []])
})

test('settings are words and switches too, each checked against its own kind', async () => {
  const { api } = await tempApp()
  const value = async (name: string) =>
    (await api.settings.list({ filter: {} })).items.find((one) => one.name === name)?.value
  await api.settings.set({ name: 'look', value: 'dark' })
  await api.settings.set({ name: 'letterKeys', value: false })
  expect([await value('look'), await value('letterKeys'), await value('density')]).toEqual([
    'dark',
    false,
    'comfortable',
  ])
  for (const wrong of [1, true, 'pink'])
    await expect(api.settings.set({ name: 'look', value: wrong })).rejects.toMatchObject({ code: 'setting/invalid' })
})

test('the invented person is marked, comes once, and brings ordinary files', async () => {
  const { api } = await tempApp()
  const first = await api.people.addSample()
  expect(first).toMatchObject({ name: 'Maren Oakhollow', isSample: true })
  expect(first.documents).toBeGreaterThan(5)
  const again = await api.people.addSample()
  expect([again.id, again.documents]).toEqual([first.id, first.documents])
})
