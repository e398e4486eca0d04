/** Searching as one types, with the keyboard alone. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { printPdf } from '../support/printed.ts'
import { importAndRead, tempApp } from '../support/temp-app.ts'
import { openWindow } from './harness.ts'

async function withPapers() {
  const temp = await tempApp()
  const { api, desk, personId } = temp
  writeFileSync(
    join(desk, 'a.pdf'),
    await printPdf([{ lines: ['Ferritin was 212 micrograms.', 'Potassium was 4.1 mmol/L.'] }]),
  )
  writeFileSync(join(desk, 'b.md'), '# Letter\n\nThe potassium was 5.0 mmol/L in June.\n')
  await importAndRead(api, personId, [join(desk, 'a.pdf'), join(desk, 'b.md')])
  return temp
}

test('words are marked as they are typed; Enter opens the page where they stand, and back comes back', async () => {
  const temp = await withPapers()
  const { page, errors, axe } = await openWindow({ app: temp.app, at: `/#/${temp.personId}/library` })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').waitFor()
  await page.keyboard.type('potas')
  const marked = () => page.locator('[role=option] mark').allInnerTexts()
  await expect.poll(async () => (await marked()).map((word) => word.toLowerCase())).toEqual(['potassium', 'potassium'])
  expect(await page.getByText('by words').count()).toBeGreaterThan(0)
  expect(await axe()).toEqual([])

  await page.keyboard.press('ArrowDown')
  expect(await page.getByRole('combobox').getAttribute('aria-activedescendant')).toBe('result-1')
  const chosen = await page.locator('[role=option][aria-selected=true]').innerText()
  await page.keyboard.press('Enter')
  await page.locator('[data-page] [data-lit]').first().waitFor()
  await page.getByRole('heading', { level: 1, name: chosen.split('\n')[0] ?? '' }).waitFor()
  await page.goBack()
  await expect.poll(() => page.getByRole('combobox').inputValue()).toBe('potas')
  await page.keyboard.press('Escape')
  await page.getByRole('combobox').waitFor({ state: 'detached' })
  expect(errors).toEqual([])
})

test('what is not found is said for what was read, and the question can be asked', async () => {
  const temp = await withPapers()
  const { page } = await openWindow({ app: temp.app, at: `/#/${temp.personId}/search` })
  await page.getByRole('combobox').waitFor()
  await page.keyboard.type('zygoma')
  await page.getByText('“zygoma” is not in what I could read').waitFor()
  await page.getByText('Searched 2 pages in 2 documents.').waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'zygoma' }).first().waitFor()
})

test('places are gone to by name', async () => {
  const temp = await withPapers()
  const { page } = await openWindow({ app: temp.app, at: `/#/${temp.personId}/search` })
  await page.getByRole('combobox').waitFor()
  await page.keyboard.type('sett')
  await page.getByRole('option', { name: /^Settings/ }).click()
  await expect.poll(() => page.url()).toContain('/settings/')
})
