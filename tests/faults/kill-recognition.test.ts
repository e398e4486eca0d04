import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { DocumentId } from '#contract/ids.ts'
import { createRandom } from '../../tools/make-papers/random.ts'
import { printTiff } from '../support/printed.ts'
import { appOver, drain, tempApp, testPassphrase } from '../support/temp-app.ts'
import { runAndKill } from './run-and-kill.ts'

const KILLS = 6
/** After the vault was open, and after the first page of the run: the one hits the start, the other the middle. */
const LONGEST_MS = { ready: 3_000, recognized: 1_200 }
const faxes = [
  ['warfarin', 'amlodipine', 'colonoscopy', 'ferritin'],
  ['methotrexate', 'penicillin', 'hypertension', 'asthma'],
]

test(`killed ${KILLS} times at random moments of recognition, no page is lost, none is there twice, and it goes on`, async () => {
  const seed = Date.now() % 1_000_000
  const random = createRandom(seed)
  const { app, dir, desk, personId } = await tempApp()
  await app.close()
  const paths: string[] = []
  for (const [index, words] of faxes.entries()) {
    const path = join(desk, `fax-${index}.tif`)
    writeFileSync(path, await printTiff(words.map((word) => [`This page speaks of ${word}.`])))
    paths.push(path)
  }

  const recognized: number[] = []
  for (let kill = 0; kill < KILLS; kill += 1) {
    const after = kill % 2 === 0 ? 'ready' : 'recognized'
    const moment = { after, afterMs: random.between(0, LONGEST_MS[after]) } as const
    recognized.push((await runAndKill([dir, testPassphrase, personId, ...paths], moment)).recognized)
  }

  const { api } = appOver(dir)
  await api.vault.unlock({ passphrase: testPassphrase })
  await drain(api)
  console.log(`kill seed ${seed}: pages recognized before each kill: ${recognized.join(' ')}`)
  // a page that was told of is kept, and never recognised again
  expect(recognized.reduce((sum, pages) => sum + pages)).toBeLessThanOrEqual(faxes.flat().length)
  expect(Math.max(...recognized)).toBeGreaterThan(0)
  const { items } = await api.documents.list({ filter: {}, sort: 'title' })
  expect(items).toMatchObject(faxes.map(() => ({ state: 'indexed', pages: 4, readPages: 4, ocrPages: 4 })))
  for (const [index, words] of faxes.entries()) {
    const { pages } = await api.documents.open({ id: items[index]?.id as DocumentId })
    expect(pages.map(({ number }) => number)).toEqual([1, 2, 3, 4])
    for (const [at, query] of words.entries())
      expect((await api.answers.search({ personId, query })).hits, query).toMatchObject([{ page: at + 1 }])
  }
  expect(await api.vault.verify()).toMatchObject({ ok: true, problems: [], originals: 2 })
}, 300_000)
