/**
 * Answers about whom a person saw, when and where: by what each paper says of itself (its day, its place) and the clinicians
 * whom it names. A paper without a day of its own answers nothing that asks for one.
 */
import type { DocumentId, FactId, PersonId } from '#contract/ids.ts'
import type { TypedQuery } from '#contract/typed-query.ts'
import type { DocumentFacts } from '../../extract/proposal.ts'
import { listPapersOf, listSays } from '../../store/fact-sums.ts'
import { listCitablePlaces } from '../../store/named-facts.ts'
import type { Store } from '../../store/store.ts'
import { type Entry, isOfRole, isWithin } from './find-facts.ts'
import type { TypedAnswer, TypedSentence } from './typed-answer.ts'
import { capital, onDate, sayDate } from './wording.ts'

/** A paper with a day. */
interface Visit {
  readonly documentId: DocumentId
  readonly on: string
  readonly facility: string | undefined
  readonly kind: DocumentFacts['kind']
}

export function createVisits({ db }: Store) {
  async function visitsOf(personId: PersonId): Promise<ReadonlyMap<DocumentId, Visit>> {
    const says = await listSays(db, { personId, until: null, by: 'papers' })
    return new Map(
      says.flatMap(({ id, says }): [DocumentId, Visit][] => {
        const { date, facility, kind } = JSON.parse(says) as DocumentFacts
        if (date === undefined || date.isAmbiguous) return []
        return [[id, { documentId: id, on: date.on, facility, kind }]]
      }),
    )
  }

  /** `contacts`: those that were asked for by name or role. */
  async function answerContacts(personId: PersonId, query: TypedQuery, contacts: readonly Entry[]) {
    const [visits, papers] = await Promise.all([visitsOf(personId), listPapersOf(db, personId, 'care-contact')])
    const seen = contacts.flatMap((contact) =>
      (papers.get(contact.id) ?? []).flatMap((id) => {
        const visit = visits.get(id)
        return visit === undefined || !isLetterOrStay(visit) ? [] : [{ contact, visit }]
      }),
    )
    const within = seen.filter(({ visit }) => isWithin(visit.on, query.from, query.to))
    const ordered = within.toSorted((a, b) => (a.visit.on < b.visit.on ? -1 : 1))
    const one = query.ask === 'first' ? ordered[0] : ordered.at(-1)
    if (one === undefined) return undefined
    return query.ask === 'who' || query.ask === 'list' ? answerWho(ordered) : answerWhen(one)
  }

  /** The places of the papers of that time. */
  async function answerPlace(personId: PersonId, query: TypedQuery): Promise<TypedAnswer | undefined> {
    const visits = [...(await visitsOf(personId)).values()]
    const within = visits.filter(({ on, facility }) => facility !== undefined && isWithin(on, query.from, query.to))
    const ordered = within.toSorted((a, b) => (a.on < b.on ? -1 : 1))
    const shown = query.from === undefined && query.to === undefined ? ordered.slice(-1) : ordered
    const letters = shown.filter(isLetterOrStay)
    return answerWhere(letters.length > 0 ? letters : shown)
  }

  /** Where the papers were written on which it is first told of: those of its own day, or of the stay around it. */
  async function answerPlaceOf(personId: PersonId, query: TypedQuery, entries: readonly Entry[]) {
    const [kind] = query.kinds
    if (kind === undefined) return undefined
    const [visits, papers] = await Promise.all([visitsOf(personId), listPapersOf(db, personId, kind)])
    const told = entries.flatMap(({ id, happenedOn }) =>
      (papers.get(id) ?? []).flatMap((paper) => {
        const visit = visits.get(paper)
        const isNear = visit !== undefined && happenedOn !== undefined && isSoonAfter(happenedOn, visit.on)
        return isNear && visit.facility !== undefined && visit.kind === 'discharge-summary' ? [visit] : []
      }),
    )
    return answerWhere(told)
  }

  /** Those of whom a paper says that they are of this role: beside the name, or in its line. */
  async function ofRole(contacts: readonly Entry[], role: string): Promise<Entry[]> {
    const places = await listCitablePlaces(
      db,
      contacts.map(({ id }) => id),
    )
    const linesById = Map.groupBy(places, ({ factId }) => factId)
    return contacts.filter(({ id, name, details }) => {
      const lines = (linesById.get(id) ?? []).map(({ text, quote }) => lineOf(text, quote.split(' … ')[0] ?? quote))
      return [name, details.role ?? '', details.place ?? '', ...lines].some((text) => isOfRole(text, role))
    })
  }

  return { answerContacts, answerPlace, answerPlaceOf, ofRole }
}

/** A laboratory report names who asked for it, not who was seen. */
const isLetterOrStay = ({ kind }: Visit) =>
  kind !== 'lab-report' && kind !== 'medicine-list' && kind !== 'vaccination-record'

const LONGEST_STAY_DAYS = 21

function isSoonAfter(happenedOn: string, on: string): boolean {
  if (happenedOn.length < 10 || on.length < 10) return false
  const days = (Date.parse(on.slice(0, 10)) - Date.parse(happenedOn.slice(0, 10))) / 86_400_000
  return days >= 0 && days <= LONGEST_STAY_DAYS
}

/** The line in which it stands; a table's row is one. */
function lineOf(text: string, part: string): string {
  const at = text.indexOf(part)
  if (at === -1) return part
  const end = text.indexOf('\n', at + part.length)
  return text.slice(text.lastIndexOf('\n', at) + 1, end === -1 ? undefined : end)
}

interface Seen {
  readonly contact: Entry
  readonly visit: Visit
}

const nameOf = ({ name, details }: Entry) => (details.role === undefined ? name : `${name}, ${details.role}`)

const citedOn = ({ documentId, on }: Visit): NonNullable<TypedSentence['days']> => [{ documentId, on }]

function answerWhen({ contact, visit }: Seen): TypedAnswer {
  return {
    sentences: [
      { text: `${capital(nameOf(contact))}: ${sayDate(visit.on)}.`, factIds: [contact.id], days: citedOn(visit) },
    ],
    answer: { on: visit.on, valueText: sayDate(visit.on) },
    dependsOnUnread: true,
  }
}

function answerWho(seen: readonly Seen[]): TypedAnswer {
  const byName = [...Map.groupBy(seen, ({ contact }) => contact.id as FactId).values()].flatMap((of) => of.slice(-1))
  return {
    sentences: byName.map(({ contact, visit }) => ({
      text: `${capital(nameOf(contact))}${onDate(visit.on)}.`,
      ...{ factIds: [contact.id], days: citedOn(visit) },
    })),
    answer: { items: byName.map(({ contact }) => contact.name), valueText: byName[0]?.contact.name ?? '' },
    dependsOnUnread: true,
  }
}

function answerWhere(visits: readonly Visit[]): TypedAnswer | undefined {
  const byPlace = [...Map.groupBy(visits, ({ facility = '' }) => facility).values()].flatMap((of) => of.slice(-1))
  const [first] = byPlace
  if (first?.facility === undefined) return undefined
  return {
    sentences: byPlace.map((visit) => ({
      text: `${visit.facility}${onDate(visit.on)}.`,
      factIds: [],
      days: citedOn(visit),
      words: [{ documentId: visit.documentId, text: visit.facility ?? '' }],
    })),
    answer: { valueText: first.facility, items: byPlace.flatMap(({ facility }) => facility ?? []) },
    dependsOnUnread: true,
  }
}
