/** Chart reviews: one is made and opened by keys, its lines lead to their pages, and what a person and the record change in it is seen. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { noDesktop } from '../../src-main/desktop.ts'
import { reviewApp } from '../reviews/review-app.ts'
import { openWindow } from './harness.ts'
import { heldApp } from './held-app.ts'

const pictures = process.env.PICTURES

test('two lists are compared side by side, each line leads to its page, is edited and left out, and says what changed since', async () => {
  const record = await reviewApp()
  const { api, app, personId } = record
  const list = (on: string) => ({ kind: 'medicine-list' as const, on })
  await record.paper('spring.md', list('2024-03-01'), [
    'medication: Metformin 500 mg @ 2024-03-01',
    'medication: Ramipril 5 mg @ 2024-03-01',
    'medication: Simvastatin 20 mg @ 2024-03-01',
  ])
  await record.paper('autumn.md', list('2024-10-01'), [
    'medication: Metformin 850 mg @ 2024-10-01',
    'medication: Ramipril 5 mg @ 2024-10-01',
    'medication: Amlodipine 5 mg @ 2024-10-01',
  ])
  const { page, errors, axe } = await openWindow({ app, at: `/#/${personId}/overview` })
  const picture = async (name: string) => pictures && page.screenshot({ path: join(pictures, `${name}.png`) })
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await page.getByRole('heading', { level: 1, name: 'Chart reviews' }).waitFor()
  await page.getByText('None yet.').waitFor()
  await page.getByRole('radio', { name: /^Brief history/ }).focus()
  await page.keyboard.press('ArrowRight')
  await page.getByText('spring, 1 Mar 2024 (3 medicines)').first().waitFor()
  expect(await axe()).toEqual([])
  await picture('reviews-start')
  await page.getByRole('button', { name: 'Make this review' }).press('Enter')

  const differs = page.getByRole('region', { name: 'In both lists, and dose or frequency differs' })
  await differs.waitFor()
  expect(await differs.innerText()).toMatch(
    /List of 1 Mar 2024\s+List of 1 Oct 2024\s+Metformin 500 mg[\s\S]+Metformin 850 mg/,
  )
  expect(await axe()).toEqual([])
  await picture('reviews-note')
  await differs.getByRole('button', { name: /autumn/ }).press('Enter')
  await page.locator('aside mark', { hasText: 'Metformin 850 mg' }).waitFor()
  expect(await axe()).toEqual([])
  await picture('reviews-source')
  await page.keyboard.press('Escape')
  await page.locator('aside').waitFor({ state: 'detached' })

  await page.getByRole('button', { name: 'Leave out: Simvastatin 20 mg.' }).press('Enter')
  await page.getByText('left out').waitFor()
  await page.getByRole('button', { name: 'Edit: Amlodipine 5 mg.' }).press('Enter')
  await page.getByRole('textbox', { name: 'Words of this line' }).fill('Amlodipine, new in autumn')
  await page.keyboard.press('Enter')
  await page.getByText('Amlodipine, new in autumn').waitFor()
  await differs.getByRole('button', { name: 'Add a line' }).press('Enter')
  await page.keyboard.type('Ask which one holds')
  await page.keyboard.press('Enter')
  await differs.getByText('Ask which one holds').waitFor()
  const [kept] = (await api.reviews.list({ filter: { personId } })).items
  if (kept === undefined) throw new Error('no review is kept')
  expect((await api.reviews.get({ id: kept.id })).review.edits).toMatchObject({
    lines: [
      { lineId: expect.stringMatching('only-earlier'), text: '' },
      { lineId: expect.stringMatching('only-later'), text: 'Amlodipine, new in autumn' },
    ],
    own: [{ texts: ['Ask which one holds'] }],
  })

  await record.paper('letter.md', { kind: 'letter', on: '2025-02-01' }, ['medication: Digoxin 1 mg @ 2025-02-01'])
  const changed = page.getByRole('region', { name: 'The record has changed since this was made' })
  await changed.getByText('New: Digoxin 1 mg on 1 February 2025.').waitFor()
  expect(await axe()).toEqual([])
  await picture('reviews-changed')

  await page.getByRole('button', { name: 'More actions' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Rename' }).press('Enter')
  await page.getByRole('textbox', { name: 'Name of the review' }).fill('For Dr Example')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'For Dr Example' }).waitFor()
  await page.getByRole('button', { name: 'All reviews' }).press('Enter')
  await page.getByRole('link', { name: /For Dr Example.*the record has changed/ }).waitFor()
  await picture('reviews-kept')
  await page.getByRole('button', { name: 'Delete “For Dr Example”' }).press('Enter')
  await page.getByRole('link', { name: /For Dr Example/ }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await page.getByRole('link', { name: /For Dr Example/ }).waitFor()
  expect(errors).toEqual([])
})

test('a review is stopped and leaves nothing, is copied with its sources, saved as a file, and made anew when the record changed', async () => {
  const [copied, places] = [[] as string[], [] as string[]]
  const desktop = {
    ...noDesktop({ folder: '', version: 'test' }),
    copy: async ({ text }: { text: string }) => {
      copied.push(text)
      return { copied: true as const }
    },
    chooseSavePath: async () => ({ path: places.shift() ?? null }),
  }
  const record = await reviewApp('2025-06-01', { desktop })
  const { api, app, desk, personId } = record
  await record.paper('letter.md', { kind: 'letter', on: '2024-03-01' }, ['condition: Asthma @ 2024-03-01'])
  const { page, errors } = await openWindow({ app: heldApp(app, 'reviews.run'), at: `/#/${personId}/reviews` })
  const make = page.getByRole('button', { name: 'Make this review' })
  await make.click()
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByText('Stopped. Nothing of it was kept.').waitFor()
  expect((await api.reviews.list({ filter: { personId } })).items).toEqual([])

  await make.click()
  await page.getByRole('article').getByText('Asthma').first().waitFor()
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await page.getByText('Copied with its sources').waitFor()
  expect(copied.join()).toMatch(/Asthma[\s\S]*letter/)

  // leaving the dialog writes nothing and says nothing
  const save = page.getByRole('button', { name: 'Save as a file' })
  await save.click()
  const file = join(desk, 'history.md')
  places.push(file, file)
  await save.click()
  await page.getByText('The review is saved as a file. That file is not encrypted.').waitFor()
  expect(readFileSync(file, 'utf8')).toBe(copied[0])
  // what is there is never written over
  await save.click()
  await page.getByText('There is a file of that name already.').waitFor()

  await record.paper('later.md', { kind: 'letter', on: '2025-02-01' }, ['condition: Eczema @ 2025-02-01'])
  await page.getByText('The record has changed since this was made').waitFor()
  await page.getByRole('button', { name: 'Make it anew' }).click()
  await page.getByRole('article').getByText('Eczema').first().waitFor()
  await page.getByText('The record has changed since this was made').waitFor({ state: 'detached' })
  expect((await api.reviews.list({ filter: { personId } })).items).toHaveLength(2)
  expect(errors).toEqual([])
})
