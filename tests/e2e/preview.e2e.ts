/** The preview in a real browser: the release window over requests to its own address, unlocked, changed and locked. */
import { expect, onTestFinished, test } from 'vitest'
import { servePreview } from '../../tools/preview/serve.ts'
import { tempApp, testPassphrase } from '../support/temp-app.ts'
import { launchChromium, windowFolder } from './chromium.ts'

test('the window works in the browser that was let in, with dropped files as uploads', async () => {
  const { app, api, personId } = await tempApp()
  const preview = await servePreview({ app, folder: windowFolder })
  onTestFinished(() => preview.close())
  const browser = await launchChromium()
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(error.message))

  await page.goto(preview.entrance)
  await page.waitForSelector('main h1')
  expect(page.url().startsWith(preview.origin)).toBe(true)
  const call = (path: string, input: unknown) =>
    page.evaluate(`window.medmemory.call(${JSON.stringify(path)}, ${JSON.stringify(input)})`)
  expect(await call('people.list', { filter: {} })).toMatchObject({ ok: true, value: { items: [{ id: personId }] } })

  const path = await page.evaluate(`window.medmemory.pathOf(new File(['Weight 78 kg.'], 'note.txt'))`)
  expect(await call('documents.import', { personId, paths: [path] })).toMatchObject({
    value: { outcomes: [{ kind: 'queued' }] },
  })
  const ended = await page.evaluate(`new Promise((resolve) => {
    const got = []
    window.medmemory.open('jobs.drain', undefined, (message) => {
      got.push(message.kind)
      if (message.kind === 'end') resolve(message.error)
    })
  })`)
  expect(ended).toBeNull()

  await page.evaluate('window.held = true')
  await api.vault.lock()
  await expect.poll(() => page.evaluate('window.held').catch(() => true)).toBeUndefined()
  await page.waitForSelector('main h1')
  expect(await call('vault.unlock', { passphrase: testPassphrase })).toMatchObject({ ok: true })
  expect(errors).toEqual([])
})
