/** A typed query in words, for a person to check how their question was understood. */
import type { FactKind } from '#contract/facts.ts'
import type { TypedQuery } from '#contract/typed-query.ts'
import { sayDate } from './wording.ts'

const ASKS: Readonly<Record<TypedQuery['ask'], string>> = {
  latest: 'latest',
  first: 'first',
  lowest: 'lowest',
  highest: 'highest',
  mean: 'mean of',
  count: 'number of',
  list: 'all of',
  trend: 'course of',
  change: 'change of',
  'as-of': 'last',
  when: 'date of',
  who: 'who:',
  where: 'where:',
  stated: 'is it stated:',
  standing: 'last stated of',
  'in-range': 'within its range:',
  detail: '',
}

const KINDS: Readonly<Record<FactKind, string>> = {
  observation: 'values',
  condition: 'conditions',
  medication: 'medicines',
  allergy: 'allergies',
  immunization: 'vaccines',
  procedure: 'operations and procedures',
  encounter: 'visits and stays',
  'family-history': 'family history',
  'care-contact': 'clinicians',
  note: 'notes',
}

const DETAILS: Partial<Record<NonNullable<TypedQuery['detail']>, string>> = {
  startedOn: 'start',
  stoppedOn: 'stop',
  asNeeded: 'as needed',
  doseNumber: 'dose number',
}

export function sayQuery(query: TypedQuery): string {
  const { ask, kinds, name, nameText, detail, relation, side, flag, beyond, limit, nth, event } = query
  const kind = KINDS[kinds[0] ?? 'note']
  const what = [
    ...(detail === undefined ? [] : [`${DETAILS[detail] ?? detail} of`]),
    ...(side === undefined ? [] : [side]),
    ...(flag === undefined ? [] : [`${flag}`]),
    name ?? kind,
    ...(name !== undefined && nameText !== undefined ? [`(“${nameText}”)`] : []),
    ...(name !== undefined && kinds[0] !== 'observation' ? [`among ${kind}`] : []),
    ...(relation === undefined ? [] : [`of the ${relation}`]),
    ...(beyond === undefined
      ? []
      : [`${beyond.side} ${beyond.value}${beyond.unit === undefined ? '' : ` ${beyond.unit}`}`]),
    ...(nth === undefined ? [] : [`, number ${nth}`]),
    ...(limit === undefined ? [] : [`, the last ${limit}`]),
    ...(event === undefined ? [] : [`${event.relation} ${event.name}`]),
  ]
  return [ASKS[ask], ...what, sayTimes(query)]
    .filter((part) => part !== '')
    .join(' ')
    .replace(' ,', ',')
}

function sayTimes({ from, to, days }: TypedQuery): string {
  if (days !== undefined) return `between ${sayDate(days[0])} and ${sayDate(days[1])}`
  if (from !== undefined && from === to) return `in ${sayDate(from)}`
  if (from !== undefined && to !== undefined) return `from ${sayDate(from)} to ${sayDate(to)}`
  if (from !== undefined) return `since ${sayDate(from)}`
  return to === undefined ? '' : `until ${sayDate(to)}`
}
