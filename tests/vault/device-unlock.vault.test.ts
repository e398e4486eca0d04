/** Opening the vault with what this computer's keychain keeps: a shortcut that opens this vault, and takes nothing away. */
import { cpSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppError } from '#contract/errors.ts'
import { KEYCHAIN_SERVICE } from '../../src-main/vault/device-slot.ts'
import { createMemorySecretStore, type SecretStore } from '../../src-main/vault/secret-store.ts'
import { appOver, tempApp, testPassphrase } from '../support/temp-app.ts'
import { tempDir } from '../support/temp-dir.ts'

const passphrase = testPassphrase

/** A vault of which this device is to open, locked again. */
async function onThisDevice() {
  const keychain = createMemorySecretStore()
  const made = await tempApp({ keychain })
  await made.api.vault.enableDeviceUnlock({ passphrase })
  await made.api.vault.lock()
  return { ...made, keychain }
}

test('once turned on, the vault opens without its passphrase, also after a new start', async () => {
  const { api, app, dir, keychain, personId } = await onThisDevice()
  expect(await api.vault.status()).toMatchObject({ state: 'locked', deviceUnlock: true })
  expect(await api.vault.unlockWithDevice()).toEqual({ state: 'unlocked' })
  expect((await api.people.list({ filter: {} })).items).toMatchObject([{ id: personId }])
  await app.close()
  const again = appOver(dir, { keychain })
  expect(await again.api.vault.unlockWithDevice()).toEqual({ state: 'unlocked' })
})

test('the passphrase is asked for, and a wrong one turns nothing on', async () => {
  const keychain = createMemorySecretStore()
  const { api, dir } = await tempApp({ keychain })
  await expect(api.vault.enableDeviceUnlock({ passphrase: 'not the passphrase' })).rejects.toMatchObject({
    code: 'vault/wrong-passphrase',
  })
  expect([existsSync(join(dir, 'device.json')), await keychain.findCredentials(KEYCHAIN_SERVICE)]).toEqual([false, []])
})

test('turned off, neither file nor secret is left, and both turns are in the audit chain', async () => {
  const { api, dir, keychain } = await onThisDevice()
  await api.vault.unlockWithDevice()
  expect(await api.vault.disableDeviceUnlock()).toEqual({ deviceUnlock: false })
  expect([existsSync(join(dir, 'device.json')), await keychain.findCredentials(KEYCHAIN_SERVICE)]).toEqual([false, []])
  const { ok, auditRows } = await api.vault.verify()
  // create, person, device on, device unlock, device off, verify
  expect({ ok, isLong: auditRows >= 5 }).toEqual({ ok: true, isLong: true })
  await api.vault.lock()
  await expect(api.vault.unlockWithDevice()).rejects.toMatchObject({ code: 'vault/no-device-unlock' })
  expect(await api.vault.unlock({ passphrase })).toEqual({ state: 'unlocked' })
})

test('the file alone opens nothing: it holds no key in clear, and is for this user only', async () => {
  const { dir, keychain } = await onThisDevice()
  const path = join(dir, 'device.json')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  const [credential] = await keychain.findCredentials(KEYCHAIN_SERVICE)
  expect(readFileSync(path, 'utf8')).not.toContain(credential?.password)
  const elsewhere = join(tempDir(), 'vault')
  cpSync(dir, elsewhere, { recursive: true })
  const { api } = appOver(elsewhere, { keychain: createMemorySecretStore() })
  await expect(api.vault.unlockWithDevice()).rejects.toMatchObject({ code: 'vault/no-device-unlock' })
  expect(await api.vault.unlock({ passphrase })).toEqual({ state: 'unlocked' })
})

test('a changed passphrase and a recovery leave it working; the header is as without it', async () => {
  const { api, dir, recoveryKey } = await onThisDevice()
  expect(readFileSync(join(dir, 'header.json'), 'utf8')).not.toContain('device')
  await api.vault.unlockWithDevice()
  await api.vault.changePassphrase({ passphrase, newPassphrase: 'another long phrase for ponds' })
  await api.vault.lock()
  await api.vault.unlockWithDevice()
  await api.vault.lock()
  await api.vault.recover({ recoveryKey, newPassphrase: 'third phrase about quiet ponds' })
  await api.vault.lock()
  expect(await api.vault.unlockWithDevice()).toEqual({ state: 'unlocked' })
})

test('whatever is changed in the file, it opens nothing and hides nothing', async () => {
  const { api, dir } = await onThisDevice()
  const path = join(dir, 'device.json')
  const good = readFileSync(path, 'utf8')
  const slot = JSON.parse(good)
  const flip = (hex: string) => `${hex.slice(0, -1)}${hex.endsWith('0') ? '1' : '0'}`
  const changed = [
    ...['salt', 'nonce', 'ciphertext', 'tag'].map((key) => JSON.stringify({ ...slot, [key]: flip(slot[key]) })),
    JSON.stringify({ ...slot, userId: slot.vaultId }),
    JSON.stringify({ ...slot, format: 2 }),
    JSON.stringify({ ...slot, surplus: 1 }),
    good.slice(0, 50),
    '',
    '[]',
  ]
  for (const bad of changed) {
    writeFileSync(path, bad)
    await expect(api.vault.unlockWithDevice()).rejects.toMatchObject({ code: 'vault/no-device-unlock' })
  }
  writeFileSync(path, good)
  expect(await api.vault.unlockWithDevice()).toEqual({ state: 'unlocked' })
})

test('a keychain that does not answer is said to be that, and nothing that it holds is lost', async () => {
  const memory = createMemorySecretStore()
  let answers = true
  const keychain: SecretStore = {
    ...memory,
    getPassword: (service, account) =>
      answers ? memory.getPassword(service, account) : Promise.reject(new AppError('vault/keychain-unavailable')),
  }
  const { api } = await tempApp({ keychain })
  await api.vault.enableDeviceUnlock({ passphrase })
  await api.vault.lock()
  answers = false
  await expect(api.vault.unlockWithDevice()).rejects.toMatchObject({ code: 'vault/keychain-unavailable' })
  expect((await api.vault.status()).deviceUnlock).toBe(true)
  answers = true
  expect(await api.vault.unlockWithDevice()).toEqual({ state: 'unlocked' })
})

test('a keychain that forgets at once is no keychain', async () => {
  const keychain = { ...createMemorySecretStore(), setPassword: async () => {} }
  const { api, dir } = await tempApp({ keychain })
  await expect(api.vault.enableDeviceUnlock({ passphrase })).rejects.toMatchObject({
    code: 'vault/keychain-unavailable',
  })
  expect(existsSync(join(dir, 'device.json'))).toBe(false)
})
