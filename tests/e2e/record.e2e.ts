/** The record: checked against its pages with the keyboard alone, corrected and undone; every value leads to its page. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Fact } from '#contract/facts.ts'
import type { TempApp } from '../support/temp-app.ts'
import { openWindow } from './harness.ts'
import { recordApp } from './record-papers.ts'

async function factNamed({ api, personId }: TempApp, name: string, state?: Fact['state']): Promise<Fact | undefined> {
  const { items } = await api.facts.list({
    filter: { personId, name, states: state ? [state] : ['proposed', 'confirmed', 'corrected', 'rejected', 'entered'] },
    limit: 200,
  })
  return items[0]
}

const current = (page: Page) => page.getByRole('article', { name: 'The fact to check' })

/** Goes down the queue until that fact is looked at. */
async function goTo(page: Page, name: string): Promise<void> {
  await current(page).waitFor()
  for (let step = 0; step < 40; step++) {
    if ((await current(page).innerText()).includes(name)) return
    const before = await current(page).innerText()
    await page.keyboard.press('ArrowDown')
    await expect.poll(async () => (await current(page).innerText()) !== before).toBe(true)
  }
  throw new Error(`${name} is not in the queue`)
}

/** A message has room of its own: it lies over nothing of the screen. */
async function whereUndoIs(page: Page) {
  const undo = await page.getByRole('button', { name: 'Undo' }).boundingBox()
  const main = await page.locator('main').boundingBox()
  if (undo === null || main === null) throw new Error('nothing is shown')
  return { undo: undo.y, foot: main.y + main.height }
}

test('facts are accepted, corrected, rejected and brought back by keys alone, each beside its page with its words lit', async () => {
  const record = await recordApp(['letter-2026.pdf'])
  const { page, errors, axe } = await openWindow({ app: record.app, at: `/#/${record.personId}/review` })
  await goTo(page, 'Metformin')
  await page.getByText('Some of these words could not be read surely.').waitFor()
  await page.locator('[data-page] .page-lit[data-now="true"]').waitFor()
  await page.getByRole('img', { name: 'Metformin, cut out of the page' }).waitFor()
  expect(await axe()).toEqual([])

  await page.keyboard.press('a')
  await expect.poll(async () => (await factNamed(record, 'Metformin'))?.state).toBe('confirmed')

  await goTo(page, 'Lisinopril')
  await page.keyboard.press('e')
  await page.getByRole('textbox', { name: 'Dose' }).fill('20 mg')
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => await factNamed(record, 'Lisinopril'))
    .toMatchObject({ state: 'corrected', details: { dose: '20 mg' } })

  await goTo(page, 'Penicillin')
  await page.keyboard.press('x')
  await expect.poll(async () => (await factNamed(record, 'Penicillin'))?.state).toBe('rejected')
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await factNamed(record, 'Penicillin'))?.state).toBe('proposed')
  await expect.poll(() => current(page).innerText()).toContain('Penicillin')
  expect(errors).toEqual([])
})

test('the rest of a page is accepted together where that may be, never a medicine or what is in doubt, and undone as one', async () => {
  const record = await recordApp(['letter-2026.pdf'])
  const { page, errors } = await openWindow({ app: record.app, at: `/#/${record.personId}/review` })
  await goTo(page, 'Metformin')
  await page.getByRole('button', { name: 'Accept 2 on this page' }).waitFor()
  await page.keyboard.press('Shift+A')
  await expect.poll(async () => (await factNamed(record, 'Colonoscopy'))?.state).toBe('confirmed')
  expect((await factNamed(record, 'Type 2 diabetes'))?.state).toBe('confirmed')
  for (const name of ['Metformin', 'Lisinopril', 'Amlodipine', 'Penicillin', 'Hypertension'])
    expect((await factNamed(record, name))?.state, name).toBe('proposed')
  const { undo, foot } = await whereUndoIs(page)
  expect(undo).toBeGreaterThanOrEqual(foot)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await factNamed(record, 'Colonoscopy'))?.state).toBe('proposed')
  expect((await factNamed(record, 'Type 2 diabetes'))?.state).toBe('proposed')
  expect(errors).toEqual([])
})

test('a suggestion is taken by its button, as a correction', async () => {
  const record = await recordApp(['letter-2026.pdf'])
  const { page } = await openWindow({ app: record.app, at: `/#/${record.personId}/review` })
  await goTo(page, 'Lisinopril')
  await page.getByText('The name is close to a known one, and not the same.').waitFor()
  await page.getByRole('button', { name: 'Fosinopril' }).click()
  await expect.poll(async () => (await factNamed(record, 'Fosinopril'))?.state).toBe('corrected')
})

test('a point of a trend opens its page with the number lit', async () => {
  const record = await recordApp(['lab-2021.pdf', 'lab-2023.pdf'])
  const { page, errors } = await openWindow({ app: record.app, at: `/#/${record.personId}/overview` })
  await page.getByRole('link', { name: 'HbA1c' }).click()
  const points = page.locator('[data-point]')
  await points.last().waitFor()
  await points.last().focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => page.evaluate(`document.activeElement?.getAttribute('aria-label')`)).toContain('11 Feb 2021')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'lab-2021' }).waitFor()
  const lit = page.locator('[data-page] .page-lit')
  await lit.waitFor()
  expect(await lit.count()).toBe(1)
  const word = await page.locator('.page-word', { hasText: '5.9' }).first().boundingBox()
  const mark = await lit.boundingBox()
  expect(mark && word && Math.abs(mark.x - word.x) + Math.abs(mark.y - word.y)).toBeLessThan(3)
  expect(errors).toEqual([])
})

test('the record of a past day shows what papers had said by then on each of its screens, says so, and is left again', async () => {
  const record = await recordApp(['lab-2021.pdf', 'lab-2023.pdf'])
  const { api, personId } = record
  const { page, errors, axe } = await openWindow({ app: record.app, at: `/#/${record.personId}/overview` })
  const hemoglobin = page.getByRole('row', { name: /HbA1c/ })
  await hemoglobin.getByText('6.4').waitFor()
  await page.getByRole('button', { name: 'As known on' }).click()
  await page.keyboard.type('2021-13')
  await page.keyboard.press('Enter')
  await page.getByText('There is no such date.').waitFor()
  await page.getByRole('textbox', { name: 'Show the record as it was known on' }).fill('2022')
  await page.keyboard.press('Enter')
  await page.getByText('As known by the end of 2022').waitFor()
  await hemoglobin.getByText('5.9').waitFor()
  expect(await page.innerText('main')).not.toContain('6.4')
  expect(await page.getByRole('button', { name: 'Add files' }).count()).toBe(0)
  expect(await axe()).toEqual([])
  // the way on stays in that day: its medicines, and the trend of a measure
  await page.getByRole('link', { name: 'All medicines' }).click()
  await page.getByText('No paper up to that day says anything of this.').waitFor()
  await page.goBack()
  await page.getByRole('link', { name: 'HbA1c' }).click()
  await page.getByText('As known by the end of 2022').waitFor()
  const table = page.getByRole('table', { name: 'All values of HbA1c' })
  await table.getByText('5.9').waitFor()
  expect(await table.getByRole('row').count()).toBe(2)
  await page.getByRole('button', { name: 'Back to today' }).click()
  await expect.poll(() => table.getByRole('row').count()).toBe(3)

  // the timeline: facts, papers, and what was written later about then
  await api.notes.create({ personId, title: 'Pale', text: 'All summer.', author: 'family', concernsOn: '2021-07' })
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await page.getByRole('link', { name: 'lab-2023' }).waitFor()
  await page.getByRole('link', { name: 'Pale' }).waitFor()
  await page.getByRole('button', { name: 'As known on' }).press('Enter')
  await page.keyboard.type('2022-12-31')
  await page.keyboard.press('Enter')
  await page.getByText('As known by the end of 31 Dec 2022').waitFor()
  await page.getByRole('link', { name: 'lab-2023' }).waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'lab-2021' }).waitFor()
  await page.getByText('5 results').waitFor()
  for (const name of ['Pale', 'Add by hand']) expect(await page.innerText('main'), name).not.toContain(name)
  expect(await axe()).toEqual([])
  expect(errors).toEqual([])
})

test('the trend shows the same values as a table, those entered by hand among them, and Esc closes it', async () => {
  const record = await recordApp([])
  const { page } = await openWindow({ app: record.app, at: `/#/${record.personId}/labs?name=Body%20weight` })
  const table = page.getByRole('table', { name: 'All values of Body weight' })
  await table.waitFor()
  expect(await table.getByRole('row').allInnerTexts()).toHaveLength(4)
  expect(await table.innerText()).toContain('Jan 2025')
  await page.keyboard.press('Escape')
  await table.waitFor({ state: 'detached' })
})

test('what no paper says of allergies is not shown as that there are none; what a paper says is', async () => {
  const record = await recordApp([])
  const { api, app } = record
  const silent = await api.people.add({ name: 'Bea Example' })
  await api.facts.enter({ personId: silent.id, kind: 'condition', name: 'Asthma' })
  const { page } = await openWindow({ app, at: `/#/${silent.id}/overview` })
  await page.getByText('No allergies stated in these documents.').waitFor()
  expect(await page.innerText('main')).not.toContain('none known')

  await page.getByRole('button', { name: 'Add an allergy' }).click()
  await page.getByText('No allergies are known').click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Stated: none known').waitFor()
  expect(await page.innerText('main')).not.toContain('No allergies stated')
})

test('every kind can be entered by hand with the keyboard, and is marked as entered', async () => {
  const record = await recordApp([])
  const { page, errors, axe } = await openWindow({ app: record.app, at: `/#/${record.personId}/medicines` })
  await page.getByRole('button', { name: 'Add a medicine' }).click()
  await page.getByRole('textbox', { name: 'Medicine, as it is written' }).waitFor()
  expect(await axe()).toEqual([])
  await page.keyboard.type('Salbutamol')
  await page.keyboard.press('Tab')
  await page.keyboard.type('100 micrograms')
  await page.getByRole('textbox', { name: 'Started on' }).fill('2022-31')
  expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
  await page.getByRole('textbox', { name: 'Started on' }).fill('2022-03')
  await page.keyboard.press('Enter')
  await page.getByRole('rowheader', { name: 'Salbutamol' }).waitFor()
  expect(await factNamed(record, 'Salbutamol')).toMatchObject({
    ...{ state: 'entered', kind: 'medication' },
    details: { dose: '100 micrograms', startedOn: '2022-03' },
  })
  await page
    .getByRole('row', { name: /Salbutamol/ })
    .getByText('by you')
    .waitFor()
  expect(errors).toEqual([])
})

test('a date known in part is drawn as wide as it is unsure, and said so', async () => {
  const record = await recordApp([])
  const { page, errors } = await openWindow({ app: record.app, at: `/#/${record.personId}/timeline` })
  await page.getByText('only the year is known').waitFor()
  await page.getByRole('button', { name: /^Vaccinations/ }).click()
  await expect.poll(() => page.locator('main li').count()).toBe(1)
  const widths = (await page.evaluate(
    `[...document.querySelectorAll('main rect')].map((mark) => mark.getBoundingClientRect().width)`,
  )) as number[]
  expect(Math.max(...widths)).toBeGreaterThan(20)
  expect(errors).toEqual([])
})

test('papers that differ are seen side by side with their words, one of them stands by keys alone, and Undo brings both back', async () => {
  const record = await recordApp(['lab-2021.pdf', 'copy-2021.pdf'])
  const { api, app, personId } = record
  const both = async () =>
    (
      await api.facts.list({ filter: { personId, name: 'Potassium', states: ['proposed', 'confirmed', 'rejected'] } })
    ).items
      .map(({ valueText, state }) => `${valueText} ${state}`)
      .toSorted()
  const { page, errors, axe } = await openWindow({ app, at: `/#/${personId}/review` })
  await goTo(page, 'Potassium')
  await page.getByText('Another paper says otherwise for the same day.').waitFor()
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog', { name: 'Potassium, 11 Feb 2021: papers that differ' })
  await dialog.getByRole('article', { name: '4.2 mmol/L' }).getByText('lab-2021').waitFor()
  await dialog.getByRole('article', { name: '4.8 mmol/L' }).getByText('copy-2021').waitFor()
  expect(await axe()).toEqual([])
  // letters of the review decide nothing behind it
  await page.keyboard.press('x')
  expect(await both()).toEqual(['4.2 proposed', '4.8 proposed'])
  await dialog.getByRole('button', { name: 'This one stands: 4.2 mmol/L' }).press('Enter')
  await page.getByText('Potassium 4.2 mmol/L stands').waitFor()
  expect(await both()).toEqual(['4.2 confirmed', '4.8 rejected'])
  await page.keyboard.press('Control+z')
  await expect.poll(both).toEqual(['4.2 proposed', '4.8 proposed'])

  // the same from a row of the record; a source leads to its page
  await page.goto(`https://medmemory.test/#/${personId}/timeline`)
  await page
    .getByRole('button', { name: /results/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Potassium: actions' }).first().click()
  await page.getByRole('menuitem', { name: 'See both side by side' }).click()
  await dialog
    .getByRole('article', { name: '4.8 mmol/L' })
    .getByRole('button', { name: /copy-2021/ })
    .click()
  await page.getByRole('heading', { level: 1, name: 'copy-2021' }).waitFor()
  await page.locator('[data-page] .page-lit').first().waitFor()
  expect(errors).toEqual([])
})
