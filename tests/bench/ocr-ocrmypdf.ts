/**
 * The peer for whole files: OCRmyPDF as Debian packages it, on one thread. Whatever is not reading is turned off for it
 * (PDF/A conversion, optimisation), and it is not asked to turn or straighten pages, which would only slow it down;
 * `--skip-text` is what its manual advises for files that hold text already, without it it refuses them.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { timed } from './stats.ts'

const run = promisify(execFile)

const OPTIONS = ['-j1', '--output-type', 'pdf', '--optimize', '0', '--skip-text', '-l', 'eng', '--quiet']

export interface PeerRun {
  readonly ms: number
  /** The text of each page of its output. */
  readonly pages: readonly string[]
}

export async function hasOcrmypdf(): Promise<boolean> {
  return run('ocrmypdf', ['--version']).then(
    () => true,
    () => false,
  )
}

export async function runOcrmypdf(pdf: Uint8Array, options: readonly string[]): Promise<PeerRun> {
  const folder = mkdtempSync(join(tmpdir(), 'medmemory-ocrmypdf-'))
  try {
    const [input, output] = [join(folder, 'in.pdf'), join(folder, 'out.pdf')]
    writeFileSync(input, pdf)
    const env = { ...process.env, OMP_THREAD_LIMIT: '1' }
    const { ms } = await timed(() => run('ocrmypdf', [...OPTIONS, ...options, input, output], { env }))
    return { ms, pages: await textOf(output) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function textOf(path: string): Promise<string[]> {
  const task = getDocument({
    data: new Uint8Array(readFileSync(path)),
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  })
  const document = await task.promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
  }
  await task.destroy()
  return pages
}
