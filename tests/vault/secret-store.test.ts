/** The keychain of this computer: it either keeps a secret for good or says that it cannot. */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  createMemorySecretStore,
  createSystemSecretStore,
  type SecretStore,
} from '../../src-main/vault/secret-store.ts'

const hasSecretService = process.platform !== 'linux' || Boolean(process.env.DBUS_SESSION_BUS_ADDRESS)

async function roundTrip({ getPassword, setPassword, deletePassword, findCredentials }: SecretStore) {
  const [service, account] = [`MedMemory test ${randomUUID()}`, 'vault']
  expect(await getPassword(service, account)).toBeNull()
  await setPassword(service, account, 'first')
  await setPassword(service, account, 'secret')
  expect(await getPassword(service, account)).toBe('secret')
  expect(await findCredentials(service)).toEqual([{ account, password: 'secret' }])
  expect(await deletePassword(service, account)).toBe(true)
  expect(await deletePassword(service, account)).toBe(false)
  expect(await getPassword(service, account)).toBeNull()
}

test('the store in memory keeps, finds and forgets by service and account', () => roundTrip(createMemorySecretStore()))

test.runIf(hasSecretService)('the keychain of the system does the same, or says that it is unavailable', async () => {
  await roundTrip(createSystemSecretStore()).catch((error: unknown) =>
    expect(error).toMatchObject({ code: 'vault/keychain-unavailable' }),
  )
})

test.skipIf(hasSecretService)(
  'without a keychain every call that touches a secret is refused, and none is kept elsewhere',
  async () => {
    const { getPassword, setPassword, deletePassword } = createSystemSecretStore()
    for (const call of [getPassword('s', 'a'), setPassword('s', 'a', 'p'), deletePassword('s', 'a')])
      await expect(call).rejects.toMatchObject({
        code: 'vault/keychain-unavailable',
        message: 'vault/keychain-unavailable',
      })
  },
)
