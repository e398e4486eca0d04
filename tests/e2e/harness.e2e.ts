/** The harness itself: it sees what it is there to see, and its bridge does what the real one does. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Bridge } from '#contract/bridge.ts'
import { tempApp, testPassphrase } from '../support/temp-app.ts'
import { tempDir } from '../support/temp-dir.ts'
import { openWindow } from './harness.ts'

declare const window: { medmemory: Bridge; got: unknown[]; cancel: () => void }
declare const document: { title: string }

/** A window of one page with one script. */
function pageWith(body: string, script = ''): string {
  const folder = tempDir()
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><head><title>Test</title></head><body><main><h1>Test</h1>${body}</main><script src="/own.js"></script></body></html>`,
  )
  writeFileSync(join(folder, 'own.js'), script)
  return folder
}

test('a quiet page has no errors, asks for nothing, and axe finds nothing', async () => {
  const { app } = await tempApp()
  const { errors, requests, axe } = await openWindow({ app, folder: pageWith('<p>Nothing here.</p>') })
  expect(await axe()).toEqual([])
  expect({ errors, requests }).toEqual({ errors: [], requests: [] })
})

test('exceptions, blocked scripts, requests elsewhere and faults for screen readers are all seen', async () => {
  const { app } = await tempApp()
  const body =
    '<img src="http://elsewhere.test/a.png"><button></button><p onclick="x()">text</p><script>document.title = "bad"</script>'
  const { page, errors, requests, axe } = await openWindow({
    app,
    folder: pageWith(
      body,
      'setTimeout(() => { throw new Error("planted") }); fetch("http://elsewhere.test/").catch(() => {})',
    ),
  })
  await expect.poll(() => errors.join('\n')).toContain('exception: planted')
  expect(errors.join('\n')).toMatch(/inline script/)
  expect(errors.join('\n')).toMatch(/img-src/)
  expect(errors.join('\n')).toMatch(/connect-src/)
  // the page's own policy keeps them from ever being requests
  expect(requests).toEqual([])
  expect(await page.evaluate(() => document.title)).toBe('Test')
  const found = (await axe()).join('\n')
  expect(found).toContain('button-name')
  expect(found).toContain('image-alt')
})

test('calls, streams, cancelling, events, commands and dropped files cross the bridge', async () => {
  const { app, api, desk, personId } = await tempApp()
  const script = `
    window.got = []
    window.medmemory.on((event) => window.got.push(event))
    addEventListener('drop', async (event) => {
      event.preventDefault()
      for (const file of event.dataTransfer.files) window.got.push(await window.medmemory.pathOf(file))
    })
    addEventListener('dragover', (event) => event.preventDefault())`
  const { page, command, drop, errors } = await openWindow({ app, folder: pageWith('', script) })

  const reply = await page.evaluate(() => window.medmemory.call('people.list', { filter: {} }))
  expect(reply).toMatchObject({ ok: true, value: { items: [{ name: 'Ada Example' }] } })
  const refused = await page.evaluate(() => window.medmemory.call('people.list', { surplus: 1 }))
  expect(refused).toEqual({ ok: false, error: { code: 'input/invalid', details: { issues: 2 } } })

  const chunks = await page.evaluate(
    (id) =>
      new Promise((resolve) => {
        const got: unknown[] = []
        window.medmemory.open('answers.ask', { personId: id, question: 'Any allergies?' }, (message) => {
          got.push(message)
          if (message.kind === 'end') resolve(got)
        })
      }),
    personId,
  )
  expect(chunks).toMatchObject([
    { kind: 'chunk' },
    ...Array((chunks as unknown[]).length - 2).fill({ kind: 'chunk' }),
    { kind: 'end', error: null },
  ])

  const path = join(desk, 'note.txt')
  writeFileSync(path, 'Weight 78 kg.')
  await drop([path])
  await command('palette')
  await api.people.add({ name: 'Bo Example' })
  await expect
    .poll(() => page.evaluate(() => window.got))
    .toEqual(
      expect.arrayContaining([path, { kind: 'command', id: 'palette' }, { kind: 'changed', topics: ['people'] }]),
    )
  expect(errors).toEqual([])
})

test('locking loads the page anew, and what the page held is gone', async () => {
  const { app, api } = await tempApp()
  const { page } = await openWindow({ app, folder: pageWith('', 'window.got = ["held"]') })
  await page.evaluate(() => window.got.push('a name'))
  await api.vault.lock()
  await expect.poll(() => page.evaluate(() => window.got).catch(() => 'loading')).toEqual(['held'])
  expect(await api.vault.unlock({ passphrase: testPassphrase })).toEqual({ state: 'unlocked' })
})
