/** What each line of a page is: the first, purely visual reading, from which sentences.ts makes quotable units. */
import type { Span } from '../ingest/read-page.ts'

type LineKind = 'blank' | 'rule' | 'heading' | 'row' | 'item' | 'field' | 'prose'

/** The span leaves out the white space around the line. */
export interface Line extends Span {
  readonly kind: LineKind
  /** Of a field: where its label lies, the colon left out. */
  readonly label?: Span
}

const RULE = /^[-=_*~·.|+\s]{3,}$/
const ITEM = /^(?:[-*•‣▪◦–·●○■□✓]\s+|\(?\d{1,2}[.)]\s+(?=\S)|\(?[a-z][.)]\s+)/u
const ROW = /\S(?:[ ]*\t[ \t]*|[ ]{3,})\S|^\|.*\|.*\|?$/
const FIELD = /^(\p{L}[^:\t]{0,40}?)\s*:\s+\S/u
const CLOSED = /[.!?;,]$/

export function linesOf(text: string): Line[] {
  const raw: { start: number; end: number; text: string }[] = []
  for (const match of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    if (match[0] === '') continue
    const lead = match[0].length - match[0].trimStart().length
    const trimmed = match[0].trim()
    const start = match.index + (trimmed === '' ? 0 : lead)
    raw.push({ start, end: start + trimmed.length, text: trimmed })
  }
  return raw.map((line, index) => {
    const next = raw[index + 1]?.text ?? ''
    const kind = kindOf(line.text, raw[index - 1]?.text ?? '', next)
    const label = kind === 'field' ? FIELD.exec(line.text)?.[1] : undefined
    const { start, end } = line
    return label === undefined
      ? { start, end, kind }
      : { start, end, kind, label: { start, end: start + label.length } }
  })
}

function kindOf(line: string, previous: string, next: string): LineKind {
  if (line === '') return 'blank'
  if (RULE.test(line)) return 'rule'
  if (/^#{1,6}\s+\S/.test(line) || /^[=-]{3,}$/.test(next)) return 'heading'
  if (/[\t|]| {3}/.test(line) && ROW.test(line)) return 'row'
  if (ITEM.test(line)) return 'item'
  if (/:$/.test(line) && line.length <= 120) return 'heading'
  const field = FIELD.exec(line)?.[1]
  if (field !== undefined && field.split(/\s+/).length <= 5 && !/[.;!?]\s/.test(field)) return 'field'
  return isHeading(line, previous, next) ? 'heading' : 'prose'
}

/** A short line that stands alone at the head of something, or that is written in capitals throughout. */
function isHeading(line: string, previous: string, next: string): boolean {
  const words = line.split(/\s+/)
  if (line.length > 70 || words.length > 9 || CLOSED.test(line)) return false
  if (/\p{Lu}{3}/u.test(line) && !/\p{Ll}/u.test(line)) return true
  const alone = previous === '' || RULE.test(previous)
  return (
    alone &&
    next !== '' &&
    words.length <= 6 &&
    /^[\p{Lu}\d]/u.test(line) &&
    !/^\p{Ll}/u.test(next) &&
    !/\d{3}/.test(line)
  )
}
