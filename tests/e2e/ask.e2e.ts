/** Asking: sentences with their sources beside the page, the honest not-found, and what is kept of it. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { App } from '../../src-main/app.ts'
import { makePdf, put } from '../ingest/readers/make-pdf.ts'
import { printPdf } from '../support/printed.ts'
import { importAndRead, tempApp } from '../support/temp-app.ts'
import { openWindow } from './harness.ts'

async function asking({ slowly = (app: App): App => app } = {}) {
  const temp = await tempApp()
  const { app, api, desk, personId } = temp
  const lines = ['Ferritin was 212 micrograms on 3 May 2024.', 'She takes amlodipine 5 mg every morning.']
  writeFileSync(join(desk, 'letter.pdf'), await printPdf([{ lines }]))
  const locked = await makePdf((pdf) => put(pdf, 'Secret', 80, 80), { userPassword: 'heron', pdfVersion: '1.7' })
  writeFileSync(join(desk, 'locked.pdf'), locked)
  await importAndRead(api, personId, [join(desk, 'letter.pdf'), join(desk, 'locked.pdf')])
  const window = await openWindow({ app: slowly(app), at: `/#/${personId}/ask` })
  const ask = async (question: string) => {
    await window.page.getByRole('textbox', { name: 'Your question' }).fill(question)
    await window.page.keyboard.press('Enter')
    await window.page.locator('[data-answer=complete]').filter({ hasText: question }).waitFor()
  }
  return { ...temp, ...window, ask }
}

test('a sentence leads to its page, with the quote lit where it stands; the keyboard is enough', async () => {
  const { page, errors, axe, ask } = await asking()
  await ask('What was the ferritin?')
  await page.getByText('Ferritin was 212 micrograms on 3 May 2024.').first().waitFor()
  await page.getByText('No language model used').waitFor()
  await page
    .getByRole('status')
    .filter({ hasText: /The answer is complete, with \d+ source/ })
    .waitFor({ state: 'attached' })

  const chip = page.getByRole('button', { name: /^Source 1: / }).first()
  await chip.focus()
  await page.getByRole('tooltip').filter({ hasText: 'Ferritin was 212' }).waitFor()
  await page.keyboard.press('Enter')
  const pane = page.getByRole('complementary', { name: /^Source: / })
  await pane.locator('.page-lit').first().waitFor()
  const isLit = await page.evaluate(`(() => {
    const word = [...document.querySelectorAll('aside .page-word')].find((each) => each.textContent === 'micrograms')
    const { left, right, top, bottom } = word.getBoundingClientRect()
    const [x, y] = [(left + right) / 2, (top + bottom) / 2]
    return [...document.querySelectorAll('aside .page-lit')].some((mark) => {
      const lit = mark.getBoundingClientRect()
      return lit.left < x && lit.right > x && lit.top < y && lit.bottom > y
    })
  })()`)
  expect(isLit).toBe(true)
  expect(await axe()).toEqual([])
  await page.keyboard.press('Escape')
  await pane.waitFor({ state: 'detached' })
  expect(await page.evaluate(`document.activeElement?.getAttribute('aria-label')`)).toMatch(/^Source 1: /)
  expect(errors).toEqual([])
})

/** Pages, and what comes after the first sentence, wait until they are let go. */
function holdBack() {
  const { promise, resolve } = Promise.withResolvers<void>()
  const slowly = (app: App): App => ({
    ...app,
    connectTransport(version) {
      const real = app.connectTransport(version)
      return {
        async call(path, input, options) {
          if (path === 'documents.page') await promise
          return real.call(path, input, options)
        },
        async *open(path, input, options) {
          for await (const chunk of real.open(path, input, options)) {
            yield chunk
            if ((chunk as { kind?: string }).kind === 'sentence') await promise
          }
        },
      }
    },
  })
  return { slowly, letGo: () => resolve() }
}

test('a source that is opened while its answer still comes in, and before its page is there, is lit in its document', async () => {
  const { slowly, letGo } = holdBack()
  const { page, errors } = await asking({ slowly })
  await page.getByRole('textbox', { name: 'Your question' }).fill('What was the ferritin?')
  await page.keyboard.press('Enter')
  await page.locator('[data-answer=answering]').waitFor()
  await page
    .getByRole('button', { name: /^Source 1: / })
    .first()
    .click()
  await page.getByRole('button', { name: 'Open document' }).click()
  letGo()
  await page.getByRole('heading', { level: 1, name: 'letter' }).waitFor()
  await page.locator('[data-page] .page-lit').first().waitFor()
  expect(errors).toEqual([])
})

test('what was not found names what was not read', async () => {
  const { page, axe, ask } = await asking()
  await ask('Was there ever a zygomatic osteotomy?')
  await page.getByRole('heading', { name: 'Not found in what I could read' }).waitFor()
  await page.getByText(/I looked at 1 pages? in 1 documents?/).waitFor()
  await page.getByRole('button', { name: /locked.*needs its password/ }).waitFor()
  expect(await axe()).toEqual([])
})

test('questions are kept in their conversation, which is found, renamed, and deleted with ten seconds to undo', async () => {
  const { page, api, personId, ask, errors } = await asking()
  await ask('What was the ferritin?')
  await ask('Any amlodipine?')
  const items = async () => (await api.conversations.list({ filter: { personId } })).items
  expect(await items()).toMatchObject([{ title: 'What was the ferritin?', answers: 2 }])
  await page.getByRole('button', { name: 'New question' }).click()
  await page.getByText('Answers come from the papers').waitFor()
  expect(await page.locator('article').count()).toBe(0)

  await page.getByRole('button', { name: 'Conversations' }).click()
  await page.keyboard.type('amlodipine')
  await page.getByRole('button', { name: /^Rename/ }).click()
  await page.getByRole('textbox', { name: 'New name' }).fill('Iron and pressure')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Iron and pressure/ }).click()
  await expect.poll(() => page.locator('article').count()).toBe(2)
  await page.getByRole('heading', { level: 1, name: 'Iron and pressure' }).waitFor()

  await page.getByRole('button', { name: 'Conversations' }).click()
  await page.getByRole('button', { name: /^Delete/ }).click()
  await page.getByText('Nothing has been asked yet.').waitFor()
  expect(await items()).toHaveLength(1)
  await expect.poll(items, { timeout: 20_000, interval: 500 }).toEqual([])
  expect(errors).toEqual([])
})
