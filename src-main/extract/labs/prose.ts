/**
 * Running text → results stated in it: a known measure, at most a few words that join, and a number with a fitting
 * unit or a plausible value. Targets, conditions, other people's and negated values are none of this person's.
 */
import type { Span } from '../../ingest/read-page.ts'
import { type FoundDate, findDates } from '../dates.ts'
import type { Analyte } from '../dictionaries/analytes.ts'
import { stayCueOf } from '../stay.ts'
import { isSupposed } from './gates.ts'
import { isPlausible } from './line-row.ts'
import { type Measured, readMeasured } from './read-measured.ts'
import type { Reading, ReadingContext } from './reading.ts'

/** `span`: a block of running text on the page. */
export function readProse(text: string, span: Span, page: number, context: ReadingContext): Reading[] {
  return sentencesIn(text, span).flatMap((sentence) => readSentence(text, sentence, page, context))
}

/** Not at a point inside a number, nor before a value that belongs to a shortened name, after one letter, or after a usual short form. */
const SENTENCE_END =
  /(?<!(?<=^|\s)(?:dr|mr|mrs|ms|prof|approx|ca|no|nr|vs|st|\p{L}))[.!?](?=\s+(?:[\p{Lu}•-]|\d+(?![\d.,]*\d)(?!\s?\p{L}*\/)))|[;\t]|\n\s*[-•*]\s/giu

function sentencesIn(text: string, { start, end }: Span): Span[] {
  const sentences: Span[] = []
  let from = start
  for (const match of text.slice(start, end).matchAll(SENTENCE_END)) {
    sentences.push({ start: from, end: start + match.index + 1 })
    from = start + match.index + match[0].length
  }
  sentences.push({ start: from, end })
  return sentences
}

/** Said of an earlier time, which is not told: the day of the document would be wrong. */
const isOfEarlier = (text: string, from: number, { valueSpan, end }: Measured) =>
  /\b(?:previous(?:ly)?|prior|earlier|formerly|initial(?:ly)?|baseline|had (?:been|fallen|risen)|used to|at that time|back then|last (?:year|month|week|time|visit|autumn|spring|summer|winter)|früher|damals)\b/iu.test(
    text.slice(from, valueSpan.start),
  ) ||
  /^[^.;]{0,30}\b(?:ago|previously|last (?:year|month|week|time|visit)|at baseline)\b/iu.test(text.slice(end, end + 50))

interface Mention extends Span {
  readonly analyte: Analyte
}

function readSentence(text: string, sentence: Span, page: number, context: ReadingContext): Reading[] {
  if (!/\d/u.test(text.slice(sentence.start, sentence.end))) return []
  const mentions = mentionsIn(text, sentence, context)
  const dates = findDates(text.slice(sentence.start, sentence.end), { order: context.order })
  return mentions.flatMap((mention, index) => {
    const until = Math.min(sentence.end, mentions[index + 1]?.start ?? sentence.end)
    const clauseStart = index === 0 ? sentence.start : (mentions[index - 1]?.end ?? sentence.start)
    if (isSupposed(text.slice(clauseStart, mention.start))) return []
    return statedAfter(text, mention, until, context).flatMap(({ measured, isLater }) => {
      const date = dateAround(text, measured, until, sentence, dates)
      if (!date && (isLater || isOfEarlier(text, clauseStart, measured))) return []
      const { end: _, ...found } = measured
      const nameText = text.slice(mention.start, mention.end).replace(/\s+/gu, ' ')
      const named = { page, nameText, nameSpans: [{ start: mention.start, end: mention.end }] }
      return [{ ...named, ...found, ...date }]
    })
  })
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}'/.+-]*[\p{L}\p{N}+])?(?:\s?\([\p{L}\p{N}]{1,10}\))?/gu
const MOST_WORDS = 6

/** Known names, the longest first; a name of one or two letters must be written as such short forms are. */
function mentionsIn(text: string, { start, end }: Span, { names }: ReadingContext): Mention[] {
  const words = [...text.slice(start, end).matchAll(WORD)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }))
  const mentions: Mention[] = []
  for (let i = 0; i < words.length; ) {
    const found = longestName(text, words, i, names)
    if (found) mentions.push(found.mention)
    i = found?.next ?? i + 1
  }
  return mentions
}

function longestName(text: string, words: readonly Span[], at: number, { find, mayBegin }: ReadingContext['names']) {
  const first = words[at]
  if (!first || !mayBegin(text.slice(first.start, first.end))) return
  for (let last = Math.min(words.length, at + MOST_WORDS) - 1; last >= at; last--) {
    const end = words[last]?.end ?? first.end
    const name = text.slice(first.start, end)
    if (/[.;:!?]\s|\t|\n\s*\n|\s(?:of|in|by|the|for|and|to)$/u.test(name) || isCommonWord(name)) continue
    const found = find(name.replace(/\s+/gu, ' '))
    if (found && found.correctedFrom === undefined)
      return { mention: { start: first.start, end, analyte: found.analyte }, next: last + 1 }
  }
  return
}

/** `as`, `in`, `Cl` … : a short form counts in running text only in capitals, or with a capital and two letters. */
const isCommonWord = (name: string) =>
  name.length <= 3 && !/^(?:\p{Lu}\p{Ll}|[\p{Lu}\d]{2,3}\+?|\p{Lu}\p{Ll}\p{Lu}|p[Hh]|Hb|\p{Lu}{1,2}\+?)$/u.test(name)

const LINK =
  /^\.?[\s,:=]*(?:\((?!\d)[^()]{1,30}\)\s*)?(?:(?:levels?|values?|results?|(?:on|at|upon) (?:the day of )?(?:admission|arrival|presentation|discharge)|in the (?:ED|ER|emergency (?:department|room))|today|currently|now|most recently|recently|again|still|measured|concentration|blood|serum|plasma|fasting|only|slightly|mildly|markedly|elevated|raised|increased|decreased|reduced|low|high|normal|stable|improved|unchanged|abnormal|came back|was found|was measured|has|had|been|was|were|is|are|of|at|to be|be|reads?|showed|shows|came|back|remain(?:s|ed)?|rose to|fell to|dropped to|(?:has )?(?:risen|fallen|improved|increased|decreased|dropped|rose|fell) to|to|with|betrug|beträgt|lag bei|liegt bei|war|ist|bei|von|était|est|à|de|era|es|fue)\b[\s,:=]*){0,6}(?:\(\s*)?/iu
const DATED_LINK = /^[\s,]*(?:on|of|from|in|vom|am|du|del)\s+/iu

interface Stated {
  readonly measured: Measured
  /** A second value of the same sentence, which counts only with a day of its own. */
  readonly isLater: boolean
}

function statedAfter(text: string, mention: Mention, until: number, context: ReadingContext): Stated[] {
  const at = resultStart(text, mention.end, until, context)
  const first = at === undefined ? undefined : fittingAt(text, at, until, mention.analyte, context)
  if (!first) return isFromTo(text, mention, until, context)
  const later = laterValue(text, first.end, until, mention.analyte, context)
  const ofStay = later
    ? []
    : valuesOfStay(text, { start: mention.start, end: until }, first.end, mention.analyte, context)
  return [first, ...(later ? [later] : ofStay)].map((measured, index) => ({ measured, isLater: index > 0 }))
}

/** `1.4 on admission, peaked at 2.1 and was 1.2 at discharge`: without a day of its own one counts by its words. */
function valuesOfStay(text: string, told: Span, from: number, analyte: Analyte, context: ReadingContext): Measured[] {
  const starts = text.slice(from, told.end).matchAll(OF_STAY)
  return [...starts].flatMap((match) => {
    const measured = fittingAt(text, from + match.index + match[0].length, told.end, analyte, context)
    return measured && stayCueOf(text, told, measured.valueSpan) ? [measured] : []
  })
}

const OF_STAY = /\b(?:was|is|were|to|and|admission|arrival|presentation|discharge):?\s+(?=[<>≤≥]?\d)/giu

/** `on 3 March was 1.4`: a day may stand between the name and its value. */
function resultStart(text: string, from: number, until: number, { order }: ReadingContext): number | undefined {
  const rest = text.slice(from, Math.min(until, from + 120))
  const dated = DATED_LINK.exec(rest)
  const date = dated && findDates(rest, { order })[0]
  const skipped = dated && date && date.start === dated[0].length ? date.end : 0
  const link = LINK.exec(rest.slice(skipped))
  if (!link || (skipped > 0 && link[0].trim() === '')) return
  return from + skipped + link[0].length
}

function fittingAt(
  text: string,
  at: number,
  until: number,
  analyte: Analyte,
  context: ReadingContext,
): Measured | undefined {
  const measured = readMeasured(text, at, until, context.reader)
  if (!measured || (measured.quantity.form !== 'number' && measured.quantity.form !== 'titer')) return
  const { quantity, unitText } = measured
  const after = text.slice(measured.end, Math.min(until, measured.end + 24))
  if (
    isSupposed(after.split(/[,()]/u)[0] ?? '') &&
    /^\s*(?:is|was)?\s*(?:the |a |his |her )?(?:target|goal|per|daily|dose|tablet|capsule|supplement|serving)/iu.test(
      after,
    )
  )
    return
  if (unitText !== undefined) {
    const unit = context.names.unitOf(unitText, analyte)
    return unit !== undefined && context.names.fits(analyte, unit) ? measured : undefined
  }
  // `epinephrine 1:1000` is a dilution, no result.
  if (quantity.form === 'titer') return context.names.fits(analyte, '{titer}') ? measured : undefined
  // A lone number on the next line is of something else, unless words lead to it.
  if (/^\s*\n\s*$/u.test(/\s*$/u.exec(text.slice(Math.max(0, at - 20), at))?.[0] || '-')) return
  const isLoneNumber =
    /^\s*(?:$|[.,;)\n]|\([^)]*\)|and\b|on\b|in\b|with\b|at\b|but\b|after\b|from\b|which\b|today\b|yesterday\b|this\b|(?!(?:to|or|of)\s)\p{L}+\s*\d)/iu.test(
      after,
    )
  return isLoneNumber && !isDateAt(text, at, until, context) && isPlausible(analyte.units, quantity.value)
    ? measured
    : undefined
}

function isDateAt(text: string, at: number, until: number, { order }: ReadingContext): boolean {
  return findDates(text.slice(at, Math.min(until, at + 30)), { order }).some(({ start }) => start === 0)
}

const FROM_TO =
  /^[\s,]*(?:levels?\s+|has\s+|have\s+)?(?:rose|fell|dropped|improved|increased|decreased|went|risen|fallen|came down|declined)\s+from\s+/iu

/** `fell from 8.4 % in September to 7.2 %`: the second is the value of now. */
function isFromTo(text: string, mention: Mention, until: number, context: ReadingContext): Stated[] {
  const link = FROM_TO.exec(text.slice(mention.end, until))
  if (!link) return []
  const before = readMeasured(text, mention.end + link[0].length, until, context.reader)
  if (!before) return []
  const rest = text.slice(before.end, until)
  const to = /\bto\s+(?=[<>≤≥\d])/u.exec(rest)
  const now =
    to && rest.slice(0, to.index).length < 40
      ? fittingAt(text, before.end + to.index + to[0].length, until, mention.analyte, context)
      : undefined
  if (!now) return []
  const unit = before.unitText === undefined ? undefined : context.names.unitOf(before.unitText, mention.analyte)
  const isFitting = unit !== undefined && context.names.fits(mention.analyte, unit)
  return [{ measured: now, isLater: false }, ...(isFitting ? [{ measured: before, isLater: true }] : [])]
}

const LATER =
  /^[^.;]{0,40}?\b(?:after|previously|compared (?:with|to)|versus|vs\.?|up from|down from|from|before|was|and)\s+(?=[<>≤≥\d])/iu

function laterValue(
  text: string,
  from: number,
  until: number,
  analyte: Analyte,
  context: ReadingContext,
): Measured | undefined {
  const link = LATER.exec(text.slice(from, until))
  if (!link) return
  const measured = fittingAt(text, from + link[0].length, until, analyte, context)
  return measured?.unitText === undefined ? undefined : measured
}

/** The day right after the value, or before it when it is the only one of the sentence. */
function dateAround(
  text: string,
  measured: Measured,
  until: number,
  sentence: Span,
  dates: readonly FoundDate[],
): Pick<Reading, 'date' | 'dateSpan'> | undefined {
  const after = dates.find(({ start }) => {
    const at = sentence.start + start
    return at >= measured.end && at < until && isDateLink(text.slice(measured.end, at))
  })
  const only =
    dates.length === 1 && dates[0] && sentence.start + dates[0].end <= measured.valueSpan.start ? dates[0] : undefined
  // Of the first or the last day of a stay, which is not told here; the day of the paper would be wrong.
  const cue = stayCueOf(text, sentence, measured.valueSpan)
  const found = after ?? (only && !cue && !isOtherDay(text, sentence, only) ? only : undefined)
  if (!found) return cue && !cue.isOfVisit ? { date: 'unknown' } : undefined
  const dateSpan = { start: sentence.start + found.start, end: sentence.start + found.end }
  return { date: { ...found.date, dateKind: 'stated' }, dateSpan }
}

const isDateLink = (between: string) =>
  /^\s*[,(]?\s*(?:(?:today|measured|taken|drawn|collected|done|obtained|back)\s+)?(?:on|in|at|of|from|as of|dated|vom|am|im|le|en|el|du)?\s*(?:the\s+)?\(?$/iu.test(
    between,
  )

const isOtherDay = (text: string, sentence: Span, { start }: FoundDate) =>
  /(?:since|until|till|born|before|after|started|until|next|dob|seit|bis)\s*\(?$/iu.test(
    text.slice(Math.max(sentence.start, sentence.start + start - 24), sentence.start + start),
  )
