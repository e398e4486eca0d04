/**
 * The records of twenty invented people: letters, notes, reports, lists and messages, each with the places where what a
 * question asks for stands. The same seed gives the same records. No sentence is about anyone.
 */
import { createRandom, type Random } from '../random.ts'
import { assignTopics } from './assign-topics.ts'
import { fillers, messages } from './fillers.ts'
import { ofAdults, ofAnyone } from './general-fillers.ts'
import { layoutOf, messageThread, withHead } from './layouts.ts'
import { addNoise } from './noise.ts'
import { type Anchor, type Block, type Piece, writePage } from './page.ts'
import { makePeople, type Person, shuffle } from './people.ts'
import { type Build, drawBuild, eyeChecks, labPages, medicineLists, vaccinationRecord, vitals } from './series.ts'
import { capitalize, fillSlots } from './slots.ts'
import { titles } from './titles.ts'
import type { Place, Topic } from './topic.ts'
import { scanned } from './topics/scanned.ts'
import { holds } from './words.ts'

export interface PersonRecord {
  readonly person: Person
  readonly topics: readonly Topic[]
  readonly pages: readonly RecordPage[]
}

export interface RecordPage {
  readonly title: string
  /** No other page of the person has it. */
  readonly fileName: string
  /** YYYY-MM-DD. No two pages of a person are of one month. */
  readonly writtenOn: string
  readonly text: string
  readonly anchors: readonly Anchor[]
  /** As read from a bad scan: 2 or 5 in a hundred characters taken for others, and where the anchors then lie. */
  readonly scan?: { readonly rate: number; readonly noisyText: string; readonly anchors: readonly Anchor[] }
}

export function makeRecords(topics: readonly Topic[], seed: number): PersonRecord[] {
  const random = createRandom(seed)
  const people = makePeople(random)
  const topicsOf = assignTopics(topics, people, random)
  return people.map((person) => {
    const held = topicsOf.get(person) ?? []
    return { person, topics: held, pages: makePages(person, held, random) }
  })
}

/** A page that is all sentences, while it still can take one more. */
interface Draft {
  readonly place: Place | 'messages'
  readonly title: string
  readonly topics: readonly Topic[]
  readonly isScan: boolean
  readonly pieces: Piece[]
}

function makePages(person: Person, topics: readonly Topic[], random: Random): RecordPage[] {
  const isChild = person.is.includes('child')
  const drafts = [...draftTopics(topics, random), ...draftRest(random)]
  const months = drafts.length + (isChild ? 6 : 8)
  const days = someDays(months, isChild ? 2021 : 2019, random)
  const [firstDay = '', lastDay = '', recordDay = ''] = [days.shift(), days.pop(), days.pop()]
  const rest = shuffle(days, random)
  const take = (count: number) => rest.splice(0, count).toSorted()
  const series = [
    ...medicineLists([firstDay, lastDay], person, random),
    vaccinationRecord(recordDay, random),
    ...labPages(take(3), random),
    ...(isChild ? [] : eyeChecks(take(2), random)),
  ].map(({ title, writtenOn, body }) =>
    finish(title, writtenOn, withHead({ person, title, writtenOn }, body, random), 0, random),
  )
  const dated = drafts.map((draft) => ({ ...draft, writtenOn: rest.pop() as string }))
  const build = drawBuild(person, random)
  for (const draft of dated) fillDraft(draft, { person, build, topics }, random)
  for (const topic of topics) if (random.chance(0.5)) placeMention(topic, dated, random)
  for (const topic of topics) placeNear(topic, dated, person, random)
  const written = dated.map(({ place, title, writtenOn, pieces, isScan }, at) => {
    const layout = place === 'messages' ? messageThread : layoutOf(place, random)
    const sheet = { person, title, writtenOn, pieces, place: place === 'messages' ? 'practice' : place } as const
    return finish(title, writtenOn, layout(sheet, random), isScan ? ([0.02, 0.05][at % 2] as number) : 0, random)
  })
  return [...series, ...written].toSorted((a, b) => (a.writtenOn < b.writtenOn ? -1 : 1))
}

/** Matters of one place share a page, two at most; what was scanned is on pages of its own. */
function draftTopics(topics: readonly Topic[], random: Random): Draft[] {
  const isScan = (topic: Topic) => scannedTopics.has(topic)
  const groups = Map.groupBy(topics, (topic) => `${topic.place} ${isScan(topic)}`)
  return [...groups.values()].flatMap((inPlace) => {
    const pages: Topic[][] = []
    for (let at = 0; at < inPlace.length; at += 2) pages.push(inPlace.slice(at, at + 2))
    return pages.map((onPage): Draft => {
      const [first] = onPage as [Topic]
      return {
        ...{ place: first.place, title: random.pick(titles[first.place]), topics: onPage },
        ...{ isScan: isScan(first), pieces: [] },
      }
    })
  })
}
const scannedTopics: ReadonlySet<Topic> = new Set(scanned)

function draftRest(random: Random): Draft[] {
  const draft = (place: Draft['place'], title: string): Draft => ({
    place,
    title,
    topics: [],
    isScan: false,
    pieces: [],
  })
  return [
    ...Array.from({ length: 4 }, () => draft('practice', random.pick(titles.practice))),
    draft('dental', 'Dental check'),
    draft('messages', 'Messages on the portal'),
    draft(random.pick(['heart', 'bones', 'skin', 'bowel'] as const), 'Referral letter'),
  ]
}

/** The matters among sentences of the field that name none of this person's matters. */
function fillDraft(
  { place, topics: own, pieces, writtenOn }: Draft & { readonly writtenOn: string },
  { person, build, topics }: { person: Person; build: Build; topics: readonly Topic[] },
  random: Random,
) {
  const fill = (text: string) => capitalize(fillSlots(text, person, writtenOn, random))
  const pool = place === 'messages' ? messages : fillers[place]
  const general = person.is.includes('child') ? ofAnyone : [...ofAnyone, ...ofAdults]
  const some = (texts: readonly string[], count: number) =>
    shuffle(texts, random)
      .map(fill)
      .filter((text) => !topics.some((topic) => names(text, topic)))
      .slice(0, count)
      .map((text) => ({ text }))
  pieces.push(...some(pool, random.between(5, 9)))
  if (place === 'ward') pieces.push(...some(general, random.between(6, 12)))
  else if (place !== 'messages' && place !== 'imaging')
    pieces.push(...some(general, random.chance(0.25) ? random.between(9, 15) : random.between(1, 5)))
  for (const { asks, says } of own)
    pieces.splice(random.between(1, pieces.length), 0, {
      text: fill(says),
      about: { kind: 'topic', asks, isSaid: true },
    })
  if (place === 'practice')
    pieces.splice(random.between(0, 1), 0, ...vitals(build, Number(writtenOn.slice(0, 4)), random))
}

/** The practice has heard of it: the page's wording without anything said about it. */
function placeMention({ key, asks }: Topic, drafts: readonly Draft[], random: Random) {
  if (key === undefined) return
  const fit = drafts.filter(
    ({ place, topics, pieces }) =>
      place === 'practice' &&
      !topics.some((topic) => topic.asks === asks) &&
      !pieces.some(({ text }) => holds(text, key.asked)),
  )
  if (fit.length === 0) return
  const text = random.pick([
    `The letter that mentions ${key.written} was filed.`,
    `A report naming ${key.written} was scanned in.`,
    `Copy of the page on ${key.written} handed out.`,
  ])
  const { pieces } = random.pick(fit)
  pieces.splice(random.between(1, pieces.length), 0, { text, about: { kind: 'topic', asks, isSaid: false } })
}

function placeNear(
  { near, asks }: Topic,
  drafts: readonly (Draft & { readonly writtenOn: string })[],
  person: Person,
  random: Random,
) {
  if (near === undefined) return
  const fit = drafts.filter(
    ({ place, isScan, topics, pieces }) =>
      !isScan &&
      everyday.has(place) &&
      !topics.some((topic) => topic.asks === asks || names(near, topic)) &&
      !pieces.some(({ about }) => about?.kind === 'topic' && about.asks === asks),
  )
  const { pieces, writtenOn } = random.pick(fit)
  pieces.splice(random.between(1, pieces.length), 0, { text: capitalize(fillSlots(near, person, writtenOn, random)) })
}

/** Where people speak of anything. */
const everyday: ReadonlySet<Draft['place']> = new Set(['practice', 'messages', 'physio', 'mind', 'children', 'dental'])

const names = (text: string, { key }: Topic) =>
  key !== undefined && (holds(text, key.asked) || holds(text, key.written))

function finish(title: string, writtenOn: string, blocks: readonly Block[], rate: number, random: Random): RecordPage {
  const { text, anchors } = writePage(blocks)
  const slug = title.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  const page = { title, fileName: `${writtenOn}-${slug}.txt`, writtenOn, text, anchors }
  if (rate === 0) return page
  const noisy = addNoise(text, anchors, rate, random)
  const moved = anchors.map((anchor, at) => ({ ...anchor, ...noisy.spans[at] }))
  return { ...page, scan: { rate, noisyText: noisy.text, anchors: moved } }
}

/** One day in each of so many months, in order, up to the end of 2025. */
function someDays(count: number, fromYear: number, random: Random): string[] {
  const months = Array.from({ length: (2026 - fromYear) * 12 }, (_, at) => at)
  return shuffle(months, random)
    .slice(0, count)
    .toSorted((a, b) => a - b)
    .map((month) => `${fromYear + Math.floor(month / 12)}-${pad((month % 12) + 1)}-${pad(random.between(1, 28))}`)
}

const pad = (value: number) => String(value).padStart(2, '0')
