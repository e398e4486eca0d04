import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeLetterTexts } from '../../tools/make-papers/letter-texts.ts'
import { makeLongReport } from '../../tools/make-papers/long-report.ts'
import { appOver, drain, tempApp, testPassphrase } from '../support/temp-app.ts'
import { runAndKill } from './run-and-kill.ts'

/** Half of the hundred under each cipher. */
const KILLS = 50
const LONGEST_MS = 700

test(`killed ${KILLS} times at random moments of an import, nothing accepted is lost and nothing is half there`, async () => {
  const seed = Date.now() % 1_000_000
  const random = createRandom(seed)
  const { app, dir, desk, personId } = await tempApp()
  await app.close()
  const files = await manyFiles(desk)
  const accepted = new Set<string>()
  let finished = 0

  for (let kill = 0; kill < KILLS; kill += 1) {
    const paths = files.slice(kill * 6, kill * 6 + 6)
    const outcome = await runAndKill([dir, testPassphrase, personId, ...paths], {
      after: 'ready',
      afterMs: random() * LONGEST_MS,
    })
    for (const id of outcome.accepted) accepted.add(id)
    if (outcome.done) finished += 1
  }

  const { api } = appOver(dir)
  await api.vault.unlock({ passphrase: testPassphrase })
  await drain(api)
  const states = new Map<string, string>()
  for (let cursor: string | undefined; ; ) {
    const page = await api.documents.list({ filter: {}, limit: 200, ...(cursor !== undefined && { cursor }) })
    for (const { id, state } of page.items) states.set(id, state)
    if (page.nextCursor === null) break
    cursor = page.nextCursor
  }
  console.log(
    `kill seed ${seed}: ${accepted.size} accepted, ${states.size} kept, ${finished} runs ended before their kill`,
  )
  expect([...accepted].filter((id) => !states.has(id))).toEqual([])
  expect([...states].filter(([, state]) => state !== 'indexed')).toEqual([])
  expect(await api.vault.verify()).toMatchObject({ ok: true, problems: [] })
  expect(accepted.size).toBeGreaterThan(KILLS)
}, 900_000)

async function manyFiles(desk: string): Promise<string[]> {
  const report = join(desk, 'report.pdf')
  writeFileSync(report, await makeLongReport(12, 5))
  const letters = makeLetterTexts(KILLS * 6, 3).map(({ title, text }, index) => {
    const path = join(desk, `letter-${index}.txt`)
    writeFileSync(path, `${title}\n\n${text}`)
    return path
  })
  return letters.map((path, index) => (index % 40 === 1 ? report : path))
}

/** mulberry32 */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
