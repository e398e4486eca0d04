/**
 * Printed information on a medicine, which is in no way about the person who keeps it: what it is for, who must not take
 * it, its doses and side effects. Such a part is blanked before anything is read, and every place of the page stays.
 */
import type { ExtractPage } from '../proposal.ts'

export function withoutLeaflets(pages: readonly ExtractPage[]): readonly ExtractPage[] {
  return pages.map((page) => {
    const text = withoutLeaflet(page.text)
    return text === page.text ? page : { ...page, text }
  })
}

/** The parts that EU and US leaflets must have (Directive 2001/83/EC, article 59; 21 CFR 208.20), as they are titled. */
const PARTS: readonly RegExp[] = [
  /\b(?:package leaflet|patient information leaflet|medication guide|information for the (?:user|patient))\b/iu,
  /\bwhat .{2,60} (?:is|are) (?:used )?for\b|\bwhat (?:is|are) (?:this medicine|these medicines)\b/iu,
  /\b(?:do not|you (?:should|must) not|who (?:should|must) not|should not) (?:take|use) .{2,60}(?:\bif\b|[.?…:]|$)/iu,
  /\b(?:possible|common|serious|rare) side effects\b|\bside effects? (?:may|that|you|i)\b|\b(?:up to|more than|fewer than|less than) 1 in \d/iu,
  /\bhow (?:to|should i) (?:take|use|store|keep)\b|\bwhere should i keep\b/iu,
  /\bbefore (?:you|i) (?:take|use)\b|\bwarnings and precautions\b|\bwhat should i (?:tell|watch|avoid)\b|\btell your (?:doctor|pharmacist|health ?care|prescriber)\b/iu,
  /\breach of children\b|\bkeep this (?:leaflet|guide)\b|\bread (?:all of this|this|the) (?:leaflet|medication guide)\b/iu,
  /\b(?:usual|recommended)(?: starting| daily| adult)? dose\b|\bmaximum (?:daily )?dose\b/iu,
  /\bif you (?:forget|miss|stop|take more)\b|\bwhat if i miss\b|\bwhat (?:may|can) interact\b/iu,
  /\bmarketing authori[sz]ation\b|\bactive substances?\b|\bother ingredients\b|\bleaflet (?:was )?last (?:revised|updated|approved)\b/iu,
]
const FEWEST_PARTS = 4
/** Between two titles of one leaflet lie at most so many lines. */
const MOST_LINES_BETWEEN = 12

/** Whose paper it is, or that something was done on a day. */
const OF_PERSON =
  /\b(?:dob|d\.o\.b|date of birth|born|mrn|nhs (?:no|number)|patient(?: name)?\s*:|name\s*:|hospital n|admitted|discharged?|your (?:visit|appointment|results?|medications have)|allerg(?:y|ies)\s*:|diagnos[ie]s\s*:)/iu

interface Run {
  readonly from: number
  readonly to: number
  readonly parts: number
}

function withoutLeaflet(text: string): string {
  if (!PARTS.some((part) => part.test(text))) return text
  const lines = text.split('\n')
  const runs = runsOf(lines).filter(({ parts }) => parts >= FEWEST_PARTS)
  if (runs.length === 0) return text
  const isInRun = (at: number) => runs.some(({ from, to }) => at >= from && at <= to)
  const written = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]))
  const isWhole = !OF_PERSON.test(text) && written.filter(isInRun).length >= written.length / 2
  return lines.map((line, at) => (isWhole || isInRun(at) ? line.replace(/\S/gu, ' ') : line)).join('\n')
}

/** Lines from the first title to the last, where no two lie far apart, and how many different parts they begin. */
function runsOf(lines: readonly string[]): Run[] {
  const runs: { from: number; to: number; found: Set<number> }[] = []
  for (const [at, line] of lines.entries()) {
    const parts = PARTS.flatMap((part, index) => (part.test(line) ? [index] : []))
    if (parts.length === 0) continue
    const last = runs.at(-1)
    if (last && at - last.to <= MOST_LINES_BETWEEN) {
      last.to = at
      for (const part of parts) last.found.add(part)
    } else runs.push({ from: at, to: at, found: new Set(parts) })
  }
  return runs.map(({ from, to, found }) => ({
    from: startOfBlock(lines, from),
    to: endOfBlock(lines, to),
    parts: found.size,
  }))
}

/** The name of the medicine stands over it, alone. */
function startOfBlock(lines: readonly string[], from: number): number {
  const [before = '', above = ''] = [lines[from - 1], lines[from - 2]]
  return before.trim() !== '' && before.length <= 60 && above.trim() === '' ? from - 1 : from
}

function endOfBlock(lines: readonly string[], from: number): number {
  const blank = lines.findIndex((line, at) => at > from && line.trim() === '')
  return blank < 0 ? lines.length - 1 : blank
}
