/** What an answer says beside its sentences: how it was understood, what is past a threshold, what is unread, why it is so. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AskedRecord, openAskedRecord, openAsking } from './ask-papers.ts'
import { findClipped, findLost } from './lost.ts'

let record: AskedRecord
beforeAll(async () => {
  record = await openAskedRecord()
}, 300_000)
afterAll(() => record?.close())

const lastConversation = async () => {
  const { api, personId } = record
  const { items } = await api.conversations.list({ filter: { personId } })
  if (items[0] === undefined) throw new Error('nothing was asked')
  return api.conversations.get({ id: items[0].id })
}

test('what was understood is told, and is asked otherwise in the same conversation by keys alone', async () => {
  const { page, ask, axe, errors } = await openAsking(record)
  await ask('What was the last potassium?')
  await page.locator('article').getByText('The last potassium is 4.7 mmol/L on 7 August 2024').waitFor()
  const edit = page.getByRole('button', { name: 'Edit: latest Potassium' })
  await edit.focus()
  await page.keyboard.press('Enter')
  const name = page.getByRole('textbox', { name: 'Of what' })
  await name.and(page.locator(':focus')).waitFor()
  expect(await axe()).toEqual([])
  await page.keyboard.press('Escape')
  await name.waitFor({ state: 'detached' })
  await edit.and(page.locator(':focus')).waitFor()

  await page.keyboard.press('Enter')
  await name.waitFor()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'The latest' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('2024-13')
  await page.getByText('There is no such date.').waitFor()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('2024-03')
  await page.keyboard.press('Enter')
  await page.locator('article').getByText('The first potassium is 4.2 mmol/L on 7 March 2024').waitFor()
  await page.getByText('first Potassium since March 2024').waitFor()

  const { answers } = await lastConversation()
  expect(answers.map(({ question }) => question)).toEqual([
    'What was the last potassium?',
    'What was the last potassium?',
  ])
  expect(answers[1]?.why?.query).toMatchObject({ ask: 'first', name: 'Potassium', from: '2024-03' })
  expect(errors).toEqual([])
})

test('a list shows the first of its many places and the rest on demand; a value past a threshold stands before it', async () => {
  const { page, ask, axe, errors } = await openAsking(record)
  await ask('List all potassium values')
  const first = page.locator('p').filter({ hasText: /^Potassium: 4\.0 mmol\/L.*4\.7 mmol\/L on 7 August 2024/ })
  const chips = first.getByRole('button', { name: /^Source / })
  expect(await chips.count()).toBe(4)
  await first.getByRole('button', { name: 'and 12 more' }).click()
  expect(await chips.count()).toBe(16)
  await first.getByRole('button', { name: 'show fewer' }).click()
  expect(await chips.count()).toBe(4)
  expect(
    await page
      .locator('p')
      .filter({ hasText: /^Potassium \d\.\d mmol\/L/ })
      .count(),
  ).toBe(8 + 1)

  const flag = page.getByRole('listitem').filter({ hasText: 'Potassium 6.9 mmol/L' }).first()
  await flag.getByText(/^Threshold published in: /).waitFor()
  await flag.getByText('not yet checked').waitFor()
  const [flagAt, answerAt] = await Promise.all([flag.boundingBox(), first.boundingBox()])
  expect(flagAt?.y).toBeLessThan(answerAt?.y ?? 0)
  await flag.getByRole('button', { name: /^Source 1: potassium-7-Jun-2024/ }).click()
  await page.getByRole('complementary', { name: 'Source: potassium-7-Jun-2024' }).locator('.page-lit').first().waitFor()

  await page.getByRole('heading', { name: /^Not all of the papers could be read/ }).waitFor()
  await page.getByRole('button', { name: /locked.*needs its password/ }).waitFor()
  expect(await axe()).toEqual([])
  expect(errors).toEqual([])
})

test('what a person thinks of an answer is kept, and is taken back by pressing it again', async () => {
  const { page, ask, errors } = await openAsking(record)
  await ask('Which medicines are taken?')
  const wrong = page.getByRole('button', { name: 'Wrong' })
  await wrong.click()
  await expect.poll(async () => (await lastConversation()).answers[0]?.feedback).toBe('wrong')
  await page.reload()
  await expect.poll(() => wrong.getAttribute('aria-pressed')).toBe('true')
  await page.getByRole('button', { name: 'Helpful' }).click()
  await expect.poll(() => wrong.getAttribute('aria-pressed')).toBe('false')
  await expect.poll(async () => (await lastConversation()).answers[0]?.feedback).toBe('helpful')
  await page.getByRole('button', { name: 'Helpful' }).click()
  await expect.poll(async () => (await lastConversation()).answers[0]?.feedback).toBe(null)
  expect(errors).toEqual([])
})

test('why an answer is so: how it was understood, what answered it, and the pages that were weighed', async () => {
  const { page, ask, axe, errors } = await openAsking(record)
  await ask('Was there ever a hysterectomy?')
  await page.getByRole('heading', { name: 'Not stated in what I could read' }).waitFor()
  const why = page.getByRole('button', { name: 'Why this answer' })
  expect(await why.getAttribute('aria-expanded')).toBe('false')
  await why.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('definition').filter({ hasText: 'hysterectomy' }).waitFor()
  await page.getByRole('definition').filter({ hasText: 'Sentences quoted from the pages' }).waitFor()
  await page.getByRole('button', { name: 'p. 1, medicines' }).waitFor()
  expect(await page.getByRole('definition').last().innerText()).toMatch(/^\d+(\.\d+)? seconds?$/)
  expect(await axe()).toEqual([])
  await page.getByRole('button', { name: 'p. 1, medicines' }).press('Enter')
  await expect.poll(() => page.evaluate('location.hash')).toMatch(/\/document/)
  expect(errors).toEqual([])
})

test('what happens now has its fixed notice before the answer, also when the conversation is opened again', async () => {
  const { page, ask, axe } = await openAsking(record)
  const notice = page.getByRole('alert').filter({ hasText: 'This program only reads papers' })
  await ask('Which medicines are taken?')
  expect(await notice.count()).toBe(0)
  await ask('I have crushing chest pain right now')
  await notice.getByText('call your local emergency number').waitFor()
  await page.reload()
  await notice.waitFor()
  expect(await page.locator('article').last().getByRole('alert').count()).toBe(1)
  expect(await axe()).toEqual([])
})

test('what was entered by hand stands on no page, a mean is marked as computed, and a word is explained', async () => {
  const { page, ask, axe } = await openAsking(record)
  await ask('What was the last body weight?')
  const byHand = page.locator('p').filter({ hasText: '71.4 kg on 1 September 2024' })
  await byHand.getByText('on no page').waitFor()
  expect(await byHand.getByRole('button').count()).toBe(0)
  await ask('What was the average potassium?')
  const mean = page.locator('p').filter({ hasText: /mean.* potassium is 4\.65 mmol\/L/ })
  await mean.getByText('computed').waitFor()
  await page.getByRole('button', { name: 'Explain “potassium”' }).last().press('Enter')
  const explained = page.getByText('From the word list of this program, not from the papers.')
  await explained.waitFor()
  await page.keyboard.press('Enter')
  await explained.waitFor({ state: 'detached' })
  await ask('What does hypertension mean?')
  await explained.waitFor()
  expect(await axe()).toEqual([])
})

test('a conversation is copied as Markdown with its sources', async () => {
  const { page, ask } = await openAsking(record)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await ask('Which medicines are taken?')
  await page.getByRole('button', { name: 'Copy the conversation as Markdown' }).click()
  await page.getByText('The conversation was copied as Markdown').waitFor()
  const copied = (await page.evaluate('navigator.clipboard.readText()')) as string
  expect(copied).toMatch(/^# Which medicines are taken\?\n/)
  expect(copied).toContain('> medicines, page 1: ')
})

test('all of it has its place: in the dark, in longer words, and at 200 % zoom', async () => {
  const { page, ask } = await openAsking(record)
  await ask('List all potassium values')
  await ask('I have crushing chest pain right now')
  const at = `/${await page.evaluate('location.hash')}`
  for (const options of [{ theme: 'dark' }, { locale: 'en-XA' }, { size: { width: 640, height: 400 } }] as const) {
    const window = await openAsking(record, { at, ...options })
    await window.page.locator('article').nth(1).waitFor()
    await window.page.locator('footer button[aria-expanded]').first().click()
    await window.page.locator('article button[aria-expanded]').first().click()
    await window.page.locator('article form').waitFor()
    expect(await window.axe()).toEqual([])
    if ('locale' in options) expect(await findClipped(window.page)).toEqual([])
    expect(await findLost(window.page)).toEqual([])
    expect(await window.page.evaluate('document.documentElement.scrollHeight - innerHeight')).toBe(0)
    expect([...window.errors, ...window.requests]).toEqual([])
  }
})
