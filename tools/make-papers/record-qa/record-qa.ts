/**
 * The invented people of the benchmark of answers with all their papers; the same seed gives the same people, and so many
 * more people change nothing of those before them. PDFs apart the bytes are the same, too.
 */
import type { DateStyle } from '../clinical/calendar.ts'
import { shuffled } from '../clinical/results.ts'
import { createRandom, type Random } from '../random.ts'
import { writeDischarge, writeImaging } from './hospital-papers.ts'
import { freshWords, inventProfiles } from './households.ts'
import { writeLabReport } from './lab-paper.ts'
import { inventLife, type Life } from './life.ts'
import { writeAllergyCard, writeMedicationList, writeProblemList, writeVaccinations } from './list-papers.ts'
import { type FileFormat, renderDraft } from './render.ts'
import { createScribe, type Scribe } from './scribe.ts'
import type { Operated, PaperKind, Profile, RecordPaper, RecordPerson } from './truth.ts'
import { writeVisitLetter } from './visit-paper.ts'

const MOST_PEOPLE = 80

/** The same for every count, so that a person stays who they are. */
export async function makeRecordPeople(count: number, seed: number): Promise<RecordPerson[]> {
  if (count < 1 || count > MOST_PEOPLE) throw new RangeError(`from 1 to ${MOST_PEOPLE} people can be made`)
  const random = createRandom(seed)
  const words = freshWords(random)
  const profiles = inventProfiles(MOST_PEOPLE, words, random)
  const lives = profiles.map((profile) => inventLife(profile, words, random))
  const people: RecordPerson[] = []
  for (const [at, life] of lives.slice(0, count).entries())
    people.push(await makePerson(life, createRandom(seed * 1000 + at), at % 5 === 4))
  return people
}

interface Planned {
  readonly what: PaperKind
  readonly on: string
  readonly operation?: Operated
}

async function makePerson(life: Life, random: Random, isNoisy: boolean): Promise<RecordPerson> {
  const papers: RecordPaper[] = []
  for (const planned of plan(life, random)) papers.push(await makePaper(planned, life, random, isNoisy))
  return { ...life.profile, isNoisy, papers }
}

/** Eight to twenty-five papers, no two of a month but those of an operation. */
function plan(life: Life, random: Random): Planned[] {
  const [first, last] = life.years
  const total = Math.min(25, Math.max(9, last - first + random.between(4, 8)))
  const months = shuffled(
    random,
    Array.from({ length: (last - first + 1) * 12 }, (_, month) => month),
  )
  const days = months
    .slice(0, total - life.operations.length)
    .toSorted((a, b) => a - b)
    .map((month) => `${first + Math.floor(month / 12)}-${two((month % 12) + 1)}-${two(random.between(1, 28))}`)
  const kinds = shuffled(random, kindsOf(life, days.length, random))
  // the last papers hold a list of medicines in most records, as they do in life
  if (random.chance(0.85)) moveLate(kinds, 'medication-list', random.between(1, 3))
  moveLate(kinds, 'vaccination-record', random.between(2, Math.ceil(kinds.length / 3)))
  return [
    ...days.map((on, at) => ({ what: printable(kinds[at], on, life), on })),
    ...life.operations.map((operation) => ({ what: 'discharge-summary' as const, on: operation.on, operation })),
  ].toSorted((a, b) => a.on.localeCompare(b.on))
}

/** Changes places with the one that comes so many before the end, where it does not come later by itself. */
function moveLate(kinds: PaperKind[], what: PaperKind, fromEnd: number): void {
  const [at, late] = [kinds.lastIndexOf(what), kinds.length - fromEnd]
  if (at < 0 || at >= late) return
  kinds[at] = kinds[late] ?? what
  kinds[late] = what
}

/** A record of vaccinations is printed when there are some. */
const printable = (what: PaperKind = 'lab-report', on: string, { vaccines }: Life): PaperKind =>
  what === 'vaccination-record' && !vaccines.some((one) => one.on < on) ? 'lab-report' : what

function kindsOf(life: Life, count: number, random: Random): PaperKind[] {
  const hasAllergies = life.allergies !== 'nothing-said'
  const single: PaperKind[] = [
    ...(random.chance(0.8) ? (['vaccination-record'] as const) : []),
    ...(random.chance(0.75) ? (['problem-list'] as const) : []),
    ...(hasAllergies && random.chance(0.7) ? (['allergy-card'] as const) : []),
    ...(random.chance(0.6) ? (['imaging-report'] as const) : []),
    ...Array.from({ length: random.between(1, 2) }, () => 'medication-list' as const),
  ]
  const rest = Math.max(0, count - single.length)
  const labs = Math.round(rest * 0.55)
  return [
    ...single,
    ...Array.from({ length: labs }, () => 'lab-report' as const),
    ...Array.from({ length: rest - labs }, () => 'visit-letter' as const),
  ]
}

async function makePaper({ what, on, operation }: Planned, life: Life, random: Random, isNoisyPerson: boolean) {
  const scribe = createScribe(what.replaceAll('-', ' '), random.pick(dateStylesFor(life.profile)), on)
  write(scribe, { what, on, ...(operation === undefined ? {} : { operation }) }, life, random)
  const isNoisy = isNoisyPerson && random.chance(0.5)
  const format = isNoisy ? 'txt' : drawFormat(random)
  const fileName = `${what}-${on}-${life.profile.first.toLowerCase()}.${format}`
  const draft = scribe.finish()
  const rendered = await renderDraft(draft, { fileName, format, noise: isNoisy ? random : undefined })
  return { fileName, what, writtenOn: on, isNoisy, printedDates: draft.printedDates, ...rendered }
}

function write(scribe: Scribe, { what, on, operation }: Planned, life: Life, random: Random): void {
  if (operation !== undefined) writeDischarge(scribe, life, operation, random)
  else if (what === 'lab-report') writeLabReport(scribe, life, on, random)
  else if (what === 'medication-list') writeMedicationList(scribe, life, on, random)
  else if (what === 'vaccination-record') writeVaccinations(scribe, life, on, random)
  else if (what === 'allergy-card') writeAllergyCard(scribe, life, on)
  else if (what === 'imaging-report') writeImaging(scribe, life, on, random)
  else if (what === 'problem-list') writeProblemList(scribe, life, on, random)
  else writeVisitLetter(scribe, life, on, random)
}

/** Days with slashes only where the day of birth, which every paper prints, shows which number is the month. */
const dateStylesFor = ({ bornOn }: Profile): readonly DateStyle[] => [
  ...(['us-long', 'us-short', 'iso', 'day-month', 'day-mon-dash'] as const),
  ...(Number(bornOn.slice(8)) > 12 ? (['us-slash'] as const) : []),
]

/** PDFs take the program longest to read: one paper in sixteen is one. */
function drawFormat(random: Random): FileFormat {
  const drawn = random.between(1, 16)
  return drawn === 1 ? 'pdf' : drawn < 7 ? 'md' : drawn < 11 ? 'html' : 'txt'
}

const two = (number: number) => String(number).padStart(2, '0')
