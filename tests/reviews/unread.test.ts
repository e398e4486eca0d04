import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { drain } from '../support/temp-app.ts'
import { reviewApp, textsIn } from './review-app.ts'

test('a paper that cannot be read is named as unread in the chart and in the preparation of a visit', async () => {
  const { api, desk, personId, run } = await reviewApp()
  writeFileSync(join(desk, 'broken.pdf'), '%PDF-1.7 and nothing of it')
  await api.documents.import({ personId, paths: [join(desk, 'broken.pdf')] })
  await drain(api)
  const chart = await run('chart')
  expect(textsIn(chart.review, 'unread')).toEqual(['“broken”: not read, the file cannot be read.'])
  expect(chart.steps.at(-1)?.inputs.documentIds).toHaveLength(1)
  const visit = await run('visit')
  expect(textsIn(visit.review, 'unread')).toEqual(textsIn(chart.review, 'unread'))
})

test('a paper that may be somebody else’s is only counted: neither its title nor its words are in a review', async () => {
  const { note, personId, api, run } = await reviewApp()
  await note('strange.md', ['Patient: Zoe Quernmore', 'Potassium = 4.1 mmol/L @ 2024-01-01'])
  expect((await api.documents.list({ filter: { personId } })).items).toMatchObject([{ state: 'needs-answer' }])
  const { review } = await run('visit')
  expect(JSON.stringify(review)).not.toMatch(/strange|Quernmore|Potassium/)
  expect(textsIn(review, 'unread')).toEqual([
    '1 paper was read and has no facts in the record yet, or whose paper it is is not said.',
  ])
})

test('a section is bounded, and says how much it leaves out', async () => {
  const { note, run } = await reviewApp()
  await note(
    'many.md',
    Array.from({ length: 304 }, (_, at) => `condition: Finding ${at}`),
  )
  const { review } = await run('chart')
  const texts = textsIn(review, 'conditions')
  expect(texts).toHaveLength(301)
  expect(texts.at(-1)).toBe('4 more are left out of this review.')
})

test('documents deleted one after the other take with them what each said, and at last the section’s title', async () => {
  const { note, api, run } = await reviewApp()
  const first = await note('first.md', ['condition: Asthma'])
  const second = await note('second.md', ['condition: Eczema'])
  const { review } = await run('chart')
  expect(textsIn(review, 'conditions')).toEqual(['Asthma.', 'Eczema.'])
  await api.documents.delete({ id: second })
  const after = (await api.reviews.get({ id: review.id })).review
  expect(textsIn(after, 'conditions')).toEqual(['Asthma.', ''])
  await api.documents.delete({ id: first })
  const left = (await api.reviews.get({ id: review.id })).review
  expect(JSON.stringify(left)).not.toMatch(/Asthma|Eczema/)
  expect(left.steps[0]).toMatchObject({ sections: [{ title: 'Forgotten with a deleted document' }] })
})
