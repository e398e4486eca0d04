/**
 * Opens and closes the vault: secret → header → keys → session. The only holder of the session; while locked there is no
 * session to reach. Nothing here ever deletes or recreates a vault that will not open.
 */
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#contract/errors.ts'
import type { VaultPurpose, VaultState } from '#contract/vault.ts'
import type { Clock } from '../lib/clock.ts'
import { createMutex } from '../lib/mutex.ts'
import { holdLock } from '../store/open.ts'
import { hasDeviceSlot, openDeviceSlot } from './device-slot.ts'
import type { KdfParams } from './keys.ts'
import { createHeader, type OpenedHeader, recoverHeader, unlockHeader } from './open-header.ts'
import { checkPassphrase } from './passphrase.ts'
import type { SecretStore } from './secret-store.ts'
import { createTries } from './tries.ts'

/** The act that opened the vault, which the session audits. */
export type Opening = 'vault.create' | 'vault.unlock' | 'vault.recover' | 'vault.device-unlock'

export interface VaultDeps<S extends AsyncDisposable> {
  readonly dir: string
  readonly newId: () => string
  readonly clock: Clock
  readonly keychain: SecretStore
  /** Tests hand in the cheapest parameters allowed; otherwise they are measured on this machine. */
  readonly kdf?: KdfParams
  /** Opens, migrates and wires. Owns the keys from then on, also when it fails. */
  readonly openSession: (opened: OpenedHeader, opening: Opening) => Promise<S>
  /** The session can be reached from now on. */
  readonly onOpened?: () => void
}

export type Vault<S extends AsyncDisposable> = ReturnType<typeof createVault<S>>

export function createVault<S extends AsyncDisposable>({
  dir,
  newId,
  clock,
  keychain,
  kdf,
  openSession,
  onOpened = () => {},
}: VaultDeps<S>) {
  let open: { session: S; release: () => void } | undefined
  const oneAtATime = createMutex()
  const tries = createTries(clock)

  const hasHeader = () => existsSync(join(dir, 'header.json')) || existsSync(join(dir, 'header.bak'))
  const state = (): VaultState => (open !== undefined ? 'unlocked' : hasHeader() ? 'locked' : 'absent')

  /** Takes the lock before anything is read, and lets it go when anything fails. */
  async function openUnderLock(opening: Opening, getHeader: () => Promise<OpenedHeader>): Promise<void> {
    const lock = holdLock(join(dir, 'lock.db'))
    try {
      const opened = await getHeader()
      open = { session: await openSession(opened, opening), release: lock.release }
    } catch (error) {
      lock.release()
      throw error
    }
    onOpened()
  }

  const requireLocked = () => {
    if (!hasHeader()) throw new AppError(existsSync(join(dir, 'vault.db')) ? 'vault/damaged-header' : 'vault/absent')
  }

  return {
    state,
    create: ({
      passphrase,
      purpose,
    }: {
      passphrase: string
      purpose: VaultPurpose
    }): Promise<{ recoveryKey: string }> =>
      oneAtATime(async () => {
        if (state() !== 'absent' || existsSync(join(dir, 'vault.db'))) throw new AppError('vault/exists')
        checkPassphrase(passphrase)
        try {
          await mkdir(dir, { recursive: true, mode: 0o700 })
        } catch (error) {
          throw new AppError('vault/unwritable', {}, { cause: error })
        }
        let recoveryKey = ''
        await openUnderLock('vault.create', async () => {
          const made = await createHeader({ dir, passphrase, purpose, userId: newId(), ...(kdf && { kdf }) })
          recoveryKey = made.recoveryKey
          return made
        })
        return { recoveryKey }
      }),
    unlock: (passphrase: string): Promise<VaultState> =>
      oneAtATime(async () => {
        // the passphrase was not tried, so this is no opening
        if (open !== undefined) throw new AppError('vault/in-use')
        requireLocked()
        await tries.count(() => openUnderLock('vault.unlock', () => unlockHeader(dir, { passphrase })))
        return state()
      }),
    recover: (recoveryKey: string, newPassphrase: string): Promise<VaultState> =>
      oneAtATime(async () => {
        if (open !== undefined) throw new AppError('vault/exists')
        requireLocked()
        checkPassphrase(newPassphrase)
        await tries.count(() =>
          openUnderLock('vault.recover', () => recoverHeader(dir, { recoveryKey, newPassphrase, ...(kdf && { kdf }) })),
        )
        return state()
      }),
    hasDeviceUnlock: (): boolean => hasDeviceSlot(dir),
    unlockWithDevice: (): Promise<VaultState> =>
      oneAtATime(async () => {
        if (open !== undefined) throw new AppError('vault/in-use')
        requireLocked()
        await tries.count(() => openUnderLock('vault.device-unlock', () => openDeviceSlot(dir, keychain)))
        return state()
      }),
    lock: (): Promise<VaultState> =>
      oneAtATime(async () => {
        const closing = open
        open = undefined
        try {
          await closing?.session[Symbol.asyncDispose]()
        } finally {
          closing?.release()
        }
        return state()
      }),
    session(): S {
      if (open === undefined) throw new AppError('vault/locked')
      return open.session
    },
    findSession: (): S | undefined => open?.session,
  }
}
