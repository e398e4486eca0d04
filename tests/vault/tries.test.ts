/** Wrong tries wait, right ones do not, and locking by itself comes when nobody is there. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { AppError } from '#contract/errors.ts'
import { createIdleLock } from '../../src-main/vault/idle-lock.ts'
import { createTries } from '../../src-main/vault/tries.ts'

afterEach(() => vi.useRealTimers())

/** A clock that a test turns. */
function handClock() {
  let ms = 0
  return { clock: { now: () => '', monotonicMs: () => ms }, pass: (seconds: number) => (ms += seconds * 1000) }
}

describe('wrong tries', () => {
  const wrong = () => Promise.reject(new AppError('vault/wrong-passphrase'))
  const right = async () => 'open'
  const codeOf = (work: Promise<unknown>) =>
    work.then(String, (error: AppError) => [error.code, error.details.waitSeconds])

  test('five are free, then each waits twice as long, up to a minute', async () => {
    const { clock, pass } = handClock()
    const { count } = createTries(clock)
    for (let i = 0; i < 5; i += 1) expect(await codeOf(count(wrong))).toEqual(['vault/wrong-passphrase', undefined])
    const waits: unknown[] = []
    for (let i = 0; i < 9; i += 1) {
      const [code, seconds] = (await codeOf(count(right))) as [string, number]
      expect(code).toBe('vault/too-many-tries')
      waits.push(seconds)
      pass(seconds - 0.001)
      expect(await codeOf(count(right))).toEqual(['vault/too-many-tries', 1])
      pass(0.001)
      expect(await codeOf(count(wrong))).toEqual(['vault/wrong-passphrase', undefined])
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60])
  })

  test('what is refused while waiting is not tried, and a right one starts over', async () => {
    const { clock, pass } = handClock()
    const { count } = createTries(clock)
    for (let i = 0; i < 5; i += 1) await count(wrong).catch(() => {})
    const tried = vi.fn(right)
    await count(tried).catch(() => {})
    expect(tried).not.toHaveBeenCalled()
    pass(1)
    expect(await count(tried)).toBe('open')
    for (let i = 0; i < 5; i += 1) expect(await codeOf(count(wrong))).toEqual(['vault/wrong-passphrase', undefined])
  })

  test('damage is no wrong try, a wrong recovery key is', async () => {
    const { count } = createTries(handClock().clock)
    const fails = (code: 'vault/damaged-header' | 'vault/wrong-recovery-key') => () =>
      Promise.reject(new AppError(code))
    for (let i = 0; i < 20; i += 1)
      expect(await codeOf(count(fails('vault/damaged-header')))).toEqual(['vault/damaged-header', undefined])
    for (let i = 0; i < 5; i += 1) await count(fails('vault/wrong-recovery-key')).catch(() => {})
    expect(await codeOf(count(right))).toEqual(['vault/too-many-tries', 1])
  })
})

describe('locking by itself', () => {
  /** Ten seconds of looking for each step, on both clocks. */
  function watched(minutes: () => number | undefined) {
    vi.useFakeTimers()
    const { clock, pass } = handClock()
    const lock = vi.fn(async () => {})
    const idle = createIdleLock({ clock, minutes, lock })
    const wait = async (seconds: number) => {
      for (let at = 0; at < seconds; at += 5) {
        pass(5)
        await vi.advanceTimersByTimeAsync(5_000)
      }
    }
    return { idle, lock, wait }
  }

  test('comes when nobody was there for as long as is set, not before, and once', async () => {
    const { idle, lock, wait } = watched(() => (lock.mock.calls.length > 0 ? undefined : 5))
    await wait(295)
    expect(lock).not.toHaveBeenCalled()
    await wait(5)
    expect(lock).toHaveBeenCalledTimes(1)
    await wait(3600)
    expect(lock).toHaveBeenCalledTimes(1)
    idle.stop()
  })

  test('whoever is there puts it off; the time while it was locked does not count', async () => {
    let minutes: number | undefined
    const { idle, lock, wait } = watched(() => minutes)
    await wait(3600)
    minutes = 1
    await wait(55)
    idle.touch()
    await wait(55)
    expect(lock).not.toHaveBeenCalled()
    await wait(10)
    expect(lock).toHaveBeenCalled()
    idle.stop()
    lock.mockClear()
    await wait(600)
    expect(lock).not.toHaveBeenCalled()
  })
})
