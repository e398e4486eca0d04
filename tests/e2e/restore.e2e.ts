/** The way of somebody whose computer is gone: a folder of backups, a passphrase, and nothing else. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { noDesktop } from '../../src-main/desktop.ts'
import { appOver, importAndRead, tempApp, testPassphrase } from '../support/temp-app.ts'
import { openWindow } from './harness.ts'

test('a vault is restored from a backup through the window and opened, after each mistake was told with a way on', async () => {
  const { api: lost, desk, personId } = await tempApp()
  writeFileSync(join(desk, 'letter.txt'), 'Metformin 500 mg twice daily.\n')
  await importAndRead(lost, personId, [join(desk, 'letter.txt')])
  for await (const _ of lost.backups.make({ to: join(desk, 'backups') }));
  mkdirSync(join(desk, 'no-backups'))
  mkdirSync(join(desk, 'taken'))
  writeFileSync(join(desk, 'taken', 'holiday.jpg'), 'a picture')

  const folder = join(desk, 'new-computer', 'vault')
  mkdirSync(join(desk, 'new-computer'))
  // a desktop whose dialogs answer what the test says
  const places = [join(desk, 'taken'), folder]
  const desktop: ReturnType<typeof noDesktop> = {
    ...noDesktop({ folder, version: 'test' }),
    about: async () => ({ surroundings: 'desktop', platform: 'linux', version: 'test', vaultFolder: folder }),
    chooseVault: async () => ({ folder: places.shift() ?? null }),
  }
  const { app, api } = appOver(folder, { desktop })
  const { page, errors, axe } = await openWindow({ app })
  await page.getByRole('button', { name: 'Restore from a backup' }).click()
  const place = page.getByRole('textbox', { name: 'Folder of the backups' })
  const passphrase = page.getByRole('textbox', { name: 'Passphrase' })
  const show = page.getByRole('button', { name: 'Show the backups' })

  await place.fill(join(desk, 'no-backups'))
  await passphrase.fill('not the passphrase at all')
  await show.click()
  await page.getByText('There is no backup in this folder.').waitFor()
  await place.fill(join(desk, 'backups'))
  await show.click()
  await page.getByText('This passphrase does not open the backups.').waitFor()
  expect(await axe()).toEqual([])
  await passphrase.fill(testPassphrase)
  await show.click()

  await page.getByRole('radio', { name: /1 document,/ }).waitFor()
  expect(await axe()).toEqual([])
  await page.getByRole('button', { name: 'Choose another folder' }).click()
  await page.getByText(join(desk, 'taken')).waitFor()
  await page.getByRole('button', { name: 'Restore', exact: true }).click()
  await page.getByText('This folder is not empty.').waitFor()
  await page.getByRole('button', { name: 'Choose another folder' }).click()
  await page.getByRole('button', { name: 'Restore', exact: true }).click()
  await page.getByRole('heading', { name: 'Your vault is restored' }).waitFor()
  await page.getByRole('button', { name: 'Open it' }).click()

  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
  const documents = async (from: typeof api) =>
    (await from.documents.list({ filter: {} })).items.map(({ id, title, sizeBytes, words }) => [
      id,
      title,
      sizeBytes,
      words,
    ])
  expect(await documents(api)).toEqual(await documents(lost))
  expect(errors).toEqual([])
}, 120_000)
