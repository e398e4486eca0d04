/**
 * What one numbered piece of evidence states: its lines, the fact that was read from it, the points of its series. Each
 * statement comes with the dates that hold for it and with what kind of list it stands in.
 */
import type { Fact, SeriesPoint } from '#contract/facts.ts'
import { dayOrderOf } from './day-order.ts'
import type { Evidence } from './evidence.ts'
import { lex, type Words } from './lex.ts'
import { passagesOf } from './passages.ts'
import { isDate, type Part, partsOf, type Statement, statementsOfRow, statementsOfSentence } from './statements.ts'
import type { Frame } from './token.ts'

export interface Candidate extends Statement {
  readonly frames: ReadonlySet<Frame>
  /** Where the statement itself holds no date. */
  readonly fallbackDates: readonly Part[]
  readonly documentDates: readonly Part[]
  /** Its list is of what was, so that a sentence may say so. */
  readonly isPastOptional: boolean
  readonly isRow: boolean
  readonly evidence: Evidence
}

export function candidatesOf(evidence: Evidence, tables: Words): Candidate[] {
  const { fact, series, context = '' } = evidence
  const words = { ...tables, dayOrder: dayOrderOf(`${evidence.text}\n${context}`) }
  const dateParts = (text: string | undefined) => (text === undefined ? [] : partsOf(lex(text, words)).filter(isDate))
  const documentDates = dateParts(evidence.documentDate)
  const factDates = dateParts(fact?.happenedOn)
  const passages = [
    ...passagesOf(evidence.text, context),
    ...(fact ? rowsOfFact(fact) : []),
    ...(fact && series ? series.map((point) => rowOfPoint(fact, point)) : []),
  ]
  const told = passages.filter((passage) => !steers(passage.kind === 'row' ? passage.cells.join(' ') : passage.text))
  return told.flatMap((passage) => {
    const statements = passage.kind === 'row' ? statementsOfRow(passage, words) : statementsOfSentence(passage, words)
    const headings = passage.headings.join('\n')
    const dated = dateParts(passage.headings.filter((heading) => !/birth|\bdob\b/i.test(heading)).join('\n'))
    const fallback = [...factDates, ...(dated.length > 0 ? dated : documentDates)]
    return statements.map((statement) => ({
      ...statement,
      frames: framesFor(
        statement,
        passage.kind === 'row' ? `${headings}\n${passage.titles.join(' ')}` : headings,
        fact,
      ),
      fallbackDates: fallback,
      documentDates,
      isPastOptional: /\bhistory\b/i.test(headings),
      isRow: passage.kind === 'row',
      evidence,
    }))
  })
}

/** A line that speaks to whoever reads it by machine states nothing: what it wants said is no evidence. */
const STEERING =
  /\b(?:answers?|answered|replies|reply|prompts?|assistants?|a\.?i\.?|llm|chatbot|language models?|automated|software|machine readers?|summar(?:y|ies|i[sz]e|i[sz]er)s? (?:of .{0,30} )?(?:must|shall|should|has to|have to)|ignore|disregard|forget|override|pretend|assume|for the purposes?|system (?:prompt|message|role)|instructions?:|verified|exempt|template|when asked|repeat after|translate|question:|pwned)\b|<\||\|>|\[\/?INST|<<SYS/i
const steers = (text: string) => STEERING.test(text)

/** Under the name as written, and under the dictionary's. */
function rowsOfFact(fact: Fact) {
  // That nothing is known is stated by the words themselves.
  if (fact.isNoneKnown) return []
  const { details } = fact
  const certain = details.certainty === 'suspected' ? 'suspected ' : ''
  const isStopped = details.change === 'stopped' || details.stoppedOn !== undefined
  const headings = [
    ...(isStopped ? ['Stopped:'] : []),
    ...(details.status === 'history' ? ['Past:'] : []),
    ...(details.status === 'resolved' ? ['Resolved:'] : []),
    ...(fact.kind === 'family-history' ? ['Family history:'] : []),
  ]
  const cells = [
    fact.kind === 'observation' ? `${fact.valueText} ${fact.unitText ?? fact.unit ?? ''}` : '',
    fact.flag === 'unknown' ? '' : fact.flag,
    details.dose,
    details.form,
    details.route,
    details.frequency,
    details.asNeeded ? 'as needed' : '',
    details.reason,
    details.startedOn && `started ${details.startedOn}`,
    details.stoppedOn && `stopped ${details.stoppedOn}`,
    details.reaction,
    details.severity,
    details.doseNumber && `dose ${details.doseNumber}`,
    details.lot && `lot ${details.lot}`,
    details.certainty === 'ruled-out' ? 'ruled out' : '',
    details.side === 'both' ? 'bilateral' : details.side,
    details.relation,
    details.place,
  ].filter((cell): cell is string => cell !== undefined && cell.trim() !== '')
  const range = fact.rangeText === undefined ? [] : [fact.rangeText]
  return [...new Set([fact.nameText, fact.name])].map((name) => ({
    kind: 'row' as const,
    cells: [`${certain}${name}`, ...cells, ...range],
    titles: range.length > 0 ? [...['Test', ...cells].map(() => 'Result'), 'Reference range'] : [],
    headings,
  }))
}

function rowOfPoint(fact: Fact, point: SeriesPoint) {
  const unit = point.unitText ?? fact.unitText ?? ''
  const cells = [
    fact.name,
    `${point.valueText} ${unit}`,
    point.flag === 'unknown' ? '' : point.flag,
    point.happenedOn ?? '',
  ]
  return { kind: 'row' as const, cells, titles: [], headings: [] }
}

const SHOWS: readonly (readonly [Frame, RegExp, Fact['kind']])[] = [
  ['medicine', /\bmedic|\bprescri|\bdrugs? list|\brx\b/i, 'medication'],
  ['allergy', /allerg|intoleran|adverse|anaphyla/i, 'allergy'],
  ['vaccine', /vaccin|immuni[sz]|\bshots?\b|\bjab|\b(?:left|right) deltoid\b/i, 'immunization'],
  ['diagnosis', /diagnos|problem|\bconditions?\b|assessment|impression|history/i, 'condition'],
  [
    'procedure',
    /procedure|operation|surger|surgical|ectomy|plasty|scopy|graphy|\bmri\b|\bct\b|x-ray|\bscan|ultrasound|biops|performed|underwent|\bdone\b/i,
    'procedure',
  ],
  ['visit', /\bvisit|clinic|\bseen\b|appointment|encounter|consult|attend/i, 'encounter'],
]

function framesFor(statement: Statement, headings: string, fact: Fact | undefined): Set<Frame> {
  const parts = [...statement.own, ...statement.shared]
  const text = `${headings}\n${parts.map(({ token }) => token.text).join(' ')}`
  const frames = new Set<Frame>()
  for (const [frame, pattern, kind] of SHOWS) if (fact?.kind === kind || pattern.test(text)) frames.add(frame)
  const isTaken = parts.some(
    ({ token }) => token.kind === 'dosing' || (token.kind === 'frame' && /^take$/.test(token.key)),
  )
  const isDosed = parts.some(({ token, phrase }) => phrase?.isMeasured && token.kind === 'word')
  if (isTaken && isDosed) frames.add('medicine')
  // What somebody must not have is on no list of what they take.
  if (frames.has('allergy')) frames.delete('medicine')
  return frames
}
