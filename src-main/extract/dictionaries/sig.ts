/**
 * The directions of a medicine: dose, form, route, how often, how long, what for. Found by a grammar and by the table
 * alone, kept as written; nothing is translated, since QD, QID and OD are not for a program to resolve.
 */
import type { Span } from '../../ingest/read-page.ts'
import { type Dose, findDoses } from './doses.ts'
import { createPhraseIndex, type Found } from './phrase-index.ts'

export type Change = 'started' | 'stopped' | 'changed' | 'continued'

export interface Directions {
  readonly doses: readonly Dose[]
  readonly form?: Span
  readonly route?: Span
  readonly frequency?: Span
  readonly asNeeded?: Span
  readonly duration?: Span
  readonly reason?: Span
}

export interface Sig {
  /** Spans count from the start of the text. */
  readonly directionsIn: (text: string) => Directions
  readonly changesIn: (text: string) => Found<Change>[]
}

type Kind = 'form' | 'route' | 'frequency' | 'as-needed' | Change

const CHANGES: ReadonlySet<string> = new Set(['started', 'stopped', 'changed', 'continued'])

/** `table`: sig.csv. */
export function createSig(table: string): Sig {
  const rows = table
    .split(/\r?\n/)
    .filter((line) => line.includes(',') && !line.startsWith('#'))
    .map((line) => ({ kind: line.slice(0, line.indexOf(',')) as Kind, wording: line.slice(line.indexOf(',') + 1) }))
  const indexOf = (wanted: (kind: Kind) => boolean) =>
    createPhraseIndex(
      rows
        .filter(({ kind }) => wanted(kind))
        .map(({ kind, wording }) => [wording.replace('!', ''), { kind, capitalsOnly: wording.endsWith('!') }] as const),
    )
  const direct = indexOf((kind) => !CHANGES.has(kind))
  const change = indexOf((kind) => CHANGES.has(kind))
  return {
    directionsIn: (text) =>
      directionsIn(
        text,
        direct.findIn(text).filter((hit) => isWrittenSo(text, hit)),
      ),
    changesIn: (text) => change.findIn(text).map(({ value, ...span }) => ({ ...span, value: value.kind as Change })),
  }
}

type Hit = Found<{ readonly kind: Kind; readonly capitalsOnly: boolean }>

const isWrittenSo = (text: string, { start, end, value }: Hit) =>
  !value.capitalsOnly || !/\p{Ll}/u.test(text.slice(start, end))

/** `every 4-6 hours`, `q8h`, `3 times per week`, `x 2 daily`, `1-0-1`, `2x/day`. */
const FREQUENCY =
  /(?<![\p{L}\p{N}])(?:(?:every|q|q\.)\s?\d{1,2}(?:\s?(?:-|–|to)\s?\d{1,2})?(?:\s?\((?:\d{1,2}|one|two|three|four|five|six|eight|twelve)\))?\s?(?:h|hr|hrs|hourly|hours?|d|days?|w|wk|weeks?|months?|mins?|minutes?)|(?:up to\s)?(?:\d{1,2}|one|two|three|four|five|six)(?:\s?(?:-|–|to)\s?(?:\d{1,2}|four|five|six))?(?:\s?\((?:\d{1,2}|one|two|three|four|five|six|eight|twelve)\))?\s?(?:x|times?)\s?(?:a|per|each|every|\/)?\s?(?:daily|day|d|week|weekly|wk|month|night)|x\s?\d\s?(?:\/\s?|a |per )?(?:day|daily|d|week)|\d{1,2}[ -]?hourly|[0-3½]\s?[-–]\s?[0-3½]\s?[-–]\s?[0-3½](?:\s?[-–]\s?[0-3½])?|\/\s?(?:day|d|week))(?![\p{L}\p{N}])/giu
const DURATION =
  /(?<![\p{L}\p{N}])(?:(?:for|x|×)\s?(?:the next\s|a further\s|another\s|a total of\s)?(?:\d{1,3}|one|two|three|four|five|six|seven|ten|fourteen)(?:\s?(?:-|–|to)\s?\d{1,3})?[\s-]?(?:more\s)?(?:days?|d|weeks?|wks?|months?|\/7|\/52|\/12)|\d{1,2}[\s-]day course|\d{1,2}\/(?:7|52|12)|lifelong|long[- ]term|until (?:finished|review|completed|complete)|indefinitely)(?![\p{L}\p{N}])/giu
const REASON =
  /(?:^|[\s(,;])(?:(?:(?:prn|p\.r\.n\.|as (?:needed|required)|when (?:needed|required))\s(?:for\s)?)|for\s|due to\s|to treat\s|to help with\s|indication:\s|reason:\s)(?!for\s|(?:to|if|when|until|and|or|every|each|once|twice|daily|was|were|is|some|also|his own|her own|family|fh)\b|(?:the |a |an |another )?(?:\d|couple|few|week|day|month|year|long|short|now|at\b|about|up to|that\b|this\b|him\b|her\b|them\b|it\b|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|ten\b|next|further|total))(?:(?:the|his|her|their|your|my)\s)?([\p{L}][\p{L}\p{N} '/-]{2,50})/iu
const REASON_ENDS =
  /\s(?:and|then|in|on|with|since|until|which|who|as|was|is|has|by|at|every|once|twice|daily|per|if|when|but|for|started|from)\s|\s(?:prn|daily)\b/i
/** Between two wordings of one frequency: `every 6 hours, with food`. */
const JOINED = /^[\s,;(]{0,3}(?:and\s|or\s|then\s|&\s)?$/i

function directionsIn(text: string, hits: readonly Hit[]): Directions {
  const doses = findDoses(text)
  const strengths = doses.filter(({ kind }) => kind === 'strength')
  const isInStrength = (hit: Span) => strengths.some(({ start, end }) => hit.start < end && start < hit.end)
  // `90 mcg/actuation` names no form.
  const spans = (kind: Kind) => hits.filter((hit) => hit.value.kind === kind && !isInStrength(hit))
  const frequency = firstCluster(text, [...spans('frequency'), ...spansOf(text, FREQUENCY)])
  const [form] = spans('form')
  const [route] = spans('route')
  const [asNeeded] = spans('as-needed')
  const [duration] = spansOf(text, DURATION)
  const reason = reasonIn(text)
  return {
    doses,
    ...(form && { form: spanOf(form) }),
    ...(route && { route: spanOf(route) }),
    ...(frequency && { frequency }),
    ...(asNeeded && { asNeeded: spanOf(asNeeded) }),
    ...(duration && { duration }),
    ...(reason && { reason }),
  }
}

const spanOf = ({ start, end }: Span): Span => ({ start, end })

const spansOf = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }))

function firstCluster(text: string, found: readonly Span[]): Span | undefined {
  const ordered = [...found].sort((a, b) => a.start - b.start || b.end - a.end)
  const [first] = ordered
  if (!first) return undefined
  let end = first.end
  for (const span of ordered.slice(1)) {
    if (span.start >= end && !JOINED.test(text.slice(end, span.start))) break
    end = Math.max(end, span.end)
  }
  return { start: first.start, end }
}

function reasonIn(text: string): Span | undefined {
  const match = REASON.exec(text)
  const words = match?.[1]
  if (!match || words === undefined) return undefined
  const start = match.index + match[0].length - words.length
  const cut = REASON_ENDS.exec(words)?.index ?? words.length
  const kept = words.slice(0, cut).trimEnd()
  return kept.length < 3 ? undefined : { start, end: start + kept.length }
}
