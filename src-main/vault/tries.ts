/**
 * Wrong secrets one after the other wait longer each time. A courtesy to people, and a brake on hands at the keyboard: what
 * keeps a stolen vault shut is the stretching of the passphrase, not this, and nothing of it is written down.
 */
import { AppError } from '#contract/errors.ts'
import type { Clock } from '../lib/clock.ts'

const FREE_TRIES = 5
const LONGEST_SECONDS = 60

export function createTries({ monotonicMs }: Clock) {
  let wrong = 0
  let waitUntilMs = 0

  return {
    /** Refused with `vault/too-many-tries` and the seconds to wait while it is too early; that counts as no try. */
    async count<T>(work: () => Promise<T>): Promise<T> {
      const waitMs = waitUntilMs - monotonicMs()
      if (waitMs > 0) throw new AppError('vault/too-many-tries', { waitSeconds: Math.ceil(waitMs / 1000) })
      try {
        const value = await work()
        wrong = 0
        return value
      } catch (error) {
        if (isWrongSecret(error)) {
          wrong += 1
          waitUntilMs = monotonicMs() + secondsAfter(wrong) * 1000
        }
        throw error
      }
    },
  }
}

/** 1, 2, 4, … after the fifth, sixth, seventh wrong try, and never more than a minute. */
const secondsAfter = (wrong: number) => (wrong < FREE_TRIES ? 0 : Math.min(2 ** (wrong - FREE_TRIES), LONGEST_SECONDS))

const isWrongSecret = (error: unknown) =>
  error instanceof AppError && (error.code === 'vault/wrong-passphrase' || error.code === 'vault/wrong-recovery-key')
