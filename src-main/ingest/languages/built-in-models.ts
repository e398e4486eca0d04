/** Where the models lie that come with the program: words in English, and the look that tells scripts apart. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const packages = createRequire(import.meta.url)

/** Holds eng.traineddata.gz. */
export const englishFolder = (): string =>
  join(dirname(packages.resolve('@tesseract.js-data/eng/package.json')), '4.0.0_best_int')

/** Holds osd.traineddata.gz. */
export const scriptFolder = (): string =>
  join(dirname(packages.resolve('@tesseract.js-data/osd/package.json')), '4.0.0')
