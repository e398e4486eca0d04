/**
 * In which script a page is written, by tesseract's own look at the shapes of its letters. Worth its time only where the
 * English reading is poor (`isPoorReading`). Noise is taken for one script or another at random, so that a script other
 * than Latin is believed only when the page shows it at three sizes.
 */
import type { Raster } from '../image/raster.ts'
import { placementOf, resample } from '../recognize/resample.ts'
import { portableGreymap, startTesseract } from '../recognize/tesseract-worker.ts'
import { scriptFolder } from './built-in-models.ts'
import { foldWord } from './fold-word.ts'
import { functionWords } from './function-words.ts'

/** `Latin`, `Cyrillic`, `Greek`, …: as Unicode names scripts, but for `Japanese`, which is a mixture. */
export type Script = string

export interface ScriptDetector {
  /** Dark letters on a light page, any way up; undefined for too few letters, and where the looks disagree. */
  detectScript(page: Raster): Promise<Script | undefined>
  close(): Promise<void>
}

export async function createScriptDetector(): Promise<ScriptDetector> {
  const worker = await startTesseract({ code: 'osd', dir: scriptFolder() }, 'script')

  async function look(page: Raster): Promise<Script | undefined> {
    // rejects for an image without letters; nothing is known of it then
    const seen = await worker.detect(portableGreymap(page)).catch(() => undefined)
    const { script, script_confidence: confidence } = seen?.data ?? {}
    if (!script || confidence === null || confidence === undefined || confidence < LEAST_CONFIDENCE) return undefined
    return names[script] ?? script
  }

  return {
    async detectScript(page) {
      const first = await look(page)
      if (first === undefined || first === 'Latin') return first
      const looks = [first]
      for (const scale of OTHER_SIZES) {
        const next = await look(resample(page, placementOf(page, scale, 0), PAPER))
        if (next === undefined || !isSame(first, next)) return undefined
        looks.push(next)
      }
      return looks.includes('Japanese') ? 'Japanese' : first
    },
    close: async () => void (await worker.terminate()),
  }
}

const LEAST_CONFIDENCE = 0.15
const OTHER_SIZES = [0.7, 1.4]
const PAPER = 255

const names: Readonly<Record<string, Script>> = {
  Fraktur: 'Latin',
  Hiragana: 'Japanese',
  Katakana: 'Japanese',
  Korean: 'Hangul',
}

/** A Japanese page is half Chinese letters. */
const isSame = (one: Script, other: Script) => one === other || [one, other].sort().join() === 'Han,Japanese'

/** Below it a page in English, however bad its print, is hardly ever read; pages in other scripts reach .4 at most. */
const POOR_CONFIDENCE = 0.5
const LEAST_READ = 8
const ENGLISH_WORDS: ReadonlySet<string> = new Set((functionWords.eng ?? '').split(/\s+/).map(foldWord))
const FEW = 3

/** What an English reading makes of a page in another script: little confidence, and hardly a word of English. */
export function isPoorReading(words: readonly { readonly text: string; readonly confidence: number }[]): boolean {
  if (words.length < LEAST_READ) return false
  const mean = words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length
  if (mean >= POOR_CONFIDENCE) return false
  const english = words.map(({ text }) => foldWord(text)).filter((word) => word.length > 2 && ENGLISH_WORDS.has(word))
  return new Set(english).size < FEW
}
