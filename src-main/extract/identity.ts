/**
 * Whom a paper is about, by the words that say so: labels, subject lines, heads, a date of birth beside a name. Never
 * the doctor, the addressee, a relative, a contact or the insured; a name that nothing marks as the patient's is left.
 */
import { type BirthDate, findBirthDates } from './document/birth-dates.ts'
import type { DateOrder } from './document/date-forms.ts'
import { findNameMentions } from './document/name-mentions.ts'
import { linesOf } from './document/page-cells.ts'
import type { ExtractPage, NamedPerson } from './proposal.ts'

/** Each person once, where they are first named, with the date of birth that stands with the name. */
export function identityOf(
  pages: readonly Pick<ExtractPage, 'number' | 'text'>[],
  order?: DateOrder | undefined,
): NamedPerson[] {
  return once(pages.flatMap(({ number, text }) => onPage(text, number, order)))
}

function onPage(text: string, page: number, order: DateOrder | undefined): NamedPerson[] {
  const lines = linesOf(text)
  const { mentions, births } = findNameMentions(text, lines, findBirthDates(text, lines, order), order)
  const isOnlyOne = new Set(mentions.map(({ name }) => keyOf(name))).size === 1
  return mentions.map(({ name, start, end, line, bornOn }) => {
    const born = bornOn ?? (isOnlyOne ? onlyNear(line, births) : undefined)
    return { name, ...(born !== undefined && { bornOn: born }), page, span: { start, end } }
  })
}

/** The only date of birth near by; of two that differ none. */
function onlyNear(line: number, births: readonly BirthDate[]): string | undefined {
  const near = births.slice(0, MOST_BIRTHS).filter((birth) => Math.abs(birth.line - line) <= NEAR_LINES)
  return near.every(({ on }) => on === near[0]?.on) ? near[0]?.on : undefined
}

const MOST_BIRTHS = 50
const NEAR_LINES = 12

const keyOf = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .sort()
    .join(' ')

/** A name without a date of birth is the same one that has it on another page. */
function once(named: readonly NamedPerson[]): NamedPerson[] {
  const people: NamedPerson[] = []
  for (const person of named) {
    const at = people.findIndex(
      (known) =>
        keyOf(known.name) === keyOf(person.name) &&
        (known.bornOn === person.bornOn || known.bornOn === undefined || person.bornOn === undefined),
    )
    const known = people[at]
    if (!known) people.push(person)
    else if (known.bornOn === undefined && person.bornOn !== undefined) people[at] = { ...known, bornOn: person.bornOn }
  }
  return people
}
