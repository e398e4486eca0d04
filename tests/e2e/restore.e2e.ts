/** The way of somebody whose computer is gone: a folder of backups, a passphrase, and nothing else. */
import { mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Desktop, noDesktop } from '../../src-main/desktop.ts'
import { appOver, importAndRead, tempApp, testPassphrase } from '../support/temp-app.ts'
import { tempDir } from '../support/temp-dir.ts'
import { openWindow } from './harness.ts'
import { heldApp } from './held-app.ts'

/** A desktop whose dialogs answer what the test says. */
const desktopOver = (folder: string, places: string[], turnedTo: string[] = []): Desktop => ({
  ...noDesktop({ folder, version: 'test' }),
  about: async () => ({ surroundings: 'desktop', platform: 'linux', version: 'test', vaultFolder: folder }),
  chooseVault: async () => ({ folder: places.shift() ?? null }),
  useVault: async (asked) => {
    turnedTo.push(asked.folder)
    return { used: true }
  },
})

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
  const { app, api } = appOver(folder, { desktop: desktopOver(folder, [join(desk, 'taken'), folder]) })
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

test('beside a locked vault another is made with the recovery sheet: a damaged backup is named, and what was stopped left nothing', async () => {
  const place = tempDir()
  const [second, turnedTo] = [join(place, 'second'), [] as string[]]
  const desktop = desktopOver(join(place, 'vault'), [second], turnedTo)
  const { app, api, desk, personId, recoveryKey } = await tempApp({ dir: join(place, 'vault'), desktop })
  const [backups, made] = [join(desk, 'backups'), [] as string[]]
  for (const name of ['letter.txt', 'later.txt']) {
    writeFileSync(join(desk, name), `The ${name} was written.`)
    await importAndRead(api, personId, [join(desk, name)])
    for await (const _ of api.backups.make({ to: backups }));
    made.push(...readdirSync(join(backups, 'snapshots')).filter((one) => !made.includes(one)))
  }
  truncateSync(join(backups, 'snapshots', made[1] ?? ''), 40)
  await api.vault.lock()

  const { page, errors, axe } = await openWindow({ app: heldApp(app, 'backups.restore') })
  await page.getByRole('button', { name: 'Restore from a backup' }).click()
  await page.getByRole('textbox', { name: 'Folder of the backups' }).fill(backups)
  await page.getByText('Recovery sheet', { exact: true }).click()
  const key = page.getByRole('textbox', { name: 'Recovery key' })
  await key.fill(recoveryKey.replaceAll(/[2-9]/g, '7'))
  await key.press('Enter')
  await page.getByText('This key does not open the backups.').waitFor()
  await key.fill(recoveryKey)
  await key.press('Enter')
  await page.getByText('1 backup in this folder is damaged and cannot be restored.').waitFor()
  await page.getByRole('radio', { name: /1 document,/ }).waitFor()
  expect(await page.getByRole('button', { name: 'Restore', exact: true }).isDisabled()).toBe(true)
  expect(await axe()).toEqual([])

  await page.getByRole('button', { name: 'Choose another folder' }).click()
  await page.getByText(second).waitFor()
  await page.getByRole('button', { name: 'Restore', exact: true }).click()
  await page.getByRole('progressbar').waitFor()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByText('Stopped. Nothing was made').waitFor()
  expect(readdirSync(place).filter((name) => name.includes('second'))).toEqual([])
  await page.getByRole('button', { name: 'Restore', exact: true }).click()
  await page.getByText('Unlock it with the recovery sheet once more').waitFor()
  expect(await axe()).toEqual([])
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect.poll(() => turnedTo).toEqual([second])
  const { api: restored } = appOver(second)
  await restored.vault.recover({ recoveryKey, newPassphrase: 'another correct horse pond staple' })
  expect((await restored.documents.list({ filter: {} })).items).toMatchObject([{ title: 'letter' }])
  expect(errors).toEqual([])
}, 120_000)
