/** What to believe when one place was read several times. */
import type { Reading } from './reading.ts'

/** What one look saw in the place of a word: usually a word, sometimes several, sometimes nothing. */
export type Sight = readonly Reading[]

export interface Verdict {
  readonly readings: Sight
  /** 0..1 */
  readonly confidence: number
  /** Looks, or text and ink, contradict each other, or the engine was never sure. */
  readonly doubtful: boolean
}

/** From here on text and ink contradict each other. */
const MISFIT = 0.5
/** A single look at this confidence is believed. */
export const SURE = 0.8
/** What is in doubt is never surer than this, unless all looks were sure of the same: it is print then, and in doubt. */
const MOST_IN_DOUBT = 0.5
/** What two looks agree on, whatever each of them thought. */
const AGREED = 0.8

const textOf = (sight: Sight): string => sight.map(({ text }) => text).join(' ')

/** No further look is needed. */
export function isSettled(sights: readonly Sight[]): boolean {
  const last = sights.at(-1) ?? []
  if (sights.length === 1) return fits(last) && confidenceOf(last) >= SURE
  return fits(last) && sights.slice(0, -1).some((sight) => textOf(sight) === textOf(last))
}

export function settle(sights: readonly Sight[]): Verdict {
  const only = sights[0] ?? []
  if (sights.length === 1) return { readings: only, confidence: confidenceOf(only), doubtful: !fits(only) }
  const best = [...sights].sort((a, b) => worth(b, sights) - worth(a, sights))[0] ?? only
  const agreeing = sights.filter((sight) => textOf(sight) === textOf(best))
  const confidence = Math.max(...agreeing.map(confidenceOf))
  if (agreeing.length > 1 && fits(best))
    return { readings: best, confidence: Math.max(confidence, AGREED), doubtful: false }
  const isUnanimous = sights.every((sight) => textOf(sight) === textOf(best) && confidenceOf(sight) >= SURE)
  if (isUnanimous) return { readings: best, confidence, doubtful: true }
  const isNearlyAgreed = fits(best) && sights.some((sight) => sight !== best && fits(sight) && areNear(sight, best))
  return {
    readings: best,
    confidence: isNearlyAgreed ? MOST_IN_DOUBT : Math.min(confidence, MOST_IN_DOUBT),
    doubtful: true,
  }
}

/** Agreement first, then what fits its ink, then the engine's own opinion. */
function worth(sight: Sight, all: readonly Sight[]): number {
  const agreeing = all.filter((other) => textOf(other) === textOf(sight)).length - 1
  return 0.7 * agreeing + confidenceOf(sight) - Math.min(1.5, misfitOf(sight))
}

/** The engine does not know the sign for millionths and takes it for a letter, each time for another. */
const areNear = (a: Sight, b: Sight): boolean => withoutMicro(textOf(a)) === withoutMicro(textOf(b))
const withoutMicro = (text: string): string => text.replace(/^[pHuyµμ](?=(?:IU|U|mol|g|kat)\/\p{L})/u, 'µ')

const fits = (sight: Sight): boolean => sight.length > 0 && misfitOf(sight) < MISFIT
const misfitOf = (sight: Sight): number => Math.max(0, ...sight.map(({ misfit }) => misfit))
const confidenceOf = (sight: Sight): number =>
  sight.length === 0 ? 0 : Math.min(...sight.map(({ confidence }) => confidence))
