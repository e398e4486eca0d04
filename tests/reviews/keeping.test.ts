import { expect, test } from 'vitest'
import type { PersonId, ReviewId } from '#contract/ids.ts'
import { type Review, ReviewKind } from '#contract/reviews.ts'
import { linesOf, type ReviewApp, reviewApp, textsIn } from './review-app.ts'

async function withRecord(temp: ReviewApp) {
  const list = (on: string) => ({ kind: 'medicine-list' as const, on })
  const first = await temp.paper('first.md', list('2023-01-01'), [
    'procedure: encounter Outpatient visit @ 2023-06-01',
    'medication: Metformin 500 mg @ 2023-01-01',
    'medication: Simvastatin 20 mg @ 2023-01-01',
    'condition: Asthma',
    'Ferritin = 40 ug/L @ 2022-01-01',
    'Ferritin = 41 ug/L @ 2022-02-01',
    'Ferritin = 42 ug/L @ 2022-03-01',
    'Potassium = 4.1 mmol/L [3.5-5.0] @ 2023-01-01',
    'Potassium = 4.2 mmol/L [3.5-5.0] @ 2023-02-01',
  ])
  const second = await temp.paper('second.md', list('2024-01-01'), [
    'medication: Metformin 850 mg @ 2024-01-01',
    'medication: Lasix is furosemide 40 mg @ 2024-01-01',
    'allergy: furosemide',
    'condition: Asthma',
    'condition: Gout unknown',
    'Potassium = 5.6 mmol/L [3.5-5.0] H @ 2024-01-01',
    'Potassium = 4.4 mmol/L [3.5-5.0] @ 2024-02-01',
    'Potassium = 4.6 mmol/L [3.5-5.0] @ 2024-02-01',
  ])
  return { first, second }
}

const asText = (what: unknown) => JSON.stringify(what)

test('run again over the same record, every review is the same to the last place', async () => {
  const temp = await reviewApp()
  await withRecord(temp)
  for (const kind of ReviewKind.options) {
    const one = await temp.run(kind)
    expect(one.review.steps).toEqual(one.steps)
    expect(await temp.run(kind)).toMatchObject({ steps: one.steps })
    expect(linesOf(one.review).length).toBeGreaterThan(3)
  }
})

test('over facts that were all made anew every review is still the same, and current', async () => {
  const temp = await reviewApp()
  const says = { kind: 'medicine-list' as const, on: '2024-01-01' }
  await temp.paper('b.md', says, ['condition: Gout unknown', 'medication: Metformin 500 mg', 'Sodium = 140 mmol/L'])
  await temp.paper('a.md', says, ['condition: Asthma', 'condition: Gout unknown', 'medication: Metformin 850 mg'])
  const before = new Map<ReviewId, Review>()
  for (const kind of ReviewKind.options) {
    const { review } = await temp.run(kind)
    before.set(review.id, review)
  }
  await temp.api.facts.rebuild()
  for (const [id, review] of before) {
    expect(await temp.api.reviews.get({ id })).toMatchObject({ review, changes: [] })
    expect((await temp.run(review.kind)).steps).toEqual(review.steps)
  }
})

test('every line cites words that stand on their page, but those that say what is missing or was entered by hand', async () => {
  const temp = await reviewApp()
  await withRecord(temp)
  await temp.api.facts.enter({ personId: temp.personId, kind: 'allergy', name: 'Latex' })
  const seen = new Set<string>()
  for (const kind of ReviewKind.options)
    for (const { basis, text, citations, factIds } of linesOf((await temp.run(kind)).review)) {
      seen.add(basis)
      if (basis === 'cited') expect(citations.length, text).toBeGreaterThan(0)
      else expect(citations, text).toEqual([])
      if (basis === 'missing') expect(factIds, text).toEqual([])
      if (basis === 'entered') expect(text).toContain('Latex')
      for (const { documentId, page, start, quote } of citations) {
        const { text: onPage } = await temp.api.documents.page({ id: documentId, page })
        expect(onPage.slice(start, start + quote.length)).toBe(quote)
      }
    }
  expect([...seen].toSorted()).toEqual(['cited', 'entered', 'missing'])
})

test('no line gives advice or speaks of urgency', async () => {
  const temp = await reviewApp()
  await withRecord(temp)
  for (const kind of ReviewKind.options)
    for (const { text } of linesOf((await temp.run(kind)).review))
      expect(text).not.toMatch(/\b(?:should|must|urgent|immediately|recommend|danger|warning|stop taking|ask your)\b/i)
})

test('a review is shown as it was made after the record changed, and says which steps would differ', async () => {
  const temp = await reviewApp()
  await withRecord(temp)
  const { review } = await temp.run('chart')
  expect(await temp.api.reviews.get({ id: review.id })).toMatchObject({ review, changes: [] })
  temp.clock.today = '2025-06-02'
  expect((await temp.api.reviews.get({ id: review.id })).changes).toEqual([])
  await temp.paper('third.md', {}, ['condition: Eczema', 'Sodium = 140 mmol/L @ 2024-03-01'])
  const after = await temp.api.reviews.get({ id: review.id })
  expect(after.review).toEqual(review)
  expect(after.changes).toEqual([
    { step: 'read-conditions', gone: [], added: ['Eczema.'], more: 0 },
    { step: 'read-values', gone: [], added: ['Sodium 140 mmol/L on 1 March 2024.'], more: 0 },
  ])
  const { markdown } = await temp.api.reviews.asMarkdown({ id: review.id })
  expect(markdown).toContain('The record has changed since this was made.')
})

test('what a person writes is kept apart from what was produced, and both are in the text', async () => {
  const temp = await reviewApp()
  await withRecord(temp)
  const { review } = await temp.run('visit')
  const [asthma, other] = linesOf(review).filter(({ basis }) => basis === 'cited')
  if (asthma === undefined || other === undefined) throw new Error('no lines')
  const edits = {
    lines: [
      { lineId: asthma.id, text: 'My *own* words' },
      { lineId: other.id, text: '' },
    ],
    own: [{ sectionId: 'questions', texts: ['May I go on as before?'] }],
  }
  temp.clock.today = '2025-06-03'
  const edited = (await temp.api.reviews.edit({ id: review.id, title: 'For Dr Example', edits })).review
  expect(edited).toEqual({ ...review, title: 'For Dr Example', edits, changedAt: '2025-06-03T12:00:00.000Z' })
  const { markdown } = await temp.api.reviews.asMarkdown({ id: review.id })
  expect(markdown).toContain('# For Dr Example\n')
  expect(markdown).toContain('- My \\*own\\* words (edited)')
  expect(markdown).not.toContain(asthma.text)
  expect(markdown).not.toContain(`- ${other.text}`)
  expect(markdown).toContain('## Questions\n\n- May I go on as before?')
  expect(markdown).toMatch(/ {2}> second, page 1: /)

  const wrong = (lines: { lineId: string; text: string }[]) =>
    temp.api.reviews.edit({ id: review.id, edits: { lines, own: [] } })
  await expect(wrong([{ lineId: 'nowhere/1', text: 'x' }])).rejects.toMatchObject({ code: 'input/invalid' })
  const twice = { lineId: asthma.id, text: 'x' }
  await expect(wrong([twice, twice])).rejects.toMatchObject({ code: 'input/invalid' })
  expect((await temp.api.reviews.get({ id: review.id })).review).toEqual(edited)
})

test('what a deleted document said goes from every review, edits and dates and ids with it; what another paper says too stays', async () => {
  const temp = await reviewApp()
  const { first } = await withRecord(temp)
  const ids: ReviewId[] = []
  for (const kind of ReviewKind.options) {
    const { review } = await temp.run(kind)
    ids.push(review.id)
    const edits = {
      lines: linesOf(review).map(({ id, text }) => ({ lineId: id, text: `About ${text}` })),
      own: [{ sectionId: review.steps.at(-1)?.sections[0]?.id ?? '', texts: ['Mine'] }],
    }
    await temp.api.reviews.edit({ id: review.id, edits })
  }
  const onlyThere = (await temp.all()).filter(({ provenance }) => provenance.every((one) => one.documentId === first))
  expect(onlyThere.length).toBeGreaterThan(5)
  await temp.api.documents.delete({ id: first })

  for (const id of ids) {
    const { review } = await temp.api.reviews.get({ id })
    const left = asText(review)
    for (const said of ['Simvastatin', 'Ferritin', 'ferritin', '500 mg', 'Outpatient', '2023-06-01', '“first”', first])
      expect(left, `${review.kind}: ${said}`).not.toContain(said)
    for (const fact of onlyThere) expect(left).not.toContain(fact.id)
    expect(left).toContain('Mine')
  }
  const chart = (await temp.api.reviews.get({ id: ids[0] as ReviewId })).review
  expect(textsIn(chart, 'conditions')).toContain('Asthma.')
  expect(linesOf(chart).filter(({ isGone }) => isGone).length).toBeGreaterThan(2)
  const { markdown } = await temp.api.reviews.asMarkdown({ id: ids[0] as ReviewId })
  expect(markdown).toContain('- A line that rested on a document deleted since.')
})

test('a line of several papers goes when one of them does that alone held part of it', async () => {
  const temp = await reviewApp()
  const { second } = await withRecord(temp)
  const { review } = await temp.run('medicines')
  expect(textsIn(review, 'differs')).toHaveLength(1)
  await temp.api.documents.delete({ id: second })
  const after = (await temp.api.reviews.get({ id: review.id })).review
  expect(textsIn(after, 'differs')).toEqual([''])
  expect(textsIn(after, 'only-earlier')).toEqual(['Simvastatin 20 mg.'])
  await expect(
    temp.api.reviews.edit({ id: review.id, edits: { lines: [{ lineId: 'differs/0', text: 'x' }], own: [] } }),
  ).rejects.toMatchObject({ code: 'input/invalid' })
})

test('reviews are listed, the last first, of one person and kind; they go with the person, and one by one', async () => {
  const temp = await reviewApp()
  await withRecord(temp)
  const { api, personId } = temp
  const chart = await temp.run('chart')
  const quality = await temp.run('quality')
  const listed = await api.reviews.list({ filter: { personId } })
  expect(listed.items.map(({ id }) => id)).toEqual([quality.review.id, chart.review.id])
  const page = await api.reviews.list({ filter: { personId }, limit: 1 })
  const next = await api.reviews.list({ filter: { personId }, limit: 1, cursor: page.nextCursor ?? '' })
  expect(next).toMatchObject({ items: [{ id: chart.review.id, title: 'Chart review' }], nextCursor: null })
  expect((await api.reviews.list({ filter: { personId, kind: 'chart' } })).items).toHaveLength(1)
  const other = await api.people.add({ name: 'Bea Example' })
  expect((await api.reviews.list({ filter: { personId: other.id } })).items).toEqual([])

  await api.reviews.delete({ id: chart.review.id })
  await expect(api.reviews.get({ id: chart.review.id })).rejects.toMatchObject({ code: 'review/unknown' })
  await expect(api.reviews.delete({ id: chart.review.id })).rejects.toMatchObject({ code: 'review/unknown' })
  await api.people.delete({ id: personId })
  await expect(api.reviews.get({ id: quality.review.id })).rejects.toMatchObject({ code: 'review/unknown' })
})

test('what cannot be reviewed is refused, and a review that is left halfway leaves nothing', async () => {
  const temp = await reviewApp()
  await withRecord(temp)
  const { api, personId } = temp
  const start = async (input: { personId: PersonId; kind: Review['kind']; since?: string }) => {
    for await (const _ of api.reviews.run(input));
  }
  await expect(start({ personId: 'nobody' as PersonId, kind: 'chart' })).rejects.toMatchObject({
    code: 'person/unknown',
  })
  await expect(start({ personId, kind: 'chart', since: '2024' })).rejects.toMatchObject({ code: 'input/invalid' })
  await expect(start({ personId, kind: 'visit', since: 'yesterday' })).rejects.toMatchObject({ code: 'input/invalid' })
  for await (const event of api.reviews.run({ personId, kind: 'chart' })) if (event.kind === 'step') break
  expect((await api.reviews.list({ filter: { personId } })).items).toEqual([])
})

test('the papers of one person are in no review of another', async () => {
  const temp = await reviewApp()
  await withRecord(temp)
  const other = await temp.api.people.add({ name: 'Bea Example' })
  for (const kind of ReviewKind.options)
    for await (const event of temp.api.reviews.run({ personId: other.id, kind }))
      if (event.kind === 'review') expect(linesOf(event.review).filter(({ basis }) => basis !== 'missing')).toEqual([])
})

test('a document that is deleted while a review runs is not written down by it', async () => {
  const temp = await reviewApp()
  const { first } = await withRecord(temp)
  const { api, personId } = temp
  const run = async () => {
    for await (const event of api.reviews.run({ personId, kind: 'chart' }))
      if (event.kind === 'step' && event.step.name === 'read-values') await api.documents.delete({ id: first })
  }
  await expect(run()).rejects.toMatchObject({ code: 'store/busy' })
  expect((await api.reviews.list({ filter: { personId } })).items).toEqual([])
  const { review } = await temp.run('chart')
  expect(asText(review)).not.toContain('Ferritin')
})
