/** Extraction in the text engine: pages go in as they lie in the store, and facts come out with their places. */
import type { Engines } from '../engines/pool.ts'
import { extractionVersion } from '../extract/extraction-version.ts'
import type { Extractor } from './extraction.ts'
import { packPages } from './packed-pages.ts'

export const engineExtractor = ({ text }: Pick<Engines, 'text'>): Extractor => ({
  version: extractionVersion,
  extract: (pages, signal) => text.extract({}, { bytes: packPages(pages), signal }),
})
