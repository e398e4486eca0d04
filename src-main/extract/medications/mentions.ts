/**
 * Names of medicines in a stretch of text, the known and the unknown. A name that is cut, joined or spelled as no known
 * one keeps its letters and is marked; a known name inside a longer unknown one is never taken for it.
 */
import type { FactDoubt } from '#contract/facts.ts'
import type { Span } from '../../ingest/read-page.ts'
import { findDoses } from '../dictionaries/doses.ts'
import type { Drugs, FoundDrug } from '../dictionaries/drugs.ts'

export interface Mention extends Span {
  /** The dictionary's name, else as written. */
  readonly name: string
  readonly written: string
  readonly ingredients: readonly string[]
  readonly className?: string
  readonly isOrdinary: boolean
  readonly doubts: readonly FactDoubt[]
  readonly suggestions: readonly string[]
}

export function mentionsIn(text: string, drugs: Drugs): Mention[] {
  const known = drugs.findIn(text)
  const merged: Mention[] = []
  for (const drug of known) {
    const last = merged.at(-1)
    if (last && isSameAgain(text, last, drug)) merged[merged.length - 1] = { ...last, end: closedEnd(text, drug.end) }
    else merged.push(mentionOf(text, drug, drugs))
  }
  return merged
}

/** `Lipitor (atorvastatin)`, `insulin glargine - Lantus`: one medicine under two names. */
function isSameAgain(text: string, before: Mention, drug: FoundDrug): boolean {
  const between = text.slice(before.end, drug.start)
  const isBeside = /^\s?[([]\s?$|^\s?[-–/=]\s?$|^,? (?:also known as|aka|brand name)[: ]+$/i.test(between)
  return isBeside && before.ingredients.join() === drug.ingredients.join() && before.doubts.length === 0
}

const closedEnd = (text: string, end: number) => (/^[)\]]/.test(text.slice(end)) ? end + 1 : end)

function mentionOf(text: string, drug: FoundDrug, drugs: Drugs): Mention {
  const longer = longerName(text, drug, drugs)
  if (longer) {
    const written = text.slice(longer.start, longer.end)
    return {
      ...longer,
      ...unknown(written, longer.suggestions),
      name: written,
      written,
      ingredients: [],
      isOrdinary: false,
    }
  }
  const { start, end, name, ingredients, isOrdinary, className } = drug
  const written = text.slice(start, end)
  return {
    start,
    end,
    name,
    written,
    ingredients,
    isOrdinary,
    ...(className ? { className } : {}),
    doubts: [],
    suggestions: [],
  }
}

/** A fragment set against the name, which together are or are near to another known name. */
function longerName(text: string, drug: FoundDrug, drugs: Drugs): (Span & { suggestions: string[] }) | undefined {
  const written = text.slice(drug.start, drug.end)
  const before = /(\p{L}{1,6})[^\p{L}\p{N}\n\t]?$/u.exec(text.slice(Math.max(0, drug.start - 8), drug.start))
  const fragment = before?.[1]
  if (before && fragment !== undefined && drugs.find(fragment + written.split(/\s/)[0]) !== undefined)
    return { start: drug.start - before[0].length, end: drug.end, suggestions: [fragment + written] }
  const after = /^(?:\s?[/+]\s?|[ -])(\p{L}[\p{L}\d]{3,})/u.exec(text.slice(drug.end, drug.end + 40))
  const next = after?.[1]
  if (!after || next === undefined || drugs.find(next) !== undefined) return undefined
  const isJoined = /^\s?[/+]/.test(after[0])
  const suggestions = isJoined
    ? drugs.near(next)
    : drugs.near(`${written} ${next}`).filter((name) => name.includes(' '))
  if (isJoined ? suggestions.length === 0 : suggestions.length === 0 || isPlainWord(next)) return undefined
  return { start: drug.start, end: drug.end + after[0].length, suggestions }
}

const isPlainWord = (word: string) =>
  /^(?:tablets?|capsules?|daily|oral|cream|inhaler|injection|spray|drops?|patch|sodium|twice|once|every|take|with|from|this|that|were|and|dose)$/i.test(
    word,
  )

/** Words before a strength that are no known name: `Lisinoprol 10 mg`. `atLineStart`: only where they begin a line. */
export function unknownMentionsIn(text: string, drugs: Drugs, taken: readonly Span[], isList: boolean): Mention[] {
  return findDoses(text).flatMap((dose) => {
    // `2.5 mmol/L` is measured, not taken.
    if (
      dose.kind !== 'strength' ||
      /^\s?\/\s?d?L(?!\p{L})|^[^\n]{0,2}\/d?L\b/u.test(text.slice(dose.end)) ||
      /\/\s?d?L$/u.test(text.slice(dose.start, dose.end))
    )
      return []
    const lineStart = text.lastIndexOf('\n', dose.start - 1) + 1
    const before = text.slice(lineStart, dose.start)
    const words = NAME_BEFORE.exec(before)?.[1]
    if (words === undefined) return []
    const start = dose.start - before.length + before.lastIndexOf(words)
    const name = isList ? words : (/(\p{L}[\p{L}\d-]*)$/u.exec(words)?.[1] ?? '')
    const from = start + words.length - name.length
    const end = start + words.length
    if (taken.some((span) => span.start < end && from < span.end) || isNoName(name)) return []
    const suggestions = drugs.near(name)
    if (!isList && suggestions.length === 0) return []
    return [unknownMention(name, from, end, suggestions)]
  })
}

const NAME_BEFORE =
  /(?:^|[\s(•*\-–,;:]|\d[.)]\s)(\p{L}[\p{L}\d'’/-]{2,}(?:[ -]\p{L}[\p{L}\d'’/-]*){0,2})[\s:,–(-]{1,3}$/u
const isNoName = (name: string) =>
  name.length < 4 ||
  /^(?:take|taken|taking|takes|dose|doses|dosage|dosed|strength|tablets?|tabs?|capsules?|caps?|daily|total|about|than|with|from|every|given|received|give|inject|apply|inhale|use|using|increased?|decreased?|reduced?|changed?|then|maximum|max|up|to|by|mouth|of|and|or|each|at|currently|once|twice|weekly|oral|orally|patient|under|over|only|additional|another|weight|level|sodium|potassium|glucose|protein|cholesterol|calories|contains?|containing|sig|directions?|morning|evening|night|bedtime|started|continue|stop|start|starting|commence|drinks|drank|consumes|alcohol|approximately|around|new|product|solution|injection|cream|patch)$/i.test(
    name,
  ) ||
  /\b(?:take|taking|increased?|decreased?|reduced|to|from|by|mouth|daily|dose|than|least|start)$|^units?\b|\b(?:is|are|the|was|were|patient|has|had|of|at|he|she|and|with)\b/i.test(
    name,
  )

export function unknownMention(name: string, start: number, end: number, suggestions: readonly string[]): Mention {
  return { start, end, name, written: name, ingredients: [], isOrdinary: false, ...unknown(name, suggestions) }
}

function unknown(written: string, suggestions: readonly string[]) {
  const doubt: FactDoubt = suggestions.length > 0 ? 'near-name' : 'unknown-name'
  return { doubts: [doubt], suggestions: suggestions.filter((name) => name !== written) }
}
