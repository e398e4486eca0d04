/**
 * The composition root: everything the program is, from its environment. The Electron shell, the command line and the
 * tests each make one and talk to it through the contract.
 */
import { createClient, type Transport } from '#contract/client.ts'
import { AppError } from '#contract/errors.ts'
import { AppEvent } from '#contract/events.ts'
import { type Api, contract, contractVersion } from '#contract/index.ts'
import { type Desktop, noDesktop } from './desktop.ts'
import { forkEngine, type SpawnEngine } from './engines/spawn.ts'
import { createHandlers } from './handlers.ts'
import { createHealth } from './health.ts'
import { type Clock, systemClock } from './lib/clock.ts'
import { newId } from './lib/ids.ts'
import { createLog, type Log } from './lib/log.ts'
import { builtInDictionary } from './retrieve/built-in-dictionary.ts'
import { createRouter } from './router.ts'
import { openSession, type Session, type SessionDeps } from './session.ts'
import { createIdleLock } from './vault/idle-lock.ts'
import type { KdfParams } from './vault/keys.ts'
import { createRestore } from './vault/restore.ts'
import { createSystemSecretStore, type SecretStore } from './vault/secret-store.ts'
import { createVault } from './vault/vault.ts'

const appVersion = '0.1.0'

export interface AppEnv {
  /** The vault's folder. */
  readonly dir: string
  readonly clock?: Clock
  readonly spawnEngine?: SpawnEngine
  /** Takes one line of the log; without it there is none. */
  readonly writeLog?: (line: string) => void
  readonly kdf?: KdfParams
  /** Other models, from elsewhere, than those of the catalogue. */
  readonly models?: Pick<SessionDeps, 'catalog' | 'transport'>
  /** Instead of the text engine's. */
  readonly extractor?: SessionDeps['extractor']
  /** Instead of the chosen language model. */
  readonly writer?: SessionDeps['writer']
  readonly keychain?: SecretStore
  /** What surrounds a window; without it there is none. */
  readonly desktop?: Desktop
  /** For programs with a window: locks when nobody is at it. */
  readonly locksWhenIdle?: boolean
}

export interface App {
  /** A client of its own for each caller. */
  connect(): Api
  /**
   * The bare transport, for shells that carry calls across a process boundary. A caller built for a newer contract than
   * this program's is refused with `app/too-old`.
   */
  connectTransport(callerContract: number): Transport
  /** Answers how to stop listening. */
  on(listener: (event: AppEvent) => void): () => void
  /** Locks, with all that it means: no engine, no thread, no key is left. */
  close(): Promise<void>
}

export function createApp({
  dir,
  clock = systemClock,
  spawnEngine = forkEngine,
  writeLog = () => {},
  kdf,
  models = {},
  extractor,
  writer,
  keychain = createSystemSecretStore(),
  desktop = noDesktop({ folder: dir, version: appVersion }),
  locksWhenIdle = false,
}: AppEnv): App {
  process.umask(0o077)
  const log: Log = createLog(writeLog, clock.now)
  const listeners = new Set<(event: AppEvent) => void>()
  const emit = (event: AppEvent) => {
    const parsed = AppEvent.parse(event)
    for (const listener of listeners)
      try {
        listener(parsed)
      } catch {
        // who listens must not fail the work that is told of
      }
  }
  const optional = { ...(kdf && { kdf }), ...(extractor && { extractor }), ...(writer && { writer }) }
  const vault = createVault<Session>({
    dir,
    newId,
    clock,
    keychain,
    ...(kdf && { kdf }),
    openSession: (opened, opening) =>
      openSession(
        { dir, clock, newId, log, spawnEngine, keychain, emit, dictionary: builtInDictionary, ...optional, ...models },
        opened,
        opening,
      ),
    onOpened: () => {
      touch()
      emit({ kind: 'unlocked' })
    },
  })
  const health = createHealth({
    dir,
    version: appVersion,
    state: vault.state,
    findSession: vault.findSession,
    callsInFlight: () => router.callsInFlight(),
  })
  const idleLock = locksWhenIdle
    ? createIdleLock({
        clock,
        minutes: () => vault.findSession()?.settings.current().autoLockMinutes,
        lock: vault.lock,
      })
    : undefined
  const touch = () => idleLock?.touch()
  const router = createRouter(
    contract,
    createHandlers({ vault, health, desktop, restore: createRestore({ clock, newId }), touch }),
    log,
  )
  log('app.started', { version: appVersion })

  return {
    connect: () => createClient(contract, router.connect()),
    connectTransport(callerContract) {
      if (callerContract > contractVersion)
        throw new AppError('app/too-old', { contract: callerContract, known: contractVersion })
      return router.connect()
    },
    on(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      const startedAt = clock.monotonicMs()
      idleLock?.stop()
      await vault.lock().finally(health.close)
      log('app.closed', { ms: Math.round(clock.monotonicMs() - startedAt) })
    },
  }
}
