/** Questions about what is stated: allergies, vaccines, conditions, operations, the family. */
import type { FactKind } from '#contract/facts.ts'
import * as asked from './question-words.ts'
import { COUNTED, isWhen, kindAsked, type Read, type Reading, subjectOf } from './reading.ts'

export function readFamily({ question, things, left }: Reading): Read | 'not-formal' | undefined {
  const relation = asked.RELATIONS.exec(question)?.[0].toLowerCase()
  if (relation === undefined) return undefined
  if (/\bfamily (?:doctor|physician|practi)/i.test(question)) return undefined
  const subject = subjectOf(things, 'condition')
  const kind = kindAsked(question)
  // the family history holds illnesses: of tablets, values and visits the record's own person is asked
  const isOwn =
    things.length > 0 ? subject === undefined : kind !== undefined && kind !== 'condition' && kind !== 'family-history'
  if (isOwn && question.split(/\W+/).some((word) => asked.CALLED.test(word))) return undefined
  const rest = left.filter(
    (word) => !asked.RELATIONS.test(word) && !/^(?:die|died|runs?|side|member|members|anyone|else)$/i.test(word),
  )
  if (rest.length > 0) return 'not-formal'
  if (things.length > 0 && subject === undefined) return 'not-formal'
  const isWhole = /^(?:family|relatives?)$/.test(relation)
  const kinds: FactKind[] = ['family-history']
  const of = { kinds, ...(isWhole ? {} : { relation: asked.FORMAL[relation] ?? relation }) }
  return subject === undefined ? { ask: 'list', ...of } : { ask: 'stated', ...of, ...subject }
}

export function readAllergy({ question, things, left }: Reading): Read | 'not-formal' | undefined {
  const isReaction = asked.REACTION.test(question) && subjectOf(things, 'medication', 'allergy') !== undefined
  if (kindAsked(question) !== 'allergy' && !isReaction) return undefined
  const unknown = left.filter((word) => !/^(?:food|foods|drug|environmental|known)$/i.test(word))
  const isNamed = unknown.length > 0 && unknown.length <= 2 && isAllergen(question, unknown)
  const isWholeList = asked.WHOLE_LIST.test(question)
  if (unknown.length > 0 && !isWholeList && (!isNamed || things.length > 0)) return 'not-formal'
  const kinds: FactKind[] = ['allergy']
  const subject = subjectOf(things, 'allergy', 'medication', 'observation', 'immunization', 'condition')
  if (
    asked.REACTION.test(question) &&
    (subject !== undefined || /\bwhat (?:happens|happened|reactions?)\b/i.test(question)) &&
    !asked.STATED_REACTION.test(question)
  )
    return { ask: 'detail', detail: 'reaction', kinds, ...subject }
  if (asked.SEVERITY.test(question)) return { ask: 'detail', detail: 'severity', kinds, ...subject }
  // to what no table knows: latex, cats, plasters
  if (isNamed && !isWholeList) return { ask: 'stated', kinds, name: unknown.join(' ') }
  if (subject === undefined) return { ask: /\bhow many\b/i.test(question) ? 'count' : 'list', kinds }
  return { ask: 'stated', kinds, ...subject }
}

/** `allergic to latex`, `a latex allergy`: the words beside. */
function isAllergen(question: string, words: readonly string[]): boolean {
  const name = words.map((word) => word.replace(/[^\p{L}\p{N}-]/gu, '')).join('\\W+')
  return new RegExp(
    `(?:allergic|allergy|intolerant|reacts?|reaction) to (?:any |the )?${name}|${name} (?:allerg|intoleran)`,
    'iu',
  ).test(question)
}

export function readVaccine({ question, things, left }: Reading): Read | 'not-formal' | undefined {
  const isAsked = kindAsked(question) === 'immunization'
  const subject = subjectOf(things, 'immunization')
  const only = things.every(({ subjects }) => subjects.every(({ kind }) => kind === 'immunization'))
  if (!isAsked && !(subject !== undefined && only)) return undefined
  if (left.some((word) => !asked.isOrdinal(word))) return 'not-formal'
  // which product it was is for the paper to say
  if (things.length > 0 && (subject === undefined || /^\W*which\b/i.test(question))) return 'not-formal'
  const kinds: FactKind[] = ['immunization']
  const nth = subject === undefined ? undefined : asked.nthIn(question)
  const of = { kinds, ...subject, ...(nth !== undefined && { nth }) }
  if (asked.WHY.test(question)) return 'not-formal'
  if (asked.LOT.test(question)) return { ask: 'detail', detail: 'lot', ...of }
  if (nth === undefined && COUNTED.test(question)) return { ask: 'count', ...of }
  if (asked.WHERE.test(question)) return { ask: 'where', ...of }
  if (asked.WHO.test(question)) return { ask: 'who', ...of }
  if (isWhen(question)) return { ask: /\b(?:first|earliest)\b/i.test(question) ? 'first' : 'when', ...of }
  if (subject !== undefined && asked.STATED.test(question)) return { ask: 'stated', ...of }
  if (asked.LATEST.test(question)) return { ask: 'latest', ...of }
  if (asked.FIRST.test(question)) return { ask: 'first', ...of }
  return { ask: subject === undefined || /\ball\b|\blist\b|\bhistory\b/i.test(question) ? 'list' : 'stated', ...of }
}

export function readCondition({ question, things, left }: Reading): Read | 'not-formal' | undefined {
  const subject = subjectOf(things, 'condition')
  const kinds: FactKind[] = ['condition']
  if (subject === undefined) {
    if (kindAsked(question) !== 'condition' || things.length > 0) return undefined
    if (left.some((word) => !/^(?:chronic|ongoing|known)$/i.test(word)) && !asked.WHOLE_LIST.test(question))
      return 'not-formal'
    return { ask: /\bhow many\b/i.test(question) ? 'count' : 'list', kinds }
  }
  if (left.some((word) => !/^(?:chronic|ongoing|known)$/i.test(word)) || asked.WHY.test(question)) return 'not-formal'
  const of = { kinds, ...subject }
  if (asked.SIDE.test(question)) return { ask: 'detail', detail: 'side', ...of }
  if (isWhen(question) || /\bhow long\b|\bsince when\b/i.test(question)) return { ask: 'when', ...of }
  if (asked.WHO.test(question)) return { ask: 'who', ...of }
  if (asked.STATED.test(question)) return { ask: 'stated', ...of }
  return asked.GENERIC.test(question) ? undefined : { ask: 'stated', ...of }
}

export function readProcedure({ question, things, left }: Reading): Read | 'not-formal' | undefined {
  const subject = subjectOf(things, 'procedure')
  const kinds: FactKind[] = ['procedure']
  if (subject === undefined) {
    if (kindAsked(question) !== 'procedure' || things.length > 0) return undefined
    if (left.length > 0 || asked.WHY.test(question) || FOUND.test(question)) return 'not-formal'
    if (/\bhow many\b/i.test(question)) return { ask: 'count', kinds }
    if (asked.WHO.test(question)) return { ask: 'who', kinds }
    if (isWhen(question) || asked.LATEST.test(question)) return { ask: 'latest', kinds }
    return { ask: 'list', kinds }
  }
  // what it showed and why it was done stand in its report
  if (left.length > 0 || asked.WHY.test(question) || FOUND.test(question)) return 'not-formal'
  const of = { kinds, ...subject }
  if (asked.SIDE.test(question)) return { ask: 'detail', detail: 'side', ...of }
  if (/\bhow many\b/i.test(question)) return { ask: 'count', ...of }
  if (isWhen(question)) return { ask: 'when', ...of }
  if (asked.WHO.test(question)) return { ask: 'who', ...of }
  if (asked.WHERE.test(question) || /\bhospital|clinic|site of care\b/i.test(question)) return { ask: 'where', ...of }
  if (asked.STATED.test(question)) return { ask: 'stated', ...of }
  return { ask: asked.FIRST.test(question) ? 'first' : 'latest', ...of }
}

const FOUND = /\b(?:shows?|showed|shown|find|found|findings?|results?|said?|says|reveal(?:s|ed)?|normal)\b/i
