/** What is being written in notes outlives the program that ends in the middle of it, and nothing that it belongs to. */
import { expect, test } from 'vitest'
import type { NoteDraft } from '#contract/notes.ts'
import { appOver, tempApp, testPassphrase } from '../support/temp-app.ts'

test('a draft is there again when the program ended without saving, the last of each note, and goes when its note is saved', async () => {
  const { app, api, dir, personId } = await tempApp()
  const note = await api.notes.create({ personId, title: 'Sleep', text: 'Slept badly.', author: 'family' })
  const fresh: NoteDraft = { personId, title: '', text: 'Ask about the', author: 'family', concernsOn: '2024-1' }
  const change = { ...fresh, title: 'Sleep', text: 'Slept badly. Twice.', of: { id: note.id, version: 1 } }
  await api.notes.keepDraft({ ...fresh, text: 'Ask' })
  await api.notes.keepDraft(fresh)
  await api.notes.keepDraft(change)
  await app.close()

  const { api: later } = appOver(dir)
  await expect(later.notes.drafts({ filter: {} })).rejects.toMatchObject({ code: 'vault/locked' })
  await later.vault.unlock({ passphrase: testPassphrase })
  expect((await later.notes.drafts({ filter: {} })).items).toEqual([fresh, change])
  expect((await later.answers.search({ personId, query: 'Twice' })).hits).toEqual([])

  // a note that is made from elsewhere takes nobody's words away
  await later.notes.create({ personId, title: 'Other', text: 'Other.', author: 'family' })
  expect((await later.notes.drafts({ filter: {} })).items).toHaveLength(2)
  await later.notes.update({ id: note.id, version: 1, text: change.text, endsDraft: true })
  expect((await later.notes.drafts({ filter: {} })).items).toEqual([fresh])
  await later.notes.create({ personId, title: 'Ask', text: fresh.text, author: 'family', endsDraft: true })
  expect((await later.notes.drafts({ filter: {} })).items).toEqual([])
})

test('a draft goes with its note and its person, belongs to no other person, and stays when the paper it is about goes', async () => {
  const { api, personId } = await tempApp()
  const bea = await api.people.add({ name: 'Bea Example' })
  const write = (title: string) => api.notes.create({ personId, title, text: 'x', author: 'family' })
  const [note, about] = [await write('One'), await write('About')]
  const fresh: NoteDraft = { personId, title: '', text: 'Half a', author: 'family', concernsOn: '' }
  const change = { ...fresh, of: { id: note.id, version: 1 } }
  await expect(api.notes.keepDraft({ ...change, personId: bea.id })).rejects.toMatchObject({ code: 'note/unknown' })
  await expect(api.notes.keepDraft({ ...fresh, text: 'x'.repeat(200_001) })).rejects.toMatchObject({
    code: 'input/invalid',
  })

  await api.notes.keepDraft({ ...fresh, aboutId: about.id })
  await api.notes.keepDraft(change)
  await api.notes.keepDraft({ ...fresh, personId: bea.id })
  await api.notes.delete({ id: note.id })
  await api.notes.delete({ id: about.id })
  expect((await api.notes.drafts({ filter: {} })).items).toEqual([fresh, { ...fresh, personId: bea.id }])
  await api.people.delete({ id: bea.id })
  expect((await api.notes.drafts({ filter: {} })).items).toEqual([fresh])
  await api.notes.dropDraft({ personId })
  expect((await api.notes.drafts({ filter: {} })).items).toEqual([])
})
