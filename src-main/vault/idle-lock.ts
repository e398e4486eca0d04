/** Locks when nobody has been at the window for as long as the settings allow. Work that is under way is no presence. */
import type { Clock } from '../lib/clock.ts'

export interface IdleLockDeps {
  readonly clock: Clock
  /** Undefined while the vault is locked. */
  readonly minutes: () => number | undefined
  readonly lock: () => Promise<unknown>
}

const LOOK_MS = 5_000

export function createIdleLock({ clock, minutes, lock }: IdleLockDeps) {
  let lastSeenMs = clock.monotonicMs()
  let locking = false

  const look = setInterval(() => {
    const allowed = minutes()
    // the time before unlocking does not count
    if (allowed === undefined) lastSeenMs = clock.monotonicMs()
    else if (!locking && clock.monotonicMs() - lastSeenMs >= allowed * 60_000) {
      locking = true
      // what could not be closed in order was closed all the same, and there is nobody to tell
      void lock()
        .catch(() => {})
        .finally(() => (locking = false))
    }
  }, LOOK_MS)
  look.unref()

  return {
    touch() {
      lastSeenMs = clock.monotonicMs()
    },
    stop: () => clearInterval(look),
  }
}
