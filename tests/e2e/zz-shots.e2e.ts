import { mkdirSync } from 'node:fs'
import { test } from 'vitest'
import { openWindow } from './harness.ts'
import { findLost, findClipped } from './lost.ts'
import { recordApp } from './record-papers.ts'
test('shots', async () => {
  mkdirSync('/tmp/shots', { recursive: true })
  const { app, api, personId } = await recordApp()
  const bea = await api.people.add({ name: 'Bea Example' })
  await api.facts.enter({ personId: bea.id, kind: 'allergy', name: 'Allergies', valueText: '', isNoneKnown: true, happenedOn: '2024' })
  const cleo = await api.people.add({ name: 'Cleo Example' })
  await api.facts.enter({ personId: cleo.id, kind: 'condition', name: 'Asthma', valueText: '' })
  const { page, errors, axe } = await openWindow({ app, at: `/#/${personId}/overview` })
  const only = new RegExp(process.env.VIEWS ?? '')
  const shot = async (name: string, looks = ['light', 'dark']) => {
    for (const look of looks) {
      await page.emulateMedia({ colorScheme: look as 'light' })
      await page.waitForTimeout(300)
      await page.screenshot({ path: `/tmp/shots/${name}-${look}.png` })
      const found = [...(await axe()), ...errors.splice(0)]
      if (found.length > 0) console.log(name, look, found)
    }
    await page.emulateMedia({ colorScheme: 'light' })
  }
  const p = personId
  const views: [string, string, ((() => Promise<unknown>))?][] = [
    ['overview', `${p}/overview`],
    ['none-known', `${bea.id}/overview`],
    ['not-stated', `${cleo.id}/overview`],
    ['dialog', `${p}/overview`, async () => { await page.getByRole('button', { name: 'Add by hand' }).click(); await page.waitForTimeout(300) }],
    ['dialog-medicine', `${p}/medicines`, async () => { await page.getByRole('button', { name: 'Add a medicine' }).click(); await page.waitForTimeout(300) }],
    ['dialog-value', `${p}/labs`, async () => { await page.getByRole('button', { name: 'Add a value' }).click(); await page.waitForTimeout(300) }],
    ['review', `${p}/review`, async () => { await page.locator('[data-page] img').waitFor(); await page.waitForTimeout(600) }],
    ['review-edit', `${p}/review`, async () => { await page.locator('[data-page] img').waitFor(); await page.keyboard.press('e'); await page.waitForTimeout(300) }],
    ['review-lab', `${p}/review`, async () => { for (let i = 0; i < 12; i++) { await page.keyboard.press('ArrowDown'); await page.waitForTimeout(80) } await page.waitForTimeout(1500) }],
    ['labs', `${p}/labs`], ['trend', `${p}/labs?name=HbA1c&unit=%25`, async () => { await page.locator('[data-point="2"]').focus(); await page.keyboard.press('ArrowLeft'); await page.waitForTimeout(200) }],
    ['weight', `${p}/labs?name=Body%20weight`],
    ['pressure', `${p}/labs?name=Blood%20pressure`],
    ['medicines', `${p}/medicines`], ['timeline', `${p}/timeline`],
  ]
  for (const [name, path, act] of views.filter(([n]) => only.test(n))) {
    await page.evaluate(`location.hash = '#/people'`)
    await page.waitForTimeout(100)
    await page.evaluate(`location.hash = '#/${path}'`)
    await page.waitForTimeout(900)
    await act?.().catch((error) => console.log(name, String(error).slice(0, 300)))
    await shot(name)
    if (!name.startsWith('dialog')) {
      await page.setViewportSize({ width: 640, height: 400 })
      await page.waitForTimeout(200)
      const lost = await findLost(page)
      if (lost.length) console.log(name, 'LOST', lost)
      await page.screenshot({ path: `/tmp/shots/${name}-small.png` })
      await page.setViewportSize({ width: 1280, height: 800 })
    }
    void findClipped
    if (await page.getByRole('dialog').count()) await page.keyboard.press('Escape')
  }
}, 400_000)
