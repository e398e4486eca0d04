/** Questions about medicines: which, how much, since when, and whether still. */
import type { FactDetails, FactKind } from '#contract/facts.ts'
import * as asked from './question-words.ts'
import { isWhen, kindAsked, type Read, type Reading, subjectOf } from './reading.ts'

export function readMedicine({ question, things, left, times }: Reading): Read | 'not-formal' | undefined {
  const subject = subjectOf(things, 'medication')
  const isMeasured = things.some(({ subjects }) => subjects.some(({ kind }) => kind === 'observation'))
  const isAsked = kindAsked(question) === 'medication'
  const isTaken =
    /\b(?:tak(?:e|es|en|ing)|took|prescri\w+|on (?:it|them))\b/i.test(question) ||
    asked.DOSE.test(question) ||
    STARTED.test(question) ||
    asked.STOPPED.test(question)
  if (subject === undefined) {
    if (
      !isAsked &&
      !/\b(?:am|is|are|was|were) (?:\w+ ){1,3}(?:taking|on)\b|\bdo(?:es)? (?:\w+ ){1,2}take\W*$/i.test(question)
    )
      return undefined
    if (things.length > 0 || (left.length > 0 && !asked.WHOLE_LIST.test(question))) return 'not-formal'
    return readMedicines(question)
  }
  if (isMeasured && !isTaken && !isAsked) return undefined
  // how long it is to be taken is an instruction, and stands in the papers
  if (left.length > 0 || /\b(?:un)?til+ when\b/i.test(question)) return 'not-formal'
  const kinds: FactKind[] = ['medication']
  const of = { kinds, ...subject }
  // all of how it is taken
  if (asked.DOSE.test(question) && asked.FREQUENCY.test(question)) return { ask: 'standing', ...of }
  const detail = medicineDetail(question)
  if (asked.AGAIN.test(question)) return { ask: 'list', ...of }
  const isDated = isWhen(question) || /\bdate\b/i.test(question) || /^\W*(?:start|end|beginning) of\b/i.test(question)
  if (isDated && asked.STOPPED.test(question)) return { ask: 'detail', detail: 'stoppedOn', ...of }
  if (isDated && detail !== 'frequency') return { ask: LATEST_GIVEN.test(question) ? 'latest' : 'when', ...of }
  if (/\bhow long\b/i.test(question)) return { ask: 'when', ...of }
  if (detail !== 'reason' && asked.CHANGED.test(question) && !HOW_MUCH.test(question)) return { ask: 'list', ...of }
  if (detail !== undefined) return { ask: 'detail', detail, ...of }
  if (asked.WHO.test(question)) return { ask: 'who', ...of }
  if (asked.STOPPED.test(question) || /\bstill\b/i.test(question)) return { ask: 'standing', ...of }
  if (/\ball\b/i.test(question)) return { ask: 'list', ...of }
  if (subject.names !== undefined && /^\W*(?:which|what)\b/i.test(question)) return { ask: 'list', ...of }
  if (/\bever\b/i.test(question)) return { ask: 'stated', ...of }
  // of a stretch of time all that was stated
  if (times.from !== undefined && times.to === undefined) return { ask: 'list', ...of }
  if (asked.CURRENT.test(question) || /\bon\b/i.test(question)) return { ask: 'standing', ...of }
  return { ask: 'stated', ...of }
}

const STARTED = /\b(?:start(?:ed|ing)?|beg[ai]n|begun|(?:put|placed) (?:\w+ )?on|initiated?|initiation)\b/i

/** One dose is asked for, whatever changed. */
const HOW_MUCH =
  /\bhow (?:much|many)\b|^\W*(?:what|which)\W+(?:(?:is|was|s|the|my|his|her|current)\W+)*(?:dose|dosage|strength)\b/i

const LATEST_GIVEN = /\blast (?:given|prescribed|dispensed|taken)\b/i

function readMedicines(question: string): Read {
  const kinds: FactKind[] = ['medication']
  if (asked.STOPPED.test(question)) return { ask: 'list', kinds, detail: 'stoppedOn' }
  if (STARTED.test(question)) return { ask: 'list', kinds, detail: 'startedOn' }
  return { ask: /\bhow many\b/i.test(question) ? 'count' : 'list', kinds }
}

function medicineDetail(question: string): keyof FactDetails | undefined {
  if (/\bsince when\b/i.test(question)) return undefined
  if (asked.FREQUENCY.test(question)) return 'frequency'
  if (asked.DOSE.test(question)) return 'dose'
  if (asked.ROUTE.test(question)) return 'route'
  if (asked.WHY.test(question)) return 'reason'
  return undefined
}
