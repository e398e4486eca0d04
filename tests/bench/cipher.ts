/**
 * What encryption costs: the same rows and full text through the program's own connections, without a cipher and with
 * each. Few pages are cached, so that nearly every read decrypts.
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { type Cipher, openConnection } from '../../src-main/store/open.ts'
import { createRandom } from '../../tools/make-papers/random.ts'
import type { Section } from './main.ts'
import { milliseconds, type Row, ratioRow } from './row.ts'
import { median, timed } from './stats.ts'
import { createChunkSource } from './zipf-text.ts'

const ciphers = ['none', 'aegis', 'sqlcipher'] as const satisfies readonly Cipher[]
const ROUNDS = 5
const ROWS = 8_000
const ROWS_PER_COMMIT = 500
const BLOB_BYTES = 1536
const READS = 4_000
const SCANS = 10
const SMALL_CACHE = 'cache_size=-2000'

interface Times {
  insert: number
  point: number
  scan: number
}

export const benchCipher: Section = async (folder, calibration) => {
  const source = createChunkSource(createRandom(11))
  const texts = Array.from({ length: ROWS }, () => source.next())
  const rounds: Record<(typeof ciphers)[number], Times>[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const times: Partial<Record<(typeof ciphers)[number], Times>> = {}
    for (let turn = 0; turn < ciphers.length; turn += 1) {
      const cipher = ciphers[(turn + round) % ciphers.length] ?? 'none'
      times[cipher] = await measure(join(folder, `${cipher}-${round}.db`), cipher, texts)
    }
    rounds.push(times as Record<(typeof ciphers)[number], Times>)
    calibration.sample()
  }

  const row = (
    what: keyof Times,
    over: 'aegis' | 'sqlcipher',
    under: 'none' | 'aegis',
  ): Omit<Row, 'met' | 'target'> => ({
    metric: `cipher ${what}: ${over} / ${under}`,
    ours: milliseconds(median(rounds.map((times) => times[over][what]))),
    peer: milliseconds(median(rounds.map((times) => times[under][what]))),
    ratios: rounds.map((times) => times[over][what] / times[under][what]),
  })
  const reported = (line: Omit<Row, 'met' | 'target'>): Row => ({ ...line, target: '' })
  return [
    ratioRow(row('insert', 'aegis', 'none'), { most: 1.1 }),
    ratioRow(row('point', 'aegis', 'none'), { most: 1.15 }),
    ratioRow(row('scan', 'aegis', 'none'), { most: 1.35 }),
    reported(row('insert', 'sqlcipher', 'none')),
    reported(row('point', 'sqlcipher', 'none')),
    reported(row('scan', 'sqlcipher', 'none')),
    ratioRow(row('scan', 'sqlcipher', 'aegis'), { least: 4 }),
  ]
}

async function measure(file: string, cipher: Cipher, texts: readonly string[]): Promise<Times> {
  const key = randomBytes(32)
  // the key's bytes are zeroed by whoever opens with them
  const open = (readonly: boolean) => openConnection({ file, key: Uint8Array.from(key), cipher, readonly })
  const blob = randomBytes(BLOB_BYTES)

  const writer = open(false)
  writer.exec('CREATE TABLE row (id INTEGER PRIMARY KEY, text TEXT NOT NULL, blob BLOB NOT NULL) STRICT')
  writer.exec(
    `CREATE VIRTUAL TABLE rowText USING fts5 (text, content = 'row', content_rowid = 'id', tokenize = 'porter')`,
  )
  const insertRow = writer.prepare('INSERT INTO row (id, text, blob) VALUES (?, ?, ?)')
  const insertText = writer.prepare('INSERT INTO rowText (rowid, text) VALUES (?, ?)')
  const { ms: insert } = await timed(() => {
    for (let from = 0; from < texts.length; from += ROWS_PER_COMMIT)
      writer.transaction(() => {
        for (const [offset, text] of texts.slice(from, from + ROWS_PER_COMMIT).entries()) {
          insertRow.run(from + offset, text, blob)
          insertText.run(from + offset, text)
        }
      })()
  })
  writer.close()

  const reader = open(true)
  reader.pragma(SMALL_CACHE)
  const random = createRandom(12)
  const byId = reader.prepare('SELECT text, blob FROM row WHERE id = ?')
  const { ms: point } = await timed(() => {
    for (let read = 0; read < READS; read += 1) byId.get(random.between(0, texts.length - 1))
  })
  const all = reader.prepare('SELECT sum(length(text)) FROM row')
  const { ms: scan } = await timed(() => {
    for (let pass = 0; pass < SCANS; pass += 1) all.get()
  })
  reader.close()
  return { insert, point, scan }
}
