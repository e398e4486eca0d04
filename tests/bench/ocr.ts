/** Recognition of scans: one page against a bare tesseract.js call, whole files against OCRmyPDF, and searches meanwhile. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Section } from './main.ts'
import { benchScanSearches } from './ocr-busy.ts'
import { benchScanFiles } from './ocr-files.ts'
import { benchScanPages } from './ocr-pages.ts'

export const benchOcr: Section = async (folder, calibration) => {
  const rows = []
  for (const [name, section] of Object.entries({ benchScanPages, benchScanFiles, benchScanSearches })) {
    const own = join(folder, name)
    mkdirSync(own)
    rows.push(...(await section(own, calibration)))
  }
  return rows
}
