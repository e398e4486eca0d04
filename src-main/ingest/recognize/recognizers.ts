/** The recognition engines of this process by language, each started when first needed and kept: starting one takes a second. */
import { englishFolder } from '../languages/built-in-models.ts'
import { createScriptDetector, type ScriptDetector } from '../languages/script.ts'
import type { Recognizer } from './recognizer.ts'
import { createTesseract } from './tesseract.ts'

/** A language pack beside the built-in English. */
export interface InstalledLanguage {
  /** As tesseract names it: `deu`. */
  readonly code: string
  /** The folder that holds <code>.traineddata.gz. */
  readonly dir: string
  /** Of the pack: another one under the same name is another engine. */
  readonly sha256: string
}

export interface Recognizers {
  english(): Promise<Recognizer>
  of(language: InstalledLanguage): Promise<Recognizer>
  scriptDetector(): Promise<ScriptDetector>
}

/** `workers`: how many images one engine recognises side by side. */
export function createRecognizers(workers: number): Recognizers {
  const byPack = new Map<string, Promise<Recognizer>>()
  let detector: Promise<ScriptDetector> | undefined

  function started(key: string, language: { code: string; dir: string }): Promise<Recognizer> {
    const known = byPack.get(key)
    if (known) return known
    const recognizer = createTesseract({ languages: [language], workers })
    byPack.set(key, recognizer)
    // one that failed to start is tried anew by whoever needs it next
    recognizer.catch(() => byPack.delete(key))
    return recognizer
  }

  return {
    english: () => started('eng', { code: 'eng', dir: englishFolder() }),
    of: (language) => started(`${language.code} ${language.sha256}`, language),
    scriptDetector() {
      detector ??= createScriptDetector()
      detector.catch(() => {
        detector = undefined
      })
      return detector
    },
  }
}
