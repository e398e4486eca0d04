/**
 * `npm run bench [-- SECTION …]`: ratios of ours to a peer or a limit, each from interleaved rounds of one run. Says what
 * missed its target and how noisy the machine was; fails only when something breaks.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Calibration, createCalibration } from './calibration.ts'
import { printRows, type Row } from './row.ts'

export type Section = (folder: string, calibration: Calibration) => Promise<Row[]>

const sections: Readonly<Record<string, () => Promise<Section>>> = {
  cipher: async () => (await import('./cipher.ts')).benchCipher,
  search: async () => (await import('./search.ts')).benchSearch,
  vectors: async () => (await import('./vectors.ts')).benchVectors,
  meaning: async () => (await import('./meaning.ts')).benchMeaning,
  facts: async () => (await import('./facts.ts')).benchFacts,
  pdf: async () => (await import('./pdf.ts')).benchPdf,
  ocr: async () => (await import('./ocr.ts')).benchOcr,
  busy: async () => (await import('./busy.ts')).benchBusy,
  llama: async () => (await import('./llama.ts')).benchLlama,
}

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !(name in sections))
if (unknown !== undefined) throw new Error(`no section ${unknown}; there are ${Object.keys(sections).join(', ')}`)

const calibration = createCalibration()
const rows: Row[] = []
for (const [name, load] of Object.entries(sections)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const folder = mkdtempSync(join(tmpdir(), 'medmemory-bench-'))
  const startedAt = performance.now()
  try {
    const section = await load()
    rows.push(...(await section(folder, calibration)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  console.error(`${name}: ${((performance.now() - startedAt) / 1000).toFixed(0)} s`)
}
printRows(rows)
console.log(`\n${calibration.report()}`)
