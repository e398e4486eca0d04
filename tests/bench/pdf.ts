/**
 * A hundred pages of PDF, from file to searchable, against what pdf.js alone takes for its text. Ours also hashes,
 * encrypts, places every word, chunks, indexes and commits. Both warm; the first import after an unlock apart.
 */

import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { makeLongReport } from '../../tools/make-papers/long-report.ts'
import { importUntilSearchable, openBenchVault, passphrase, putFiles, rest } from './bench-vault.ts'
import type { Section } from './main.ts'
import { milliseconds, ratioRow } from './row.ts'
import { median, timed } from './stats.ts'

const PAGES = 100
const ROUNDS = 5
const WARM_UP = 2

export const benchPdf: Section = async (folder, calibration) => {
  const reports: Uint8Array[] = []
  for (let seed = 1; seed <= WARM_UP + ROUNDS + 1; seed += 1) reports.push(await makeLongReport(PAGES, seed))
  const paths = putFiles(
    join(folder, 'desk'),
    reports.map((bytes, index) => ({ name: `report-${index}.pdf`, bytes })),
  )
  const vault = await openBenchVault(folder)
  try {
    const readOurs = async (index: number) => {
      const { ms } = await timed(() => importUntilSearchable(vault, paths.slice(index, index + 1)))
      await rest(vault)
      return ms
    }
    const readBare = async (index: number) => (await timed(() => bareText(reports[index] ?? new Uint8Array()))).ms

    for (let index = 0; index < WARM_UP; index += 1) {
      await readOurs(index)
      await readBare(index)
    }
    const ours: number[] = []
    const bare: number[] = []
    for (let index = WARM_UP; index < WARM_UP + ROUNDS; index += 1) {
      const oursFirst = index % 2 === 0
      if (oursFirst) ours.push(await readOurs(index))
      bare.push(await readBare(index))
      if (!oursFirst) ours.push(await readOurs(index))
      calibration.sample()
    }
    await vault.api.vault.lock()
    await vault.api.vault.unlock({ passphrase })
    const cold = await readOurs(WARM_UP + ROUNDS)
    const peer = `${milliseconds(median(bare))} bare pdf.js`
    return [
      ratioRow(
        {
          metric: `pdf: ${PAGES} pages to searchable, warm`,
          ours: milliseconds(median(ours)),
          peer,
          ratios: ours.map((ms, round) => ms / (bare[round] ?? 0)),
        },
        { most: 1.5 },
      ),
      {
        metric: 'pdf: the first import after unlock',
        ours: milliseconds(cold),
        peer,
        ratios: [cold / median(bare)],
        target: '',
      },
    ]
  } finally {
    await vault.app.close()
  }
}

async function bareText(bytes: Uint8Array): Promise<number> {
  // a copy: pdf.js takes the buffer away from whoever hands it in
  const task = getDocument({ data: new Uint8Array(bytes), disableFontFace: true, useSystemFonts: false, verbosity: 0 })
  const document = await task.promise
  let items = 0
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    items += (await page.getTextContent()).items.length
    page.cleanup()
  }
  await task.destroy()
  return items
}
