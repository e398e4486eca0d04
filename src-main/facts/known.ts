/** The record as it was known on a day, as it is asked for → as the store counts. */
import type { KnownBy } from '#contract/facts.ts'
import type { PersonId } from '#contract/ids.ts'
import type { Known } from '../store/known-on.ts'

export interface AsKnown {
  readonly personId: PersonId
  readonly asKnownOn?: string | undefined
  readonly knownBy?: KnownBy | undefined
}

export const knownOf = ({ personId, asKnownOn, knownBy = 'papers' }: AsKnown): Known => ({
  ...{ personId, by: knownBy },
  until: asKnownOn === undefined ? null : endOf(asKnownOn),
})

/** The last instant of a day, month or year. */
export const endOf = (asKnownOn: string): string => `${asKnownOn}${AFTER_ALL}`

/** Comes after every instant that begins with the day, month or year before it. */
const AFTER_ALL = '~'

/** The day from which the record is looked at: today, or the last one that counts. */
export function lastDayOf({ until }: Pick<Known, 'until'>, today: string): string {
  if (until === null) return today
  const on = until.slice(0, -AFTER_ALL.length)
  const [year = '', month, day] = on.split('-')
  if (day !== undefined) return on < today ? on : today
  const end = new Date(Date.UTC(Number(year), month === undefined ? 12 : Number(month), 0)).toISOString().slice(0, 10)
  return end < today ? end : today
}
