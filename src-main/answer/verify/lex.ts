/**
 * Takes a text apart into words, numbers with their units, dates, doses and turning words, each once. Reads only what
 * is written: nothing is corrected, and what is not understood stays a word that must be found again as it is.
 */
import { findDates } from '../../extract/dates.ts'
import type { Units } from '../../extract/dictionaries/units.ts'
import { MONTH_NAME, monthNumber } from '../../extract/document/month-names.ts'
import { fold } from '../../retrieve/tokens.ts'
import { framesOf, isClosedWord } from './closed-words.ts'
import { cueAt, isHypotheticalWord } from './cues.ts'
import { type DayOrder, inOrder } from './day-order.ts'
import { actAt, dosingAt } from './dosing.ts'
import type { Meanings } from './meanings.ts'
import { readQuantity } from './quantity.ts'
import type { Lexed, Token } from './token.ts'
import { wordKey } from './word-key.ts'

export interface Words {
  readonly units: Units
  readonly meanings: Meanings
  /** What its paper's other dates show: of 27/10 only the 27 is a day. */
  readonly dayOrder?: DayOrder | undefined
}

export function lex(written: string, words: Words): Lexed {
  const text = spellOut(written)
  const lower = lowerOf(text)
  const dates = datesIn(text, words.dayOrder)
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const token = dates.get(at) ?? tokenAt(text, lower, at, words.units, tokens)
    if (token) tokens.push(token)
    at = token ? token.end : at + 1
  }
  return { tokens, phrases: words.meanings.phrasesIn(text) }
}

/** Short forms that turn a statement, written out so that they turn it here too. */
const SPELLED: readonly (readonly [RegExp, string])[] = [
  [/\bNKDA\b/g, 'no known drug allergies'],
  [/\bNKA\b/g, 'no known allergies'],
  [/\bWNL\b/g, 'within normal limits'],
  [/\bPMHx?\b/g, 'past medical history'],
  [/\bc\/o\b/gi, 'complains of'],
  [/\bdx\b/gi, 'diagnosis'],
  // A laboratory's flag stands before the unit or behind it.
  [/(?<=\d)\s+([HL])\s+(%|[\p{L}\d^*µ]+\/[\p{L}\d.^*²]+)(?![\p{L}\p{N}])/gu, ' $2 $1'],
  [/(?<=\d\s?(?:%|[\p{L}\d^*µ]+\/[\p{L}\d.^*²]+)\s)H(?![\p{L}\p{N}])/gu, 'high'],
  [/(?<=\d\s?(?:%|[\p{L}\d^*µ]+\/[\p{L}\d.^*²]+)\s)L(?![\p{L}\p{N}])/gu, 'low'],
  [/[’‘]/g, "'"],
  [/[–—‐‑−]/g, '-'],
  [/\u00a0/g, ' '],
  [/½/g, '0.5'],
  [/¼/g, '0.25'],
  [/¾/g, '0.75'],
]

const spellOut = (text: string) => SPELLED.reduce((sum, [pattern, long]) => sum.replace(pattern, long), text)

/** Of the same length as the text, so that places are shared. */
const lowerOf = (text: string) => {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

const DAY_AND_MONTH = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTH_NAME})|(${MONTH_NAME}) (\\d{1,2})(?:st|nd|rd|th)?)(?![\\p{L}\\p{N}])`,
  'giu',
)

function datesIn(text: string, order: DayOrder | undefined): Map<number, Token> {
  const found = new Map<number, Token>()
  if (!/\d/.test(text)) return found
  for (const { start, end: dateEnd, date } of findDates(text)) {
    const written = text.slice(start, dateEnd)
    found.set(start, {
      kind: 'date',
      text: written,
      start,
      end: dateEnd,
      written,
      ...(date.isAmbiguous ? inOrder(written, date.on, order) : { on: date.on, isAmbiguous: false }),
    })
  }
  const spans = [...found.values()]
  for (const match of text.matchAll(DAY_AND_MONTH)) {
    const start = match.index
    if (spans.some((span) => start < span.end && span.start < start + match[0].length)) continue
    const [whole, dayFirst, monthLast = '', monthFirst = '', dayLast] = match
    // `may 5` in running text is a verb and a number.
    if (/^may\b/.test(whole)) continue
    const two = (part: number) => String(part).padStart(2, '0')
    const on = `--${two(monthNumber(monthLast || monthFirst))}-${two(Number(dayFirst ?? dayLast))}`
    found.set(start, {
      kind: 'date',
      text: whole,
      start,
      end: start + whole.length,
      on,
      written: whole,
      isAmbiguous: false,
    })
  }
  return found
}

const WORD =
  /non-\p{L}+(?![\p{L}\p{N}])|\p{L}[\p{L}\p{N}]*-\d+(?![\p{L}\p{N}.,-])|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['](?:s|t)(?![\p{L}\p{N}]))?/iuy
const MARK = /[,;:()\t\n.|=]|\s-{1,2}\s|->|→|\/|\+/uy

function tokenAt(text: string, lower: string, at: number, units: Units, before: readonly Token[]): Token | undefined {
  const isStart = at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')
  if (isStart) {
    const number = readQuantity(text, lower, at, units, before)
    if (number) return number
    const special = specialAt(text, lower, at)
    if (special) return special
    WORD.lastIndex = at
    const word = WORD.exec(text)
    if (word) return wordToken(word[0], at, text.slice(at + word[0].length, at + word[0].length + 5))
  }
  MARK.lastIndex = at
  const mark = MARK.exec(text)
  if (mark) return { kind: 'mark', mark: mark[0].trim() || mark[0], text: mark[0], start: at, end: at + mark[0].length }
  return undefined
}

/** Of what several tables know, the longest; a medicine's words before the words that turn. */
function specialAt(text: string, lower: string, at: number): Token | undefined {
  const [dosing, act, cue] = [dosingAt(lower, at), actAt(lower, at), cueAt(lower, at)]
  const end = Math.max(dosing?.end ?? 0, act?.end ?? 0, cue?.end ?? 0)
  if (end === 0) return undefined
  const place = { text: text.slice(at, end), start: at, end }
  if (cue?.end === end) return { kind: 'cue', cue: cue.cue, key: cue.key, ...place }
  if (act?.end === end) return { kind: 'act', key: act.act, ...place }
  return { kind: 'dosing', keys: dosing?.keys ?? [], ...place }
}

function wordToken(text: string, start: number, after: string): Token {
  const folded = fold(text).replace(/'s$/, '')
  const place = { text, start, end: start + text.length }
  // `one of the` counts nothing; every other number is read before words are.
  if (folded === 'one') return { kind: 'closed', key: folded, ...place }
  if (['and', 'or', 'but', 'while', 'whereas'].includes(folded)) return { kind: 'mark', mark: folded, ...place }
  // The letter of `hepatitis A`, not the article.
  if (text === 'A' && start > 0) return { kind: 'word', key: 'a', ...place }
  const frames = framesOf(folded)
  if (frames.length > 0 && !isClosedWord(folded)) return { kind: 'frame', key: wordKey(folded), frames, ...place }
  const isDueTo = folded === 'due' && /^ to /.test(after)
  if ((isHypotheticalWord(folded) && !isDueTo) || (folded === 'screening' && /^ (?:for|of) /.test(after)))
    return { kind: 'word', key: wordKey(folded), isHypothetical: true, ...place }
  return isClosedWord(folded)
    ? { kind: 'closed', key: folded, ...place }
    : { kind: 'word', key: wordKey(folded), ...place }
}
