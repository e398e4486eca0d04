/** From nothing to a record and back to a locked vault, by keyboard alone: the steps a newcomer takes. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { appOver } from '../support/temp-app.ts'
import { tempDir } from '../support/temp-dir.ts'
import { openWindow } from './harness.ts'

const passphrase = 'seven quiet herons over a pond'

test('a newcomer makes a vault, looks around, adds files, locks and unlocks, without a mouse', async () => {
  const desk = tempDir()
  const { app, api } = appOver(join(desk, 'vault'))
  const { page, errors, requests, drop } = await openWindow({ app })
  const heading = (name: string | RegExp) => page.getByRole('heading', { name, level: 1 }).waitFor({ timeout: 30_000 })

  await heading('Who is this for?')
  await tabTo(page, 'input[maxlength="200"]')
  await page.keyboard.type('Ada Example')
  await page.keyboard.press('Tab')
  await page.keyboard.type('1961-04')
  await page.keyboard.press('Enter')

  await heading('A place and a passphrase')
  await tabTo(page, 'input[type="password"]')
  await page.keyboard.type('short')
  expect(await page.getByRole('button', { name: 'Make the vault' }).isDisabled()).toBe(true)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(passphrase)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type(passphrase)
  await page.keyboard.press('Enter')

  await heading('Your recovery sheet')
  const groups = await page.locator('.print-sheet li').allInnerTexts()
  const recoveryKey = groups.map((group) => group.split(/\s+/).at(-1)).join('-')
  expect(recoveryKey).toMatch(/^([0-9A-Z]{4}-){8}[0-9A-Z]{2}$/)
  expect(await page.getByRole('button', { name: 'Continue' }).isDisabled()).toBe(true)
  await typeAskedGroups(page, recoveryKey.split('-'))

  await heading('Your vault is ready')
  await tabTo(page, 'button:has-text("invented person")')
  await page.keyboard.press('Enter')
  await heading('Documents')
  await page.getByText('invented', { exact: true }).first().waitFor()

  const { items } = await api.people.list({ filter: {} })
  const ada = items.find(({ name }) => name === 'Ada Example')
  await page.evaluate(`location.hash = '#/${ada?.id}/library'`)
  await page.getByText('Ada Example has no documents yet').waitFor()
  writeFileSync(join(desk, 'letter.txt'), 'Metformin 500 mg twice daily.\n')
  writeFileSync(join(desk, 'broken.pdf'), '%PDF-1.7\nnothing')
  writeFileSync(join(desk, 'program.exe'), Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]))
  await drop(['letter.txt', 'broken.pdf', 'program.exe'].map((name) => join(desk, name)))
  await heading('Import')
  for (const part of ['Not taken', 'Read just now', 'Not read'])
    await page.getByRole('heading', { name: new RegExp(part) }).waitFor({ timeout: 60_000 })
  await page.getByText('originals still lie unprotected').waitFor()

  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await page.keyboard.press('d')
  await heading('Documents')
  await page.keyboard.press('j')
  expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('row')

  await page.keyboard.press('ControlOrMeta+l')
  await heading('Your vault is locked')
  expect(await page.innerText('body')).not.toMatch(/Ada|letter|Metformin/)
  await tabTo(page, 'input[type="password"]')
  await page.keyboard.type('not the passphrase at all')
  await page.keyboard.press('Enter')
  await page.getByText('does not open this vault').waitFor()
  await page.getByRole('button', { name: 'Use the recovery sheet' }).press('Enter')
  await page.getByLabel('Recovery key').fill(recoveryKey.toLowerCase())
  await page.getByLabel('Passphrase').fill('nine loud geese under one bridge')
  await page.getByLabel('The same again').fill('nine loud geese under one bridge')
  await page.keyboard.press('Enter')
  await heading('Documents')
  expect({ errors, requests }).toEqual({ errors: [], requests: [] })
}, 300_000)

/** Presses Tab until the element has the focus; a page on which it never gets it fails. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if ((await page.locator(`${selector}:focus`).count()) > 0) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reaches ${selector}`)
}

async function typeAskedGroups(page: Page, groups: readonly string[]): Promise<void> {
  for (const field of await page.getByLabel(/^Type group/).all()) {
    await field.focus()
    const label = await page.evaluate('document.activeElement.labels[0].innerText')
    const number = Number(/\d+/.exec(String(label))?.[0])
    await page.keyboard.type((groups[number - 1] ?? '').toLowerCase())
  }
  await page.keyboard.press('Enter')
}
