/**
 * Every screen in every state: accessible, silent and without a network, in light and in dark; reachable at 200 % zoom; and
 * with room for longer words.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gateNames, screenNames } from '../../src-renderer/app/routes.ts'
import { openWindow } from './harness.ts'
import { findClipped, findLost } from './lost.ts'
import { openScreenApps, type ScreenApps } from './screen-apps.ts'
import { screenStates, stateNames } from './screen-states.ts'
import { vaults, walkViews } from './walk-views.ts'

let given: ScreenApps
beforeAll(async () => {
  given = await openScreenApps()
}, 300_000)
afterAll(() => given?.close())

test('every route has every state, or a reason why not', () => {
  for (const screen of screenNames)
    expect(screenStates.filter((one) => one.screen === screen).length, screen).toBeGreaterThanOrEqual(
      stateNames.length - 1,
    )
  for (const gate of gateNames) expect(screenStates.filter((one) => one.screen === gate).length, gate).toBe(1)
})

test.each(vaults)(
  'with a vault that is %s: no violation, no error, no request, nothing out of reach',
  async (vault) => {
    const found: Record<string, unknown> = {}
    await walkViews(given, { vault }, async ({ page, errors, requests, axe }, { name, state }) => {
      const light = await axe()
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.waitForTimeout(300)
      const dark = await axe()
      expect(await page.evaluate('document.documentElement.dataset.look')).toBe('dark')
      await page.emulateMedia({ colorScheme: 'light' })
      await page.setViewportSize({ width: 640, height: 400 })
      const lost = state === 'full' || state === 'empty' ? await findLost(page) : []
      await page.setViewportSize({ width: 1280, height: 800 })
      if (light.length + dark.length + errors.length + requests.length + lost.length > 0)
        found[name] = { light, dark, errors: errors.splice(0), requests: requests.splice(0), lost }
    })
    expect(found).toEqual({})
  },
  600_000,
)

test.each(vaults)(
  'with a vault that is %s: longer words are not cut off',
  async (vault) => {
    const found: Record<string, unknown> = {}
    await walkViews(given, { vault, locale: 'en-XA' }, async ({ page }, { name }) => {
      expect(await page.evaluate('document.documentElement.lang')).toBe('en-XA')
      const clipped = await findClipped(page)
      if (clipped.length > 0) found[name] = clipped
    })
    expect(found).toEqual({})
  },
  600_000,
)

test('a locked vault shows nothing of the record, whatever the address says', async () => {
  const { page } = await openWindow({ app: given.apps.locked, at: `/#/${given.who.full.personId}/library` })
  await page.getByRole('heading', { name: 'Your vault is locked' }).waitFor()
  expect(await page.innerText('body')).not.toContain('Ada Example')
})
