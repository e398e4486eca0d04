/** Notes in the window: written with the keyboard, found, cited at their words, changed, brought back, attached, deleted. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importAndRead, tempApp, testPassphrase } from '../support/temp-app.ts'
import { openWindow } from './harness.ts'

async function withLetter() {
  const temp = await tempApp()
  writeFileSync(join(temp.desk, 'letter.txt'), 'Dear colleague, the ankle is healing well.')
  await importAndRead(temp.api, temp.personId, [join(temp.desk, 'letter.txt')])
  return temp
}

test('a note is written, cited at its words, changed, and an older version comes back; leaving the form loses nothing', async () => {
  const temp = await withLetter()
  const { api, personId } = temp
  const { page, errors, axe } = await openWindow({ app: temp.app, at: `/#/${personId}/overview` })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await page.getByText('No notes about').waitFor()
  await page.keyboard.press('Control+n')
  const form = page.getByRole('form', { name: 'New note' })
  await form.waitFor()
  const isTextFocused = () => expect.poll(() => page.evaluate(`document.activeElement?.tagName`)).toBe('TEXTAREA')
  await isTextFocused()
  await page.keyboard.type('She fell in the kitchen.\nHer neighbour Oswald drove her home.')

  // looking at something else on the way
  await page.getByRole('link', { name: 'Timeline' }).click()
  await page.getByRole('heading', { level: 1, name: 'Timeline' }).waitFor()
  await page.goBack()
  await page.getByRole('textbox', { name: 'The day it is about' }).fill('2024-02-30')
  await page.getByText('There is no such date.').waitFor()
  expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
  await page.getByRole('textbox', { name: 'The day it is about' }).fill('2024-03')
  expect(await axe()).toEqual([])
  await page.keyboard.press('Control+s')
  await page.getByRole('heading', { level: 2, name: 'She fell in the kitchen.' }).waitFor()
  await page.getByText('About Mar 2024').first().waitFor()

  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await page.getByRole('textbox', { name: 'Your question' }).fill('Who drove her home?')
  await page.keyboard.press('Enter')
  await page
    .getByRole('button', { name: /^Source 1: / })
    .first()
    .click()
  await page.getByRole('button', { name: 'Open document' }).click()
  await page.locator('mark', { hasText: 'Her neighbour Oswald drove her home.' }).waitFor()
  await page.getByRole('button', { name: 'Show among the notes' }).click()

  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  const text = page.getByRole('textbox', { name: 'Text' })
  await text.fill('She fell on the stairs.')
  await page.getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => text.inputValue()).toBe('She fell on the stairs.')
  await page.keyboard.press('Control+s')
  await page.getByRole('article').getByText('She fell on the stairs.').waitFor()

  await page.getByRole('button', { name: '2 versions' }).click()
  await page.getByRole('dialog').getByText('Oswald').waitFor()
  expect(await axe()).toEqual([])
  await page.getByRole('button', { name: 'Bring this version back' }).click()
  await page.getByRole('article').getByText('Oswald').waitFor()
  expect((await api.notes.list({ filter: { personId } })).items).toMatchObject([{ version: 3, concernsOn: '2024-03' }])

  // the window ends in the middle of a sentence
  await page.keyboard.press('Control+n')
  await form.waitFor()
  await isTextFocused()
  await page.keyboard.type('She asked whether')
  await expect
    .poll(async () => (await api.notes.drafts({ filter: {} })).items)
    .toMatchObject([{ text: 'She asked whether' }])
  expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0)
  await page.goto('about:blank')
  await page.goto(`https://medmemory.test/#/${personId}/overview`)
  await page.getByText('1 note that was being written is not saved yet.').waitFor()
  await page.getByRole('link', { name: 'Notes', exact: true }).click()
  await page.getByRole('link', { name: 'A new note' }).click()
  await expect.poll(() => text.inputValue()).toBe('She asked whether')
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect.poll(async () => (await api.notes.drafts({ filter: {} })).items).toEqual([])

  // locking in the middle of a sentence
  await page.keyboard.press('Control+n')
  await form.waitFor()
  await isTextFocused()
  await page.keyboard.type('Ask about the')
  await page.getByRole('textbox', { name: 'The day it is about' }).fill('2024-1')
  await page.keyboard.press('Control+l')
  await page.getByRole('heading', { name: 'Your vault is locked' }).waitFor()
  await api.vault.unlock({ passphrase: testPassphrase })
  expect((await api.notes.list({ filter: { personId } })).items).toMatchObject([{ excerpt: 'Ask about the' }, {}])
  expect((await api.notes.drafts({ filter: {} })).items).toEqual([])
  expect(errors).toEqual([])
})

test('papers are attached and taken away, each leads to the other; the list is searched and a deleted note comes back', async () => {
  const temp = await withLetter()
  const { api, personId } = temp
  const ankle = { personId, title: 'Ankle', text: 'Better since Monday.', author: 'family' } as const
  const badly = { personId, title: 'Sleep', text: 'Slept badly.', author: 'family', concernsOn: '2024-03-04' } as const
  const sleep = await api.notes.create(badly)
  const note = await api.notes.create(ankle)
  const { page, errors } = await openWindow({ app: temp.app, at: `/#/${personId}/notes` })
  const article = page.getByRole('article')
  await article.getByRole('heading', { name: 'Ankle' }).waitFor()
  await article.getByRole('button', { name: 'Attach documents' }).click()
  await page.getByText('letter', { exact: true }).click()
  await page.getByRole('button', { name: 'Attach 1' }).click()
  await article.getByRole('link', { name: 'letter' }).click()
  await page.getByText('Notes about it:').waitFor()
  await page.getByRole('link', { name: 'Ankle' }).click()
  await article.getByRole('button', { name: 'Take away: letter' }).click()
  await article.getByRole('link', { name: 'letter' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await article.getByRole('link', { name: 'letter' }).waitFor()

  await page.getByRole('searchbox', { name: 'Find in notes' }).fill('badly')
  await expect.poll(() => page.locator('main [data-row]').count()).toBe(1)
  await page.getByRole('searchbox', { name: 'Find in notes' }).press('Escape')
  await expect.poll(() => page.locator('main [data-row]').count()).toBe(2)

  await article.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect.poll(() => page.locator('main [data-row]').count()).toBe(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => page.locator('main [data-row]').count()).toBe(2)

  // it is a document too: not read again, and not named elsewhere
  await page.getByRole('link', { name: 'Documents' }).click()
  await page.getByRole('button', { name: 'Ankle: actions' }).click()
  await page.getByRole('menuitem', { name: 'Edit kind and tags' }).waitFor()
  expect(await page.getByRole('menuitem').allInnerTexts()).not.toContain('Read again')
  await page.getByRole('menuitem', { name: 'Edit kind and tags' }).click()
  expect(await page.getByRole('textbox', { name: 'Title' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Cancel' }).click()

  await page.getByRole('link', { name: 'Timeline' }).click()
  await page.getByRole('listitem').filter({ hasText: '4 Mar 2024' }).getByRole('link', { name: 'Sleep' }).click()
  await article.getByText('Slept badly.').waitFor()

  // when nobody is there any more, what was typed is saved before the vault locks itself
  await page.clock.install()
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.keyboard.type(' Twice.')
  await page.clock.fastForward(4 * 60_000)
  expect(await api.notes.get({ id: sleep.id })).toMatchObject({ version: 1 })
  await page.clock.fastForward(20_000)
  await expect.poll(() => api.notes.get({ id: sleep.id })).toMatchObject({ version: 2, text: 'Slept badly. Twice.' })
  await page.keyboard.type(' Thrice.')
  await page.keyboard.press('Control+s')
  await article.getByText('Slept badly. Twice. Thrice.').waitFor()
  expect((await api.notes.get({ id: note.id })).attached).toMatchObject([{ title: 'letter' }])
  expect(errors).toEqual([])
})
