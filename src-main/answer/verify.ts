/**
 * Decides whether a sentence written by a language model may be shown: everything it says must stand in what it cites,
 * and stand there together. Refuses what it does not understand. Never changes a word of a sentence.
 */
import { builtInMeasureDictionaries } from '../extract/dictionaries/read-dictionaries.ts'
import { tokensOf } from '../retrieve/tokens.ts'
import { candidatesOf } from './verify/candidates.ts'
import { checkClaims } from './verify/claims.ts'
import type { Evidence } from './verify/evidence.ts'
import type { Words } from './verify/lex.ts'
import { createMeanings } from './verify/meanings.ts'
import { refusedForms } from './verify/refused-forms.ts'
import { wordKey } from './verify/word-key.ts'

export type { Evidence } from './verify/evidence.ts'

export interface WrittenSentence {
  readonly text: string
  readonly cites: readonly number[]
}

export type Verification = { readonly ok: true } | { readonly ok: false; readonly reasons: readonly string[] }

export interface VerifyOptions {
  /** Names of the person whom the record is of; any other name must stand in the evidence. */
  readonly personNames: readonly string[]
}

export function verifySentence(
  sentence: WrittenSentence,
  evidence: readonly Evidence[],
  { personNames }: VerifyOptions,
): Verification {
  const cited = evidence.filter(({ n }) => sentence.cites.includes(n))
  const reasons = [
    ...citationReasons(sentence.cites, evidence),
    ...refusedForms(sentence.text, cited.map(({ text }) => text).join('\n')),
  ]
  if (reasons.length > 0) return { ok: false, reasons }
  const words = builtInWords()
  const candidates = cited.flatMap((piece) => candidatesOf(piece, words))
  const names = new Set(personNames.flatMap(tokensOf).map(wordKey))
  const unsupported = checkClaims(sentence.text, candidates, words, names)
  return unsupported.length === 0 ? { ok: true } : { ok: false, reasons: unsupported }
}

function citationReasons(cites: readonly number[], evidence: readonly Evidence[]): string[] {
  if (cites.length === 0) return ['cites nothing']
  return cites.filter((n) => !evidence.some((piece) => piece.n === n)).map((n) => `cites [${n}], which is not there`)
}

let words: Words | undefined

/** Read once in a process: a tenth of a second each time otherwise. */
function builtInWords(): Words {
  words ??= { units: builtInMeasureDictionaries().units, meanings: createMeanings() }
  return words
}
