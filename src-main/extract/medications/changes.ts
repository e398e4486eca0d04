/** Started, stopped, changed, continued: only where the text says so of that medicine, before its name or after it. */
import type { Span } from '../../ingest/read-page.ts'
import type { Change, Sig } from '../dictionaries/sig.ts'

interface SaidChange {
  readonly change: Change
  readonly span: Span
}

/** `statement`: where the medicine's own words lie; `mentions`: all names of the same text, in order. */
export function changeOf(
  text: string,
  mention: Span,
  statement: Span,
  mentions: readonly Span[],
  sig: Sig,
): SaidChange | undefined {
  const next = mentions.find((other) => other.start >= mention.end)
  const sentence = sentenceAround(text, mention, statement)
  const words = sig
    .changesIn(text.slice(sentence.start, sentence.end))
    .map((word) => ({ ...word, start: word.start + sentence.start, end: word.end + sentence.start }))
    .filter((word) => !isDenied(text, word))
  const after = words.find(
    (word) =>
      word.start >= mention.end &&
      (!next || word.end <= next.start) &&
      !isOfNext(text, word, next) &&
      isSaidOf(text, mention, word),
  )
  const before = words.filter((word) => word.end <= mention.start && isStillHeld(text, word, mention, mentions)).at(-1)
  const said = after ?? before
  if (!said) return
  const change = said.value === 'started' && isResumed(text, mention, said) ? 'continued' : said.value
  return { change, span: { start: said.start, end: said.end } }
}

/** `paused … and started again`: it was taken before. */
const isResumed = (text: string, mention: Span, said: Span) =>
  /^\s*(?:again|back)\b/i.test(text.slice(said.end)) ||
  /\b(?:paused|held|withheld|interrupted|suspended)\b[^.;\n]*$/i.test(
    text.slice(Math.min(mention.end, said.start), said.start),
  )

/** The coordinated names before it may belong to the same word (`started on apixaban 5 mg and metoprolol`). */
function sentenceAround(text: string, mention: Span, statement: Span): Span {
  const lineStart = text.slice(0, mention.start).search(/(?:^|[.;]\s|\n)(?![\s\S]*(?:[.;]\s|\n))/)
  return { start: Math.min(statement.start, Math.max(0, lineStart)), end: statement.end }
}

/** `lisinopril daily, stopped metformin`: the word stands right before the next name, and ends no line of its own. */
const isOfNext = (text: string, word: Span, next: Span | undefined) =>
  next !== undefined &&
  (!text.slice(word.end, next.start).includes('\n') || /,\s*$/.test(text.slice(0, word.start))) &&
  !/\b(?:and|;|but)\b|[;.,)]/.test(text.slice(word.end, next.start)) &&
  next.start - word.end < 30

/** After the name a verb of its own: `was stopped`, `(new)`, `- discontinued`, `, increased to`. */
function isSaidOf(text: string, mention: Span, word: Span): boolean {
  const between = text.slice(mention.end, word.start)
  const said = text.slice(word.start, word.end).toLowerCase()
  if (/[.;]\s/.test(between.replace(/\b(?:p\.o|b\.i\.d|t\.i\.d|q\.d|p\.r\.n)\.\s/gi, ' ')))
    return (
      /^\s*(?:change|status|action|status at discharge)\s*:\s*$/i.test(between.slice(-24)) || /\(\s*$/.test(between)
    )
  if (
    /^(?:start|stop|begin|add|increase|decrease|reduce|new|continue|keep taking|prescribed|was prescribed|completed)$/.test(
      said,
    ) &&
    !/[(–:,\t-]\s*$/.test(between)
  )
    return false
  return true
}

/** Between the word and the name lie only names of the same list. */
function isStillHeld(text: string, word: Span, mention: Span, mentions: readonly Span[]): boolean {
  const between = text.slice(word.end, mention.start)
  if (/[;.]\s|\n|\bbut\b|\bhowever\b/.test(between.replace(/\b(?:p\.o|b\.i\.d|t\.i\.d|q\.d|p\.r\.n)\.\s/gi, ' ')))
    return false
  // What stands in brackets after one name is said of that name.
  const isBracketed = text.slice(0, word.start).lastIndexOf('(') > text.slice(0, word.start).lastIndexOf(')')
  if (isBracketed && between.includes(')')) return false
  if (/^\s?[):]/.test(between) && /\($/.test(text.slice(0, word.start).trimEnd())) return false
  const isFirst = !mentions.some((other) => other.start >= word.end && other.end <= mention.start)
  if (isFirst) return between.length < 60 && !/\b(?:was|were|has been|since|because|due to)\b/.test(between)
  return !/\b(?:was|were|is|has been|takes|taking|on|for which|with)\b/.test(between)
}

const isDenied = (text: string, word: Span) =>
  /\b(?:not|never|no|don't|do not|without|unable to|wants to|wishes to|would like to|consider(?:ing)?|if|should|could|may|might|until|before)(?: be| to| have)?\s(?:yet\s)?$/i.test(
    text.slice(Math.max(0, word.start - 30), word.start),
  ) && !/^(?:no change|no longer)/i.test(text.slice(word.start, word.end))
