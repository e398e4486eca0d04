/**
 * Text after a name → the result and what stands beside it: flag, unit, range, in whatever order they are printed.
 * The result comes first, at most a flag before it; what cannot be read is left and said.
 */
import type { Span } from '../../ingest/read-page.ts'
import { type PrintedFlag, parseFlag } from '../flags.ts'
import { type DecimalStyle, type Quantity, quantityAt } from '../quantities.ts'
import { parseRange, type ReferenceRange } from '../ranges.ts'

export interface Reader {
  readonly style: DecimalStyle
  /** Whether a text is a unit. */
  readonly isUnit: (text: string) => boolean
}

export interface Measured {
  readonly quantity: Quantity
  readonly valueSpan: Span
  readonly unitText?: string
  readonly unitSpan?: Span
  readonly range?: ReferenceRange
  readonly rangeText?: string
  readonly rangeSpan?: Span
  readonly flag?: PrintedFlag
  readonly flagSpan?: Span
  /** Where reading stopped. */
  readonly end: number
}

type Growing = { -readonly [key in keyof Measured]: Measured[key] }

/** Reads `text` between `from` and `to`; undefined unless a result stands at its beginning. */
export function readMeasured(text: string, from: number, to: number, reader: Reader): Measured | undefined {
  const line = text.slice(0, to)
  const leading = leadingFlag(line, skipGap(line, from))
  const at = leading?.end ?? skipGap(line, from)
  const quantity = quantityAt(line, at, reader.style)
  if (!quantity || !endsToken(line, quantity)) return
  const valueSpan = { start: quantity.start, end: quantity.end }
  const found: Growing = { quantity, valueSpan, end: quantity.end }
  if (leading) Object.assign(found, { flag: leading.flag, flagSpan: leading.span })
  readBeside(line, found, reader)
  return found
}

/** Reads flag, unit and range from `found.end` on into `found`, as long as something is recognised. */
function readBeside(line: string, found: Growing, reader: Reader): void {
  for (;;) {
    const at = skipGap(line, found.end)
    const end = readUnit(line, at, found, reader) ?? readRange(line, at, found, reader) ?? readFlag(line, at, found)
    if (end === undefined) return
    found.end = end
  }
}

/** A number that goes on is another thing: `5.2.3`, `12th`, `4x`. */
function endsToken(line: string, { form, end }: Quantity): boolean {
  const next = line.slice(end, end + 2)
  if (form === 'words') return true
  if (LOCANT.test(line.slice(end))) return false
  return !/^(?:[.,:/'*^-]\d|e\d|th\b|st\b|nd\b|rd\b|[-/]\p{L}\p{L}|x\b)/iu.test(
    `${next}${line.slice(end + 2, end + 4)}`,
  )
}

/** `25 - HYDROXY`, `17 OH`: where in the molecule it stands, a part of the name. */
const LOCANT = /^\s?[-\u2010-\u2013]?\s?(?:\(?OH\b|(?:di)?hydroxy|deoxy|keto|dehydro|HIAA\b|nucleotidase)/iu

const GAP =
  /^(?:[\s:=|]|[,;](?=\s))*(?:(?:unit|units|ref(?:erence)?(?: (?:range|interval|values?))?|normal(?: (?:range|values?))?|range|norm|rr|flag|result|einheit|referenz(?:bereich)?|normbereich)\s*[.:]+\s*)?/iu

function skipGap(line: string, from: number): number {
  return from + (GAP.exec(line.slice(from))?.[0].length ?? 0)
}

function leadingFlag(line: string, at: number): { flag: PrintedFlag; span: Span; end: number } | undefined {
  const match = /^(\(?(?:HH|LL|H|L|A|C|\*{1,3}|↑{1,2}|↓{1,2}|high|low|critical|abnormal)\)?)\s*(?=[<>≤≥\d.])/iu.exec(
    line.slice(at, at + 16),
  )
  const word = match?.[1]
  const flag = word ? parseFlag(word) : undefined
  if (!match || !word || !flag || (/\p{L}{3,}|^[aAcC]$/u.test(word) && match[0] === word)) return
  return { flag, span: { start: at, end: at + word.length }, end: at + match[0].length }
}

/** The longest run of words that is a unit. */
function readUnit(line: string, at: number, found: Growing, { isUnit }: Reader): number | undefined {
  if (found.unitText !== undefined || found.quantity.form === 'words') return
  for (const end of wordEnds(line, at, 5)) {
    const text = line.slice(at, end)
    const bare = /^[[(](.*)[\])]$/u.exec(text)?.[1] ?? text
    if (!isUnit(bare) || (isFlagLetter(bare) && found.flag === undefined)) continue
    const start = at + text.indexOf(bare)
    found.unitText = bare
    found.unitSpan = { start, end: start + bare.length }
    return end
  }
  return
}

/** `L` and `H` alone after a number are flags; a volume or a field strength is no result. */
const isFlagLetter = (text: string) => /^(?:H|L|A|C|HH|LL|N)$/u.test(text)

const BRACKETED = /^(?:\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\])/u

function readRange(line: string, at: number, found: Growing, reader: Reader): number | undefined {
  if (found.range !== undefined) return
  const bracketed = BRACKETED.exec(line.slice(at, at + 200))
  const ends = bracketed ? [at + bracketed[0].length] : wordEnds(line, at, 8)
  for (const end of ends) {
    const text = line.slice(at, end).replace(/[,;]$/u, '')
    const range = parseRange(text, reader.style)
    if (!range) continue
    const hasBounds = range.low !== undefined || range.high !== undefined
    if (!bracketed && !hasBounds && !isLabelled(line, at) && !line.slice(found.end, at).includes('\t')) continue
    if (bracketed && !hasBounds && parseFlag(text)) continue
    if (range.unitText !== undefined && !reader.isUnit(range.unitText)) continue
    found.range = range
    found.rangeText = range.text
    const start = at + Math.max(0, text.indexOf(range.text))
    found.rangeSpan = { start, end: start + range.text.length }
    return at + text.length
  }
  return
}

const isLabelled = (line: string, at: number) =>
  /(?:ref|range|normal|norm|interval)\w*\.?:\s*$/iu.test(line.slice(Math.max(0, at - 24), at))

function readFlag(line: string, at: number, found: Growing): number | undefined {
  if (found.flag !== undefined) return
  for (const end of wordEnds(line, at, 2)) {
    const text = line.slice(at, end)
    const flag = isShortLetters(text) && text !== text.toUpperCase() ? undefined : parseFlag(text)
    if (!flag || (/^[-\u2212\u2013]$/u.test(text) && line.slice(end).trim() !== '' && !/^[\t]/u.test(line.slice(end))))
      continue
    found.flag = flag
    found.flagSpan = { start: at, end: at + text.length }
    return at + text.length
  }
  return
}

/** `Cl` is chloride and `Hi` a word; short flags are printed in capitals. */
const isShortLetters = (text: string) => /^\p{L}{1,2}$/u.test(text)

/** Ends of the first `most` words of this cell, the last first. */
function wordEnds(line: string, at: number, most: number): number[] {
  const ends: number[] = []
  let end = at
  while (ends.length < most) {
    const word = /^[ \u00a0\u2009\u202f]?[^\s|]+/u.exec(line.slice(end, end + 48))
    if (!word || (ends.length === 0 && /^\s/u.test(word[0]))) break
    end += word[0].length
    const closing = /[([]/u.test(line.slice(at, end)) ? /[,;.]+$/u : /[)\].,;]+$/u
    const closes = closing.exec(word[0])?.[0].length ?? 0
    if (end - closes > at) ends.push(end - closes)
    if (closes > 0) break
  }
  return ends.reverse()
}
