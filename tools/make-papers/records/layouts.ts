/** How pages of one kind are laid out: letter, visit note, report, hospital summary, messages. Content comes in as pieces. */
import { inventName } from '../prose.ts'
import type { Random } from '../random.ts'
import { monthName } from '../word-banks.ts'
import { closings, openings } from './fillers.ts'
import { type Block, type Piece, plain } from './page.ts'
import type { Person } from './people.ts'
import { fillSlots } from './slots.ts'
import type { Place } from './topic.ts'

export interface Sheet {
  readonly person: Person
  readonly place: Place
  /** YYYY-MM-DD. */
  readonly writtenOn: string
  readonly title: string
  readonly pieces: readonly Piece[]
}

type Layout = (sheet: Sheet, random: Random) => Block[]

export const layoutOf = (place: Place, random: Random): Layout => {
  if (place === 'imaging') return report
  if (place === 'ward') return hospitalSummary
  if (place === 'practice') return visitNote
  return random.chance(noteLikely.has(place) ? 0.7 : 0.2) ? visitNote : letter
}
const noteLikely: ReadonlySet<Place> = new Set(['physio', 'foot', 'dental', 'children', 'mind'])

const letter: Layout = ({ person, writtenOn, title, pieces }, random) => {
  const [first, second] = halves(pieces)
  const fill = (text: string) => fillSlots(text, person, writtenOn, random)
  return [
    ...head(title, writtenOn, random),
    plain(`Re: ${person.name}, born ${person.bornOn}`),
    plain(`Dear Dr. ${inventName(random)},`),
    [{ text: fill(random.pick(openings)) }, ...first],
    second,
    plain(fill(random.pick(closings))),
    plain(`With kind regards\nDr. ${inventName(random)}`),
  ]
}

const visitNote: Layout = ({ person, writtenOn, title, pieces }, random) => {
  const [first, second] = halves(pieces)
  const [found, plan] = random.pick([
    ['Findings', 'Assessment and plan'],
    ['Seen today', 'What we agreed'],
    ['Subjective and objective', 'Plan'],
  ] as const)
  return [
    ...head(title, writtenOn, random),
    plain(`${person.name}\t${person.bornOn}`),
    plain(found),
    first,
    plain(plan),
    [...second, { text: `Signed ${inventName(random)}.` }],
  ]
}

const report: Layout = ({ person, writtenOn, title, pieces }, random) => [
  ...head(title, writtenOn, random),
  plain(`Patient: ${person.name}, ${person.bornOn}`),
  plain(`Asked for by Dr. ${inventName(random)}.`),
  pieces,
  plain(random.pick(['Reported on the same day.', 'Second reading done.', 'Images are on the portal.'])),
]

const hospitalSummary: Layout = ({ person, writtenOn, title, pieces }, random) => {
  const [first, second] = halves(pieces)
  return [
    ...head(title, writtenOn, random),
    plain(
      `${person.name}, born ${person.bornOn}, stayed for ${random.between(2, 9)} days on ward ${random.between(1, 7)}B.`,
    ),
    plain(random.pick(['Course', 'Stay', 'Summary of the stay'])),
    first,
    plain(random.pick(['At discharge', 'For the practice', 'Further'])),
    second,
    plain(`Dr. ${inventName(random)}, ward physician`),
  ]
}

export const messageThread: Layout = ({ person, writtenOn, title, pieces }, random) => [
  ...head(title, writtenOn, random),
  ...pieces.map(
    (piece, at): Block => [
      { text: `${at % 2 === 0 ? person.called : `Practice team, ${inventName(random)}`}:` },
      piece,
    ],
  ),
]

/** For a body that is laid out already: tables and checks. */
export const withHead = (sheet: Omit<Sheet, 'pieces' | 'place'>, body: readonly Block[], random: Random): Block[] => [
  ...head(sheet.title, sheet.writtenOn, random),
  plain(`${sheet.person.name}, date of birth ${sheet.person.bornOn}`),
  ...body,
]

const head = (title: string, writtenOn: string, random: Random): Block[] => [
  plain(`${inventName(random)} ${random.pick(['Health Centre', 'Clinic', 'Medical Group', 'Partners', 'Hospital'])}`),
  plain(`${title}, ${inWords(writtenOn, random)}`),
]

function inWords(day: string, random: Random): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const name = monthName(Number(month))
  return random.pick([`${Number(date)} ${name} ${year}`, `${name} ${Number(date)}, ${year}`, `${day}`])
}

const halves = (pieces: readonly Piece[]): [Block, Block] => {
  const middle = Math.ceil(pieces.length / 2)
  return [pieces.slice(0, middle), pieces.slice(middle)]
}
