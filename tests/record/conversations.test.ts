import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AnswerEvent, Citation } from '#contract/answers.ts'
import type { ConversationId, DocumentId } from '#contract/ids.ts'
import { importAndRead, type TempApp, tempApp, testPassphrase } from '../support/temp-app.ts'

const note = [
  '# Clinic letter',
  '',
  'Potassium was 4.1 mmol/L on 3 May 2024.',
  'She takes amlodipine 5 mg every morning.',
  'Allergy: penicillin, with a rash.',
].join('\n')

async function withNote(temp: TempApp, name = 'note.md', text = note): Promise<DocumentId> {
  writeFileSync(join(temp.desk, name), text)
  const { documents } = await importAndRead(temp.api, temp.personId, [join(temp.desk, name)])
  return documents[0]?.id as DocumentId
}

async function ask({ api, personId }: TempApp, question: string, conversationId?: ConversationId) {
  const events: AnswerEvent[] = []
  for await (const event of api.answers.ask({ personId, question, ...(conversationId && { conversationId }) }))
    events.push(event)
  const [first] = events
  if (first?.kind !== 'conversation') throw new Error('the conversation did not come first')
  return { events, conversationId: first.conversationId, answerId: first.answerId }
}

const kindsOf = (events: readonly AnswerEvent[]) => events.map(({ kind }) => kind)
const sentencesIn = (events: readonly AnswerEvent[]) =>
  events.flatMap((event) => (event.kind === 'sentence' ? [{ text: event.text, citations: event.citations }] : []))

test('a conversation is named before any evidence, and keeps exactly what was shown', async () => {
  const temp = await tempApp()
  const documentId = await withNote(temp)
  const { events, conversationId, answerId } = await ask(temp, 'What was the potassium?')
  expect(kindsOf(events).slice(0, 3)).toEqual(['conversation', 'query', 'evidence'])
  expect(kindsOf(events).at(-1)).toBe('end')

  const { conversation, answers } = await temp.api.conversations.get({ id: conversationId })
  expect(conversation).toMatchObject({ title: 'What was the potassium?', personId: temp.personId, answers: 1 })
  expect(answers).toMatchObject([{ id: answerId, state: 'complete', nearest: [], engine: 'typed' }])
  const shown = sentencesIn(events)
  expect(shown.length).toBeGreaterThan(0)
  expect(answers[0]?.sentences).toEqual(shown.map((sentence) => ({ ...sentence, isGone: false })))
  const end = events.find((event) => event.kind === 'end')
  expect(answers[0]?.searched).toEqual(end?.searched)

  const [citation] = shown.flatMap(({ citations }) => citations) as [Citation]
  const { text } = await temp.api.documents.page({ id: documentId, page: citation.page })
  expect(text.slice(citation.start, citation.start + citation.quote.length)).toBe(citation.quote)
})

test('what was not found is kept with the passages that were shown in its place', async () => {
  const temp = await tempApp()
  await withNote(temp)
  const { events, conversationId } = await ask(temp, 'What was the potassium in the year 1987 in Vienna by Dr Quux?')
  const { answers } = await temp.api.conversations.get({ id: conversationId })
  const evidence = events.find((event) => event.kind === 'evidence')
  if (kindsOf(events).includes('notInRecord')) expect(answers[0]?.nearest).toEqual(evidence?.citations)
  else expect(answers[0]?.nearest).toEqual([])
  const nothing = await ask(temp, 'zygomatic osteotomy')
  expect(kindsOf(nothing.events)).toEqual(['conversation', 'evidence', 'notInRecord', 'end'])
  expect((await temp.api.conversations.get({ id: nothing.conversationId })).answers).toMatchObject([
    { state: 'complete', sentences: [] },
  ])
})

test('an answer that is stopped is kept as far as it was shown, and marked', async () => {
  const temp = await tempApp()
  await withNote(temp)
  const { api, personId } = temp
  const shown: AnswerEvent[] = []
  let conversationId: ConversationId | undefined
  for await (const event of api.answers.ask({ personId, question: 'What was the potassium?' })) {
    if (event.kind === 'conversation') conversationId = event.conversationId
    if (event.kind !== 'sentence') continue
    shown.push(event)
    break
  }
  if (conversationId === undefined) throw new Error('no conversation')
  expect(shown).toHaveLength(1)
  const { answers } = await api.conversations.get({ id: conversationId })
  expect(answers).toMatchObject([{ state: 'stopped', searched: null }])
  expect(answers[0]?.sentences.map(({ text }) => text)).toEqual(sentencesIn(shown).map(({ text }) => text))
})

test('a question whose answer a lock cut off is still there after unlocking', async () => {
  const temp = await tempApp()
  await withNote(temp)
  const { api, personId } = temp
  for await (const event of api.answers.ask({ personId, question: 'Which allergy?' }))
    if (event.kind === 'conversation') break
  await api.vault.lock()
  await api.vault.unlock({ passphrase: testPassphrase })
  const { items } = await api.conversations.list({ filter: { personId } })
  expect(items).toMatchObject([{ title: 'Which allergy?', answers: 1 }])
})

test('questions go on in their conversation; another person cannot be asked about in it', async () => {
  const temp = await tempApp()
  await withNote(temp)
  const { api, personId } = temp
  const first = await ask(temp, 'Which allergy?')
  const second = await ask(temp, 'And the potassium?', first.conversationId)
  expect(second.conversationId).toBe(first.conversationId)
  const { answers } = await api.conversations.get({ id: first.conversationId })
  expect(answers.map(({ question }) => question)).toEqual(['Which allergy?', 'And the potassium?'])

  const other = await api.people.add({ name: 'Bea Example' })
  await expect(ask({ ...temp, personId: other.id }, 'Which allergy?', first.conversationId)).rejects.toMatchObject({
    code: 'conversation/unknown',
  })
  expect((await api.conversations.list({ filter: { personId: other.id } })).items).toEqual([])
  expect((await api.conversations.list({ filter: { personId } })).items).toHaveLength(1)
})

test('conversations are listed, the last changed first, found by their words, renamed and deleted', async () => {
  const temp = await tempApp()
  await withNote(temp)
  const { api, personId } = temp
  const ids: ConversationId[] = []
  for (const question of ['Which allergy?', 'What is 100% sure?', 'Any amlodipine?'])
    ids.push((await ask(temp, question)).conversationId)
  await ask(temp, 'And the potassium?', ids[0])
  const titles = async (query?: string) =>
    (await api.conversations.list({ filter: { personId, ...(query !== undefined && { query }) } })).items.map(
      ({ title }) => title,
    )
  expect(await titles()).toEqual(['Which allergy?', 'Any amlodipine?', 'What is 100% sure?'])
  expect(await titles('the POTASSIUM')).toEqual(['Which allergy?'])
  expect(await titles('100%')).toEqual(['What is 100% sure?'])
  expect(await titles('_')).toEqual([])
  expect(await titles('every morning')).toContain('Any amlodipine?')
  expect(await titles('documentId')).toEqual([])

  const first = await api.conversations.list({ filter: { personId }, limit: 2 })
  expect(first.items).toHaveLength(2)
  const rest = await api.conversations.list({ filter: { personId }, limit: 2, cursor: first.nextCursor ?? '' })
  expect([rest.items.map(({ title }) => title), rest.nextCursor]).toEqual([['What is 100% sure?'], null])

  const [id] = ids as [ConversationId]
  expect(await api.conversations.rename({ id, title: '  Allergies ' })).toMatchObject({ title: 'Allergies' })
  await expect(api.conversations.rename({ id, title: '   ' })).rejects.toMatchObject({ code: 'input/invalid' })
  expect(await api.conversations.delete({ id })).toEqual({ deleted: true })
  await expect(api.conversations.get({ id })).rejects.toMatchObject({ code: 'conversation/unknown' })
  await expect(api.conversations.delete({ id })).rejects.toMatchObject({ code: 'conversation/unknown' })
  expect(await titles()).toEqual(['Any amlodipine?', 'What is 100% sure?'])
})

test('what a deleted document said is gone from the answers that quoted it', async () => {
  const temp = await tempApp()
  const { api } = temp
  const gone = await withNote(temp)
  await withNote(temp, 'other.md', '# Letter\n\nPotassium was 5.2 mmol/L on 1 June 2024.\n')
  const { conversationId, events } = await ask(temp, 'How has my potassium changed over time?')
  const quoting = sentencesIn(events).filter(({ citations }) => citations.some(({ documentId }) => documentId === gone))
  expect(quoting.length).toBeGreaterThan(0)
  await api.documents.delete({ id: gone })
  const { answers } = await api.conversations.get({ id: conversationId })
  const stored = answers[0]?.sentences ?? []
  expect(stored.filter(({ isGone }) => isGone)).toHaveLength(quoting.length)
  expect(JSON.stringify(answers)).not.toContain(gone)
  expect(JSON.stringify(answers)).not.toContain('4.1 mmol')
  const left = sentencesIn(events).map(({ text }) => text)
  for (const { text } of quoting) left.splice(left.indexOf(text), 1)
  expect(stored.filter(({ isGone }) => !isGone).map(({ text }) => text)).toEqual(left)
})

test('each act upon conversations leaves its row in the audit log', async () => {
  const temp = await tempApp()
  const { api } = temp
  const rows = async () => (await api.vault.verify()).auditRows
  const start = await rows()
  const { conversationId: id } = await ask(temp, 'Which allergy?')
  await api.conversations.rename({ id, title: 'Allergies' })
  await api.conversations.delete({ id })
  // the two verifications themselves
  expect((await rows()) - start).toBe(3 + 1)
})
