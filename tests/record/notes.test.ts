/** Notes through the client: versions, search and ask, attachments, removal, and what must never touch them. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AnswerEvent } from '#contract/answers.ts'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import type { Note } from '#contract/notes.ts'
import { drain, importAndRead, type TempApp, tempApp } from '../support/temp-app.ts'
import { keep, makeBackup, openVault, restoreBackup, storedApp, writeNotes } from '../vault/backup-work.ts'

async function ask({ api, personId }: TempApp, question: string) {
  const events: AnswerEvent[] = []
  for await (const event of api.answers.ask({ personId, question })) events.push(event)
  const citations = events.flatMap((event) => (event.kind === 'sentence' ? event.citations : []))
  const [first] = events
  if (first?.kind !== 'conversation') throw new Error('the conversation did not come first')
  return { citations, conversationId: first.conversationId }
}

const dizzy =
  'She fell in the kitchen in the morning. The dizziness came after standing up.\n\nHer neighbour Oswald drove her home.'

test('a note is searched, asked and cited as it stands now; each version is kept, and an earlier one comes back', async () => {
  const temp = await tempApp()
  const { api, personId } = temp
  const note = await api.notes.create({
    ...{ personId, title: 'The fall', text: dizzy, author: 'family', concernsOn: '2024-03' },
  })
  expect(note).toMatchObject({ version: 1, title: 'The fall', concernsOn: '2024-03', attached: [], attachments: 0 })

  const { hits } = await api.answers.search({ personId, query: 'neighbour Oswald' })
  expect(hits).toMatchObject([{ documentId: note.id, title: 'The fall', page: 1 }])
  const { text } = await api.documents.page({ id: note.id, page: 1 })
  const [hit] = hits
  expect(text.slice(hit?.start, (hit?.start ?? 0) + (hit?.text.length ?? 0))).toBe(hit?.text)
  expect(text).toBe(`The fall\nMarch 2024\n\n${dizzy}`)
  const { citations, conversationId } = await ask(temp, 'Who drove her home?')
  expect(citations).toMatchObject([{ documentId: note.id, page: 1, quote: 'Her neighbour Oswald drove her home.' }])

  const later = `Written after a second talk.\n\n${dizzy.replace('in the kitchen', 'on the stairs')}`
  const second = await api.notes.update({ id: note.id, version: 1, text: later, concernsOn: '2024-03-12' })
  expect(second).toMatchObject({ version: 2, text: later, concernsOn: '2024-03-12', title: 'The fall' })
  await expect(api.notes.update({ id: note.id, version: 1, title: 'Stale' })).rejects.toMatchObject({
    code: 'note/changed',
  })
  expect((await api.notes.update({ id: note.id, version: 2, text: later })).version).toBe(2)
  expect((await api.answers.search({ personId, query: '"stairs"' })).hits).toHaveLength(1)
  expect((await api.answers.search({ personId, query: '"kitchen"' })).hits).toEqual([])

  // what was answered before is where those words stand now
  const kept = (await api.conversations.get({ id: conversationId })).answers[0]?.sentences.flatMap(
    (one) => one.citations,
  )
  const now = (await api.documents.page({ id: note.id, page: 1 })).text
  expect(kept?.map(({ start, quote }) => now.slice(start, start + quote.length))).toEqual(
    citations.map(({ quote }) => quote),
  )

  const third = await api.notes.restore({ id: note.id, version: 2, number: 1 })
  expect(third).toMatchObject({ version: 3, text: dizzy, concernsOn: '2024-03' })
  const { items } = await api.notes.versions({ filter: { id: note.id } })
  expect(items.map(({ number, restoredFrom, writtenBy }) => [number, restoredFrom, writtenBy])).toEqual([
    [3, 1, 'owner'],
    [2, undefined, 'owner'],
    [1, undefined, 'owner'],
  ])
  await api.notes.update({ id: note.id, version: 3, text: 'Nothing of that is so.' })
  expect((await api.conversations.get({ id: conversationId })).answers[0]?.sentences).toMatchObject([{ isGone: true }])
  const paged = await api.notes.versions({ filter: { id: note.id }, limit: 3 })
  const rest = await api.notes.versions({ filter: { id: note.id }, cursor: paged.nextCursor ?? '' })
  expect([...paged.items, ...rest.items].map(({ number }) => number)).toEqual([4, 3, 2, 1])
})

test('no reading changes a note, it holds no facts, and the whole vault still proves itself', async () => {
  const { api, personId, desk } = await tempApp()
  const text = 'Potassium 5.9 mmol/L on 4 March 2024.\nAllergies: penicillin.'
  const note = await api.notes.create({ personId, title: 'Potassium', text, author: 'clinician' })
  const same = await api.notes.create({ personId, title: 'Potassium', text, author: 'clinician' })
  writeFileSync(join(desk, 'note.txt'), text)
  await importAndRead(api, personId, [join(desk, 'note.txt')])
  await drain(api)
  const filter = { personId }
  expect((await api.facts.list({ filter: { ...filter, documentId: note.id } })).items).toEqual([])
  expect((await api.facts.list({ filter })).items.length).toBeGreaterThan(0)
  await expect(api.documents.readAgain({ id: note.id })).rejects.toMatchObject({ code: 'document/is-note' })
  await expect(api.documents.edit({ id: note.id, title: 'Else' })).rejects.toMatchObject({ code: 'document/is-note' })
  expect(await api.documents.edit({ id: note.id, tags: ['heart'] })).toMatchObject({ tags: ['heart'], kind: 'note' })

  expect(await api.facts.rebuild()).toMatchObject({ isSame: true })
  expect((await api.answers.search({ personId, query: 'potassium' })).searched).toMatchObject({ withoutFacts: 0 })
  expect(await api.notes.get({ id: same.id })).toEqual(same)
  await api.notes.update({ id: same.id, version: 1, concernsOn: '2024' })
  const { ok, originals } = await api.vault.verify()
  expect({ ok, originals }).toEqual({ ok: true, originals: 3 })
  for (const concernsOn of ['2023-02-29', '2023-13'])
    await expect(
      api.notes.create({ personId, title: 'x', text: 'x', author: 'family', concernsOn }),
    ).rejects.toMatchObject({ code: concernsOn === '2023-02-29' ? 'note/invalid-date' : 'input/invalid' })
  const { items } = await api.notes.list({ filter: { ...filter, query: 'MMOL' }, sort: 'date', limit: 1 })
  expect(items.map(({ id }) => id)).toEqual([same.id])
})

test('only documents of the same person are attached; a note that is deleted leaves nothing but them', async () => {
  const temp = await tempApp()
  const { api, personId, desk } = temp
  writeFileSync(join(desk, 'letter.txt'), 'Dear colleague, the ankle is healing well.')
  const { documents } = await importAndRead(api, personId, [join(desk, 'letter.txt')])
  const documentId = documents[0]?.id as DocumentId
  const other = await api.people.add({ name: 'Ben Example' })
  const note = await api.notes.create({
    personId,
    title: 'Ankle',
    text: 'Better since the zimtschnecke.',
    author: 'family',
  })
  const linked = await api.notes.attach({ id: note.id, documentIds: [documentId, documentId] })
  expect(linked.attached).toMatchObject([{ documentId, title: 'letter', format: 'text', pages: 1 }])
  expect((await api.notes.list({ filter: { personId, attachedId: documentId } })).items).toMatchObject([
    { attachments: 1 },
  ])

  const foreign = await api.notes.create({ personId: other.id as PersonId, title: 'B', text: 'Ben', author: 'family' })
  for (const id of [foreign.id, note.id])
    await expect(api.notes.attach({ id, documentIds: [note.id] })).rejects.toMatchObject({ code: 'note/other-person' })
  expect((await api.notes.detach({ id: note.id, documentIds: [documentId] })).attached).toEqual([])
  await api.notes.attach({ id: note.id, documentIds: [documentId] })

  const { conversationId } = await ask(temp, 'Since what is the ankle better?')
  await api.notes.delete({ id: note.id })
  await expect(api.notes.get({ id: note.id })).rejects.toMatchObject({ code: 'note/unknown' })
  await expect(api.documents.get({ id: note.id })).rejects.toMatchObject({ code: 'document/unknown' })
  expect(JSON.stringify(await api.conversations.get({ id: conversationId }))).not.toContain('zimtschnecke')
  expect((await api.answers.search({ personId, query: 'zimtschnecke' })).hits).toEqual([])
  expect(await api.documents.get({ id: documentId })).toMatchObject({ title: 'letter' })

  // an attached document that goes leaves the note; a person who goes takes theirs along
  const stays: Note = await api.notes.create({ personId, title: 'Stays', text: 'Stays.', author: 'family' })
  await api.notes.attach({ id: stays.id, documentIds: [documentId] })
  await api.documents.delete({ id: documentId })
  expect((await api.notes.get({ id: stays.id })).attached).toEqual([])
  await api.people.delete({ id: other.id })
  await expect(api.notes.get({ id: foreign.id })).rejects.toMatchObject({ code: 'note/unknown' })
  expect(await api.vault.verify()).toMatchObject({ ok: true, originals: 1 })
})

test('a backup holds a note with its versions and links as they stood, whatever was written after it', async () => {
  const { api, desk, personId } = await storedApp()
  const [documentId] = await keep(api, personId, writeNotes(desk, 1))
  if (documentId === undefined) throw new Error('nothing was imported')
  const { id } = await api.notes.create({ personId, title: 'Sleep', text: 'Slept badly.', author: 'family' })
  await api.notes.update({ id, version: 1, text: 'Slept well.', concernsOn: '2024-03' })
  await api.notes.attach({ id, documentIds: [documentId] })
  const contents = async (from: typeof api) => {
    const { items } = await from.notes.versions({ filter: { id } })
    return { note: await from.notes.get({ id }), versions: items, document: await from.documents.get({ id }) }
  }
  const then = await contents(api)
  const to = join(desk, 'backups')
  await makeBackup(api, to)
  await api.notes.delete({ id })

  await restoreBackup(to, join(desk, 'again'))
  const again = await openVault(join(desk, 'again'))
  expect(await contents(again)).toEqual(then)
  expect(then.note.attached).toMatchObject([{ documentId }])
  expect(await again.vault.verify()).toMatchObject({ ok: true, originals: 2 })
  expect((await again.answers.search({ personId, query: 'slept' })).hits).toMatchObject([{ documentId: id }])
  expect(await again.notes.restore({ id, version: 2, number: 1 })).toMatchObject({ version: 3, text: 'Slept badly.' })
})
