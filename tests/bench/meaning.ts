/**
 * What meaning costs beside a search: embedding on one thread, counted in processor time, and the first hybrid answer after
 * an unlock of 100,000 chunks, from the call on (the smallest key derivation that a header allows is in it).
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createApp } from '../../src-main/app.ts'
import { openStaticModel } from '../../src-main/embed/static/static-model.ts'
import { openStore } from '../../src-main/store/store.ts'
import { deriveSubKeys, minimumKdf } from '../../src-main/vault/keys.ts'
import { unlockHeader } from '../../src-main/vault/open-header.ts'
import { createRandom } from '../../tools/make-papers/random.ts'
import { passphrase } from './bench-vault.ts'
import type { Calibration } from './calibration.ts'
import { addChunkVectors } from './chunk-vectors.ts'
import { fill } from './fill-store.ts'
import type { Section } from './main.ts'
import { milliseconds, type Row } from './row.ts'
import { median } from './stats.ts'
import { createChunkSource } from './zipf-text.ts'

const CHUNKS = 100_000
const ROUNDS = 5
const EMBEDDED_A_ROUND = 2_000
const EMBED_LEAST = 900
const FIRST_ANSWER_MS = 300

export const benchMeaning: Section = async (folder, calibration) => [
  benchEmbedding(calibration),
  await benchFirstAnswer(join(folder, 'one'), 1, calibration),
  await benchFirstAnswer(join(folder, 'fifty'), 50, calibration),
]

function benchEmbedding(calibration: Calibration): Row {
  const model = openStaticModel(readFileSync(new URL('../../resources/embedder/medmem-static-v1.bin', import.meta.url)))
  const source = createChunkSource(createRandom(31))
  const texts = Array.from({ length: EMBEDDED_A_ROUND }, () => source.next())
  const rates = Array.from({ length: ROUNDS + 1 }, () => {
    const before = process.cpuUsage()
    for (const text of texts) model.embed(text, 'passage')
    const { user, system } = process.cpuUsage(before)
    calibration.sample()
    return texts.length / ((user + system) / 1e6)
  }).slice(1)
  const rate = median(rates)
  return {
    metric: 'embedding, chunks a second of one thread',
    ours: rate.toFixed(0),
    peer: `${EMBED_LEAST}`,
    ratios: rates.map((one) => one / EMBED_LEAST),
    target: '≥ 1',
    met: rate >= EMBED_LEAST,
  }
}

async function benchFirstAnswer(folder: string, people: number, calibration: Calibration): Promise<Row> {
  const dir = join(folder, 'vault')
  const app = createApp({ dir, kdf: minimumKdf })
  const api = app.connect()
  try {
    await api.vault.create({ passphrase })
    await api.vault.lock()
    const { header, masterKey } = await unlockHeader(dir, { passphrase })
    const { databaseKey: key } = deriveSubKeys(masterKey)
    const store = await openStore({ file: join(dir, 'vault.db'), key, cipher: header.cipher, mustExist: true })
    const filled = await fill(store, { people, chunks: CHUNKS, source: createChunkSource(createRandom(32)) })
    await addChunkVectors(store)
    await store.close()
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const startedAt = performance.now()
      await api.vault.unlock({ passphrase })
      const personId = filled[round % filled.length]?.id
      if (personId === undefined) throw new Error('nobody to ask about')
      await api.answers.search({ personId, query: 'heart failure', limit: 20, typing: false })
      times.push(performance.now() - startedAt)
      await api.vault.lock()
      calibration.sample()
    }
    const ms = median(times)
    return {
      metric: `unlock to first hybrid answer, ${CHUNKS / 1000}k chunks of ${people === 1 ? 'one person' : `${people} people`}`,
      ours: milliseconds(ms),
      peer: `${FIRST_ANSWER_MS} ms`,
      ratios: times.map((one) => one / FIRST_ANSWER_MS),
      target: '≤ 1',
      met: ms <= FIRST_ANSWER_MS,
    }
  } finally {
    await app.close()
  }
}
