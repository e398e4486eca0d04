/**
 * Every place in the window, as a typed value and as the address behind the `#`: deep links, back and forward come from
 * it. Pure: nothing here knows the DOM. What is about one person carries that person's id, so that going back can never
 * show one person's paper under another one's name.
 */
import type { DocumentId, FactId, PersonId } from '#contract/ids.ts'
import { PartialDate } from '#contract/vault.ts'

export const settingsSections = [
  'look',
  'security',
  'backups',
  'reading',
  'models',
  'languages',
  'shortcuts',
  'limits',
  'about',
] as const
export type SettingsSection = (typeof settingsSections)[number]

export type Place =
  /** `asKnownOn`: as the papers up to that day told it. */
  | { readonly screen: 'overview'; readonly personId: PersonId; readonly asKnownOn?: string }
  | { readonly screen: 'timeline'; readonly personId: PersonId; readonly asKnownOn?: string }
  /** `name`: the measure whose trend is open; `unit` the one it is shown in. */
  | {
      readonly screen: 'labs'
      readonly personId: PersonId
      readonly name?: string
      readonly unit?: string
      readonly asKnownOn?: string
    }
  | { readonly screen: 'medicines'; readonly personId: PersonId; readonly asKnownOn?: string }
  /** `factId`: where to begin. */
  | { readonly screen: 'review'; readonly personId: PersonId; readonly factId?: FactId }
  /** `review`: the one that is open. */
  | { readonly screen: 'reviews'; readonly personId: PersonId; readonly review?: string }
  | { readonly screen: 'library'; readonly personId: PersonId }
  | { readonly screen: 'queue'; readonly personId: PersonId }
  | {
      readonly screen: 'document'
      readonly personId: PersonId
      readonly documentId: DocumentId
      readonly page?: number
      /** Words to light, as offsets in the page's text: `start-end`, several with commas. */
      readonly span?: string
    }
  | { readonly screen: 'search'; readonly personId: PersonId; readonly query?: string }
  | { readonly screen: 'ask'; readonly personId: PersonId; readonly conversation?: string; readonly question?: string }
  /** `noteId`: the one that is open; `isWriting` it, or a new one, about the paper `aboutId`. */
  | {
      readonly screen: 'notes'
      readonly personId: PersonId
      readonly noteId?: DocumentId
      readonly isWriting?: true
      readonly aboutId?: DocumentId
    }
  | { readonly screen: 'people' }
  | { readonly screen: 'settings'; readonly section: SettingsSection }
  | { readonly screen: 'health' }

export type ScreenName = Place['screen']

/** Those that can show the record of a past day. */
export type PastPlace = Extract<Place, { screen: 'overview' | 'timeline' | 'labs' | 'medicines' }>

/** Screens that show one person's record and need nothing more to be opened. */
export type ScreenOfPerson = Exclude<Extract<Place, { personId: PersonId }>['screen'], 'document'>

export const screenNames = [
  'overview',
  'timeline',
  'labs',
  'medicines',
  'review',
  'reviews',
  'library',
  'queue',
  'document',
  'search',
  'ask',
  'notes',
  'people',
  'settings',
  'health',
] as const
/** A screen that is not listed does not compile. */
screenNames satisfies readonly ScreenName[]
type Unlisted = Exclude<ScreenName, (typeof screenNames)[number]>
const everyScreenIsListed: [Unlisted] extends [never] ? true : never = true
void everyScreenIsListed

/** Screens shown instead of any place, while there is no open vault. */
export const gateNames = ['welcome', 'unlock', 'restore'] as const
export type GateName = (typeof gateNames)[number]

export function placeToPath(place: Place): string {
  switch (place.screen) {
    case 'overview':
    case 'timeline':
    case 'medicines':
      return `/${encodeURIComponent(place.personId)}/${place.screen}${query({ on: place.asKnownOn })}`
    case 'library':
    case 'queue':
      return `/${encodeURIComponent(place.personId)}/${place.screen}`
    case 'labs': {
      const { personId, name, unit, asKnownOn } = place
      return `/${encodeURIComponent(personId)}/labs${query({ name, unit, on: asKnownOn })}`
    }
    case 'review':
      return `/${encodeURIComponent(place.personId)}/review${query({ fact: place.factId })}`
    case 'reviews':
      return `/${encodeURIComponent(place.personId)}/reviews${query({ r: place.review })}`
    case 'document': {
      const { personId, documentId, page, span } = place
      return `/${encodeURIComponent(personId)}/document/${encodeURIComponent(documentId)}${query({ page, span })}`
    }
    case 'search':
      return `/${encodeURIComponent(place.personId)}/search${query({ q: place.query })}`
    case 'ask':
      return `/${encodeURIComponent(place.personId)}/ask${query({ c: place.conversation, q: place.question })}`
    case 'notes': {
      const { personId, noteId, isWriting, aboutId } = place
      const values = { note: noteId, write: isWriting && 'yes', about: aboutId }
      return `/${encodeURIComponent(personId)}/notes${query(values)}`
    }
    case 'settings':
      return `/settings/${place.section}`
    case 'people':
    case 'health':
      return `/${place.screen}`
  }
}

/** Of a person, and nothing more to say in the address. */
const plainScreens = ['library', 'queue'] as const
/** Of a person, and of a past day. */
const pastScreens = ['overview', 'timeline', 'medicines'] as const

/** Undefined: the address names no place; nothing is guessed. */
export function pathToPlace(path: string): Place | undefined {
  const [way = '', search = ''] = path.split('?')
  const [first, second, third] = way.split('/').slice(1).map(decode)
  const values = new URLSearchParams(search)
  if (first === 'people' || first === 'health') return second === undefined ? { screen: first } : undefined
  if (first === 'settings') {
    const section = settingsSections.find((known) => known === (second ?? 'look'))
    return section && { screen: 'settings', section }
  }
  if (!first || !second) return undefined
  const personId = first as PersonId
  const plain = plainScreens.find((screen) => screen === second)
  if (plain !== undefined) return third === undefined ? { screen: plain, personId } : undefined
  const day = PartialDate.safeParse(values.get('on')).data
  const onDay = day === undefined ? {} : { asKnownOn: day }
  const past = pastScreens.find((screen) => screen === second)
  if (past !== undefined) return third === undefined ? { screen: past, personId, ...onDay } : undefined
  if (second === 'labs')
    return {
      ...{ screen: 'labs', personId },
      ...given('name', values.get('name')),
      ...given('unit', values.get('unit')),
      ...onDay,
    }
  if (second === 'review') {
    const factId = values.get('fact')
    return { screen: 'review', personId, ...(factId && { factId: factId as FactId }) }
  }
  if (second === 'reviews') return { screen: 'reviews', personId, ...given('review', values.get('r')) }
  if (second === 'document' && third) {
    const page = Number(values.get('page') ?? Number.NaN)
    const span = values.get('span')
    return {
      screen: 'document',
      personId,
      documentId: third as DocumentId,
      ...(Number.isInteger(page) && page > 0 && { page }),
      ...(span !== null && /^\d+-\d+(,\d+-\d+)*$/.test(span) && { span }),
    }
  }
  if (second === 'search') return { screen: 'search', personId, ...given('query', values.get('q')) }
  if (second === 'ask')
    return {
      screen: 'ask',
      personId,
      ...given('conversation', values.get('c')),
      ...given('question', values.get('q')),
    }
  if (second === 'notes') {
    const [noteId, aboutId] = [values.get('note'), values.get('about')]
    return {
      ...{ screen: 'notes', personId },
      ...(noteId && { noteId: noteId as DocumentId }),
      ...(values.get('write') === 'yes' && { isWriting: true }),
      ...(aboutId && { aboutId: aboutId as DocumentId }),
    }
  }
  return undefined
}

export const personOf = (place: Place): PersonId | undefined => ('personId' in place ? place.personId : undefined)

function query(values: Readonly<Record<string, string | number | undefined>>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value !== undefined) search.set(name, String(value))
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}

const given = <K extends string>(key: K, value: string | null): { [P in K]?: string } =>
  value === null || value === '' ? {} : ({ [key]: value } as { [P in K]: string })

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}
