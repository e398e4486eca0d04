/**
 * Whole files, from import to searchable in the running program, against OCRmyPDF on the same file: how fast, and how
 * many of the words each finds. Every round has pages of its own, since what was read once need not be read again.
 */
import { join } from 'node:path'
import { type BenchVault, openBenchVault, putFiles } from './bench-vault.ts'
import type { Section } from './main.ts'
import { peakOfOcrEngine, processorMs } from './ocr-engine-process.ts'
import { foundWords } from './ocr-found-words.ts'
import { hasOcrmypdf, runOcrmypdf } from './ocr-ocrmypdf.ts'
import { type BenchPdf, makeMixedPdf, makeScanPdf } from './ocr-papers.ts'
import { takeScans } from './ocr-scans.ts'
import { type Row, ratioRow } from './row.ts'
import { median, timed } from './stats.ts'

const ROUNDS = 3
/** Letters and tables of one round, in the file of scans and in the mixed one. */
const SCANNED = { letters: 6, tables: 2 }
const MIXED = { letters: 2, tables: 1 }
/** What a careful user adds, so that it straightens and turns pages as we do. */
const CAREFUL = ['--deskew', '--rotate-pages']

interface Reading {
  readonly ms: number
  /** Of the words of the file, the part that was found. */
  readonly found: number
}

interface Round {
  readonly pages: number
  readonly ours: Reading & { readonly processorMs: number }
  readonly peer?: Reading
  readonly careful?: Reading
}

export const benchScanFiles: Section = async (folder, calibration) => {
  const { scans, mixed } = await makeFiles()
  const vault = await openBenchVault(folder)
  const peer = await hasOcrmypdf()
  try {
    const [warmUp, ...files] = scans
    if (warmUp !== undefined) await readOurs(vault, warmUp, join(folder, 'warm-up'))
    const measure = async (name: string, pdfs: readonly BenchPdf[]): Promise<Round[]> => {
      const rounds: Round[] = []
      for (const [index, pdf] of pdfs.entries()) {
        rounds.push(
          await measureRound(vault, pdf, join(folder, `${name}-${index}`), { peer, peerFirst: index % 2 === 0 }),
        )
        calibration.sample()
      }
      return rounds
    }
    const ofScans = await measure('scans', files)
    const ofMixed = await measure('mixed', mixed)
    return [...rowsOf('all-scan', ofScans, 0.5), ...rowsOf('mixed', ofMixed, 1), memoryRow()]
  } finally {
    await vault.app.close()
  }
}

async function makeFiles(): Promise<{ scans: BenchPdf[]; mixed: BenchPdf[] }> {
  const letters = await takeScans('flat', 1 + ROUNDS * (SCANNED.letters + MIXED.letters))
  const tables = await takeScans('dense', ROUNDS * (SCANNED.tables + MIXED.tables))
  const take = (counts: typeof SCANNED) => [...letters.splice(0, counts.letters), ...tables.splice(0, counts.tables)]
  const scans = [await makeScanPdf(take({ letters: 1, tables: 0 }))]
  const mixed: BenchPdf[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    scans.push(await makeScanPdf(take(SCANNED)))
    mixed.push(await makeMixedPdf(take(MIXED), 900 + round))
  }
  return { scans, mixed }
}

async function measureRound(
  vault: BenchVault,
  pdf: BenchPdf,
  folder: string,
  { peer, peerFirst }: { peer: boolean; peerFirst: boolean },
): Promise<Round> {
  const ours = () => readOurs(vault, pdf, folder)
  const theirs = async (options: readonly string[]): Promise<Reading> => {
    const { ms, pages } = await runOcrmypdf(pdf.bytes, options)
    return { ms, found: foundWords(pdf.truth, pages) }
  }
  const pages = pdf.truth.length
  if (!peer) return { pages, ours: await ours() }
  const early = peerFirst ? await theirs([]) : undefined
  const mine = await ours()
  return { pages, ours: mine, peer: early ?? (await theirs([])), careful: await theirs(CAREFUL) }
}

async function readOurs({ api, personId }: BenchVault, pdf: BenchPdf, folder: string): Promise<Round['ours']> {
  const paths = putFiles(folder, [{ name: 'file.pdf', bytes: pdf.bytes }])
  const processorBefore = processorMs()
  const { ms, result } = await timed(async () => {
    const { outcomes } = await api.documents.import({ personId, paths })
    for await (const _ of api.jobs.drain());
    return outcomes
  })
  const spent = processorMs() - processorBefore
  const [outcome] = result
  if (outcome?.kind !== 'queued') throw new Error(`a file of the bench was not new: ${outcome?.kind}`)
  const { pages } = await api.documents.open({ id: outcome.documentId })
  return {
    ms,
    processorMs: spent,
    found: foundWords(
      pdf.truth,
      pages.map(({ text }) => text),
    ),
  }
}

function rowsOf(kind: string, rounds: readonly Round[], least: number): Row[] {
  const pages = rounds[0]?.pages ?? 0
  const metric = `ocr: ${kind} PDF of ${pages} pages`
  const mine = rounds.map(({ ours }) => ours)
  const perMinute = (readings: readonly Reading[]) =>
    `${((pages * 60_000) / median(readings.map(({ ms }) => ms))).toFixed(1)} pages a minute`
  const against = (name: string, theirs: readonly Reading[]): Row[] => {
    if (theirs.length === 0)
      return [{ metric, ours: perMinute(mine), peer: `${name} is not installed`, ratios: [], target: '' }]
    const speed = {
      metric: `${metric}, throughput`,
      ours: perMinute(mine),
      peer: `${perMinute(theirs)} ${name}`,
      ratios: theirs.map(({ ms }, round) => ms / (mine[round]?.ms ?? 0)),
    }
    const words = {
      metric: `${metric}, words found`,
      ours: share(mine),
      peer: `${share(theirs)} ${name}`,
      ratios: theirs.map(({ found }, round) => (mine[round]?.found ?? 0) / found),
    }
    return [ratioRow(speed, { least }), ratioRow(words, { least: 1 })]
  }
  const peer = rounds.flatMap((round) => round.peer ?? [])
  const careful = rounds.flatMap((round) => round.careful ?? [])
  return [
    ...against('ocrmypdf', peer),
    ...(careful.length === 0 ? [] : against(`ocrmypdf ${CAREFUL.join(' ')}`, careful)),
    {
      metric: `${metric}, processor time`,
      ours: `${(median(mine.map((reading) => reading.processorMs)) / 1000).toFixed(1)} s`,
      peer: `${(median(mine.map(({ ms }) => ms)) / 1000).toFixed(1)} s on the clock`,
      ratios: mine.map((reading) => reading.processorMs / reading.ms),
      target: '',
    },
  ]
}

function memoryRow(): Row {
  const peak = peakOfOcrEngine()
  const ours = peak === undefined ? 'not known here' : `${(peak / 2 ** 20).toFixed(0)} MiB`
  return { metric: 'ocr: most memory of the recognising process', ours, peer: '', ratios: [], target: '' }
}

const share = (readings: readonly Reading[]) => median(readings.map(({ found }) => found)).toFixed(3)
