import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { linesOf, reviewApp } from './review-app.ts'

test('two lists that were chosen are compared by their days, in two columns; a paper of another person is refused', async () => {
  const { paper, api, personId } = await reviewApp()
  const list = (on: string) => ({ kind: 'medicine-list' as const, on })
  const oldest = await paper('oldest.md', list('2023-01-01'), ['medication: Digoxin 1 mg @ 2023-01-01'])
  const middle = await paper('middle.md', list('2024-01-01'), ['medication: Digoxin 2 mg @ 2024-01-01'])
  await paper('last.md', list('2025-01-01'), ['medication: Ramipril 5 mg @ 2025-01-01'])
  const { lists } = await api.reviews.medicineLists({ personId })
  expect(lists.map(({ title, on, medicines }) => ({ title, on, medicines }))).toEqual([
    { title: 'oldest', on: '2023-01-01', medicines: 1 },
    { title: 'middle', on: '2024-01-01', medicines: 1 },
    { title: 'last', on: '2025-01-01', medicines: 1 },
  ])
  const compare = async (of: typeof personId) => {
    for await (const event of api.reviews.run({
      ...{ personId: of, kind: 'medicines', lists: { earlier: middle, later: oldest } },
    }))
      if (event.kind === 'review') return event.review
    throw new Error('the review did not come')
  }
  const [differs] = linesOf(await compare(personId)).filter(({ id }) => id.startsWith('differs'))
  expect(differs?.sides?.map(({ text }) => text)).toEqual(['Digoxin 1 mg', 'Digoxin 2 mg'])
  const other = await api.people.add({ name: 'Bea Example' })
  await expect(compare(other.id)).rejects.toMatchObject({ code: 'document/unknown' })
})

test('of the reviews of a person those hold that would be made the same now', async () => {
  const temp = await reviewApp()
  await temp.paper('note.md', {}, ['condition: Asthma', 'Potassium = 4.1 mmol/L @ 2024-01-01'])
  const [chart, trends] = [await temp.run('chart'), await temp.run('trends')]
  const holding = async () => (await temp.api.reviews.whichHold({ personId: temp.personId })).ids.toSorted()
  expect(await holding()).toEqual([chart.review.id, trends.review.id].toSorted())
  await temp.paper('third.md', {}, ['condition: Eczema'])
  expect(await holding()).toEqual([trends.review.id])
  expect((await temp.api.reviews.get({ id: chart.review.id })).unreviewedFactIds).toHaveLength(2)
})

test('a review is saved as a new file with its sources, and no file is written over', async () => {
  const temp = await reviewApp()
  await temp.paper('note.md', {}, ['condition: Asthma', 'Potassium = 4.1 mmol/L @ 2024-01-01'])
  const { review } = await temp.run('chart')
  const to = join(temp.desk, 'review.md')
  const { sizeBytes } = await temp.api.reviews.saveMarkdown({ id: review.id, to })
  const { markdown } = await temp.api.reviews.asMarkdown({ id: review.id })
  expect(readFileSync(to, 'utf8')).toBe(markdown)
  expect([statSync(to).size, statSync(to).mode & 0o077]).toEqual([sizeBytes, 0])
  await expect(temp.api.reviews.saveMarkdown({ id: review.id, to })).rejects.toMatchObject({ code: 'file/exists' })
  expect(existsSync(to)).toBe(true)
})
