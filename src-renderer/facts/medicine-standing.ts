/** How a medicine stands, in words: when it was last stated, and whether a later paper leaves it out or stops it. Pure. */
import type { TFunction } from 'i18next'
import type { MedicineLine } from '#contract/facts.ts'
import { formatFactDate } from './fact-dates.ts'

/** A source stopped it, or a later list does not have it. Nothing here knows what is taken today. */
export const isPast = ({ standing }: Pick<MedicineLine, 'standing'>): boolean =>
  standing === 'stopped' || standing === 'not-on-last-list'

export const standingText = ({ standing, on }: Pick<MedicineLine, 'standing' | 'on'>, t: TFunction): string =>
  on === undefined
    ? t(`medicines.standingUndated.${standing}`)
    : t(`medicines.standing.${standing}`, { date: formatFactDate(on) })
