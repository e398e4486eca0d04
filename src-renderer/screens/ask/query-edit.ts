/** What a person can change of a question that was understood: what is asked, of what, from when to when. Pure. */
import type { FactKind } from '#contract/facts.ts'
import type { Ask, TypedQuery } from '#contract/typed-query.ts'
import { isFactDate } from '../../facts/fact-dates.ts'

export interface QueryEdit {
  readonly ask: Ask
  /** Empty: of all of its kind. */
  readonly name: string
  readonly from: string
  readonly to: string
}

export const editOfQuery = ({ ask, name = '', from = '', to = '' }: TypedQuery): QueryEdit => ({ ask, name, from, to })

/** What can be asked of these kinds; what is asked now is always among it. */
export function asksOf({ ask, kinds }: TypedQuery): readonly Ask[] {
  const [kind] = kinds
  const asks = (kind !== undefined && asksOfKind[kind]) || asksOfStatements
  return asks.includes(ask) ? asks : [ask, ...asks]
}

const asksOfStatements: readonly Ask[] = ['list', 'stated', 'count', 'latest', 'first', 'when', 'who', 'where']
const asksOfKind: Readonly<Partial<Record<FactKind, readonly Ask[]>>> = {
  observation: [
    ...(['latest', 'first', 'lowest', 'highest', 'mean', 'count', 'list', 'trend', 'change'] as const),
    ...(['as-of', 'when', 'in-range'] as const),
  ],
  medication: ['list', 'standing', 'latest', 'as-of', 'when', 'count'],
}

export type QueryFault = 'no-date' | 'ends-before'

/** Why a date cannot be taken. */
export function faultOf({ from, to }: QueryEdit, which: 'from' | 'to'): QueryFault | undefined {
  const typed = which === 'from' ? from : to
  if (!isFactDate(typed) || typed.includes('T')) return 'no-date'
  if (which === 'from' || from.trim() === '' || to.trim() === '') return undefined
  const [begins, ends] = [from.trim(), to.trim()]
  // a year ends after each of its months
  return ends < begins.slice(0, ends.length) ? 'ends-before' : undefined
}

/** Other names that counted as the old one go with it. */
export function editedQuery(query: TypedQuery, edit: QueryEdit): TypedQuery {
  const { name: oldName, nameText, names, detail, days, from: _, to: __, ...rest } = query
  const [name, from, to] = [edit.name.trim(), edit.from.trim(), edit.to.trim()]
  const isSameName = name === (oldName ?? '')
  const isSameAsk = edit.ask === query.ask
  return {
    ...rest,
    ask: edit.ask,
    ...(name !== '' && { name }),
    ...(isSameName && nameText !== undefined && { nameText }),
    ...(isSameName && names !== undefined && { names }),
    ...(isSameAsk && detail !== undefined && { detail }),
    ...(isSameAsk && days !== undefined && { days }),
    ...(from !== '' && { from }),
    ...(to !== '' && { to }),
  }
}
