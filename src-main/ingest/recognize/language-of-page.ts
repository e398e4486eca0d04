/** Which language a page is in, judged by its English reading, and which pack reads it. */
import { needsLanguage, packsFor } from '../languages/choose-pack.ts'
import { languageOf } from '../languages/language.ts'
import { isPoorReading } from '../languages/script.ts'
import { assemblePage } from '../layout/assemble-page.ts'
import type { PreparedPage } from './prepared-page.ts'
import type { PageWords } from './recognize-page.ts'
import type { InstalledLanguage, Recognizers } from './recognizers.ts'

export interface PageLanguage {
  /** ISO 639-3, when the words tell. */
  readonly code?: string
  /** The pack to read the page with, when it is not English. */
  readonly pack?: InstalledLanguage
  /** The language or script without whose pack it cannot be read. */
  readonly missing?: string
}

interface Installed {
  readonly recognizers: Recognizers
  readonly languages: readonly InstalledLanguage[]
}

export async function languageOfPage(
  { all }: PageWords,
  page: PreparedPage,
  { recognizers, languages }: Installed,
): Promise<PageLanguage> {
  const detector = isPoorReading(all) ? await recognizers.scriptDetector() : undefined
  const script = await detector?.detectScript(page.grey)
  const positioned = all.map(({ text, box }) => ({ text, ...box, size: box.height }))
  const language =
    script === undefined || script === 'Latin' ? languageOf(assemblePage(positioned, page.ink).text) : undefined
  const readers = { script, language, installed: languages.map(({ code }) => code) }
  const [best] = packsFor(readers)
  const pack = languages.find(({ code }) => code === best)
  const missing = needsLanguage(readers)
  return {
    ...(language !== undefined && { code: language.code }),
    ...(pack !== undefined && { pack }),
    ...(missing !== undefined && { missing }),
  }
}
