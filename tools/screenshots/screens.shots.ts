/** Takes a picture of every screen in every state, light and dark, 1280×800, into docs/screenshots. VIEWS names some of them. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openScreenApps, type ScreenApps } from '../../tests/e2e/screen-apps.ts'
import { vaults, walkViews } from '../../tests/e2e/walk-views.ts'

const folder = join(import.meta.dirname, '../../docs/screenshots')
let given: ScreenApps

/** A page is drawn when it is first looked at. */
const IMAGES_ARE_THERE = '[...document.images].every((image) => image.complete && image.naturalWidth > 0)'

beforeAll(async () => {
  await mkdir(folder, { recursive: true })
  given = await openScreenApps()
})
afterAll(() => given?.close())

test.each(vaults)('with a vault that is %s', async (vault) => {
  await walkViews(given, { vault }, async ({ page, errors }, { name }) => {
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme })
      await page.waitForTimeout(150)
      await page.waitForFunction(IMAGES_ARE_THERE, undefined, { timeout: 30_000 })
      await page.screenshot({ path: join(folder, `${name}-${theme}.png`) })
    }
    expect(errors).toEqual([])
  })
})
