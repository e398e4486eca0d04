/**
 * Small secrets in the keychain of this computer's user, by the calls keytar had. The only importer of the keychain's
 * package. On Linux only the Secret Service will do: the kernel's keyring, which the package would fall back to, forgets
 * everything when the computer is switched off. Whoever reads from here must have another way: a keychain may lose it all.
 */
import { AppError } from '#contract/errors.ts'

/** Each fails with `vault/keychain-unavailable` when there is no keychain, or it is locked and stays so. */
export interface SecretStore {
  /** Null when there is none. */
  getPassword(service: string, account: string): Promise<string | null>
  setPassword(service: string, account: string, password: string): Promise<void>
  /** Whether there was one. */
  deletePassword(service: string, account: string): Promise<boolean>
  findCredentials(service: string): Promise<{ account: string; password: string }[]>
}

/** The system's own keychain. Its native part is loaded with the first call. */
export function createSystemSecretStore(): SecretStore {
  const withEntry = <T>(service: string, account: string, use: (entry: Entry) => Promise<T>) =>
    asKeychain(async () => {
      const { AsyncEntry } = await import('@napi-rs/keyring')
      return use(new AsyncEntry(service, account, { linux: { store: 'secret-service' } }))
    })
  return {
    getPassword: (service, account) =>
      withEntry(service, account, async (entry) => (await entry.getPassword()) ?? null),
    setPassword: (service, account, password) => withEntry(service, account, (entry) => entry.setPassword(password)),
    deletePassword: (service, account) => withEntry(service, account, (entry) => entry.deletePassword()),
    findCredentials: (service) =>
      asKeychain(async () => (await import('@napi-rs/keyring')).findCredentialsAsync(service)),
  }
}

type Entry = import('@napi-rs/keyring').AsyncEntry

/** For tests, and for a program that is to leave nothing behind: gone when it ends. */
export function createMemorySecretStore(): SecretStore {
  const kept = new Map<string, Map<string, string>>()
  const of = (service: string) => kept.get(service) ?? kept.set(service, new Map()).get(service) ?? new Map()
  return {
    getPassword: async (service, account) => of(service).get(account) ?? null,
    setPassword: async (service, account, password) => void of(service).set(account, password),
    deletePassword: async (service, account) => of(service).delete(account),
    findCredentials: async (service) => [...of(service)].map(([account, password]) => ({ account, password })),
  }
}

/** What a keychain says when it fails may name the account; none of it goes on. */
async function asKeychain<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new AppError('vault/keychain-unavailable', {}, { cause: error })
  }
}
