/** What happens at the door: many wrong tries, nobody at the window, and surroundings that are not there. */
import { expect, test } from 'vitest'
import type { AppEvent } from '#contract/events.ts'
import { createRecoveryKey } from '../../src-main/vault/recovery-key.ts'
import { tempApp, testPassphrase } from '../support/temp-app.ts'

/** A clock that runs, and can be put forward. */
function skippingClock() {
  let skippedMs = 0
  const clock = { now: () => new Date().toISOString(), monotonicMs: () => performance.now() + skippedMs }
  return { clock, skip: (minutes: number) => (skippedMs += minutes * 60_000) }
}

test('after five wrong tries even the right one waits, and the wait is told', async () => {
  const { clock, skip } = skippingClock()
  const { api, recoveryKey } = await tempApp({ clock })
  await api.vault.lock()
  const newPassphrase = 'third phrase about quiet ponds'
  for (let i = 0; i < 5; i += 1)
    await expect(api.vault.recover({ recoveryKey: createRecoveryKey().text, newPassphrase })).rejects.toMatchObject({
      code: 'vault/wrong-recovery-key',
    })
  await expect(api.vault.unlock({ passphrase: testPassphrase })).rejects.toMatchObject({
    code: 'vault/too-many-tries',
    details: { waitSeconds: 1 },
  })
  skip(1)
  expect(await api.vault.recover({ recoveryKey, newPassphrase })).toEqual({ state: 'unlocked' })
})

test('a program with a window locks when nobody is at it; one without never does', async () => {
  const { clock, skip } = skippingClock()
  const [watched, unwatched] = [await tempApp({ clock, locksWhenIdle: true }), await tempApp({ clock })]
  const events: AppEvent[] = []
  watched.app.on((event) => events.push(event))
  skip(4)
  await watched.api.vault.touch()
  skip(4)
  await new Promise((resolve) => setTimeout(resolve, 5_500))
  expect((await watched.api.vault.status()).state).toBe('unlocked')
  skip(2)
  await expect.poll(() => events, { timeout: 30_000 }).toContainEqual({ kind: 'locked' })
  expect((await watched.api.vault.status()).state).toBe('locked')
  expect((await unwatched.api.vault.status()).state).toBe('unlocked')
})

test('without a desktop the vault in use is told, and what cannot be done is refused', async () => {
  const { api, dir } = await tempApp()
  expect(await api.desktop.about()).toMatchObject({ surroundings: 'none', vaultFolder: dir })
  for (const call of [
    api.desktop.chooseVault(),
    // biome-ignore lint/correctness/useHookAtTopLevel: it is a call, no hook
    api.desktop.useVault({ folder: '/x' }),
    api.desktop.chooseFiles({ what: 'files' }),
    api.desktop.chooseSavePath({ name: 'x' }),
    api.desktop.showFile({ path: '/x' }),
    api.desktop.copy({ text: 'x' }),
  ])
    await expect(call).rejects.toMatchObject({ code: 'desktop/absent' })
})
