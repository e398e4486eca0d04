/**
 * The facts of one person that a typed query is about: by the names in their record that are, or contain, what was asked;
 * then by time, side, relation and flag. Nothing is ever cut to the best few.
 */
import type { Kysely } from 'kysely'
import type { Fact, FactKind } from '#contract/facts.ts'
import type { PersonId } from '#contract/ids.ts'
import type { TypedQuery } from '#contract/typed-query.ts'
import { nameTokens } from '../../extract/dictionaries/name-tokens.ts'
import type { FactContent } from '../../facts/compose-fact.ts'
import { type FactName, listNamedFacts } from '../../store/named-facts.ts'
import type { FactRow, Tables } from '../../store/tables.ts'

/** A fact without where it stands. */
export interface Entry extends FactContent {
  readonly id: Fact['id']
  readonly kind: FactKind
  readonly state: Fact['state']
  readonly row: FactRow
}

export interface FoundFacts {
  /** In the order of their dates, those without one last. */
  readonly entries: readonly Entry[]
  /** A fact of these kinds and names stands in the record at another time, side or flag than asked. */
  readonly hasOthers: boolean
}

export async function findFacts(
  db: Kysely<Tables>,
  personId: PersonId,
  query: TypedQuery,
  known: readonly FactName[],
): Promise<FoundFacts> {
  const isByRole = query.kinds.includes('care-contact')
  const names = query.name === undefined || isByRole ? undefined : matchNames(query, known)
  if (names?.length === 0) return { entries: [], hasOthers: false }
  const all = (await listNamedFacts(db, personId, query.kinds, names)).map(toEntry)
  const bounds = await boundsOf(db, personId, query, known)
  // an event that no fact tells of may stand beside the value in one sentence
  if (bounds === undefined) return { entries: [], hasOthers: false }
  const entries = all.filter((entry) => isAsked(entry, query, bounds))
  return { entries, hasOthers: entries.length < all.length }
}

export const toEntry = (row: FactRow): Entry => ({
  ...(JSON.parse(row.data) as FactContent),
  ...{ id: row.id, kind: row.kind, state: row.state, row },
})

/** The record's own names: the very name, else those of which it is a part (`insulin` in `insulin glargine`). */
export function matchNames(
  { kinds, name = '', nameText, names = [] }: Pick<TypedQuery, 'kinds' | 'name' | 'nameText' | 'names'>,
  known: readonly FactName[],
): string[] {
  const ofKind = known.filter(({ kind }) => kinds.includes(kind)).map((one) => one.name)
  const wanted = [name, ...names, ...(nameText === undefined ? [] : [nameText])].map(keysOf)
  const isVery = (own: string) => wanted.some((keys) => isEqual(keys, keysOf(own)))
  const isPart = (own: string) => wanted.some((keys) => isPartOf(keys, own, kinds))
  const very = ofKind.filter(isVery)
  // a measure with something added to its name is another measure, unless there is no other
  if (kinds.includes('observation') && very.length > 0) return very
  if (kinds.includes('immunization'))
    return ofKind.filter((own) => isVery(own) || (very.length === 0 ? isVaccineOf(wanted, own) : isFormOf(very, own)))
  return ofKind.filter((own) => isVery(own) || isPart(own))
}

const keysOf = (name: string): string[] => nameTokens(name).map(({ key }) => key)

/** Against what, without how: `tetanus booster` is met by every vaccine against tetanus. */
function isVaccineOf(wanted: readonly (readonly string[])[], own: string): boolean {
  const ownKeys = keysOf(own)
  const bare = wanted.map((keys) => keys.filter((key) => !VACCINE_WORDS.has(key)))
  return bare.some((keys) => keys.length > 0 && keys.every((key) => ownKeys.includes(key)))
}

/** `Influenza (high dose)` is a form of `Influenza`, and `Pneumococcal conjugate PCV20` of `Pneumococcal`. */
const isFormOf = (very: readonly string[], own: string): boolean =>
  very.some((name) => own.toLowerCase().startsWith(`${name.toLowerCase()} `))

const VACCINE_WORDS = new Set(
  'vaccine vaccination shot jab booster toxoid dose quadrivalent bivalent valent 9 recombinant live adult child conjugate polysaccharide'.split(
    ' ',
  ),
)

const isEqual = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((key) => others.includes(key))

function isPartOf(keys: readonly string[], own: string, kinds: readonly FactKind[]): boolean {
  if (keys.length === 0) return false
  if (kinds.includes('observation'))
    // only what stands in brackets behind the name may be added: `eGFR (CKD-EPI)`
    return isEqual(keys, keysOf(own.replace(/\s*\([^)]*\)$/, '')))
  const ownKeys = keysOf(own)
  return keys.every((key) => ownKeys.includes(key))
}

/** What must lie between: the query's own times, and those that an event sets. */
interface Bounds {
  readonly from: string | undefined
  readonly to: string | undefined
  readonly before: string | undefined
  readonly after: string | undefined
}

async function boundsOf(
  db: Kysely<Tables>,
  personId: PersonId,
  { from, to, event }: TypedQuery,
  known: readonly FactName[],
): Promise<Bounds | undefined> {
  const own = { from, to, before: undefined, after: undefined }
  if (event === undefined) return own
  const names = matchNames(event, known)
  const happened = names.length === 0 ? [] : await listNamedFacts(db, personId, event.kinds, names)
  const days = happened.flatMap(({ happenedOn }) => happenedOn ?? [])
  // of a medicine the start; of what may happen again the last time
  const on = happened.some(({ kind }) => kind === 'medication') ? days[0] : days.at(-1)
  if (on === undefined) return undefined
  return event.relation === 'before' ? { ...own, before: on.slice(0, 10) } : { ...own, after: on.slice(0, 10) }
}

function isAsked(entry: Entry, { side, relation, flag }: TypedQuery, { from, to, before, after }: Bounds): boolean {
  const { happenedOn: on, details } = entry
  // clinicians have no day of their own: their papers have
  const isTimed = hasDays(entry) && [from, to, before, after].some((bound) => bound !== undefined)
  if (isTimed && (on === undefined || !isWithin(on, from, to))) return false
  if (before !== undefined && (on === undefined || on.slice(0, before.length) >= before)) return false
  if (after !== undefined && (on === undefined || on.slice(0, after.length) <= after)) return false
  if (side !== undefined && details.side !== side && details.side !== 'both') return false
  if (relation !== undefined && !isRelation(details.relation, relation)) return false
  return flag === undefined || hasFlag(entry, flag)
}

/** Both ends count; a date that is less exact than a bound lies within when it may. */
export function isWithin(on: string, from: string | undefined, to: string | undefined): boolean {
  const isLate = from === undefined || on.slice(0, from.length) >= from.slice(0, on.length)
  return isLate && (to === undefined || on.slice(0, to.length) <= to.slice(0, Math.max(on.length, to.length)))
}

const hasDays = ({ kind }: Entry) => kind !== 'care-contact' && kind !== 'family-history'

/** `cardiologist` is whoever is of cardiology, by what stands with their name. */
export function isOfRole(text: string, asked: string): boolean {
  const stem = asked.toLowerCase().replace(/(?:ologists?|iatricians?|iatrists?|ists?|s)$/, '')
  const wanted = SYNONYMS[asked.toLowerCase()] ?? stem
  return text.toLowerCase().includes(wanted)
}

const SYNONYMS: Readonly<Record<string, string>> = {
  gp: 'general pract',
  pcp: 'primary care',
  'family doctor': 'family',
}

const isRelation = (own: string | undefined, asked: string) =>
  own !== undefined && keysOf(own).some((key) => keysOf(asked).includes(key))

function hasFlag({ flag: own }: Entry, asked: NonNullable<TypedQuery['flag']>): boolean {
  if (asked === 'abnormal') return own !== 'normal' && own !== 'unknown'
  return asked === 'high' || asked === 'low' ? own === asked || own === 'critical' : own === asked
}
