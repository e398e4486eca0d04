/**
 * What a sentence must speak of to answer a question, weighed by how rare each word is. A need is hard when an
 * answer without it would be about something else; the words that merely ask are soft and only rank.
 */
import { groupTerms, type Query } from '../retrieve/query.ts'
import { fold, stemOf } from '../retrieve/tokens.ts'
import { createOccasionTest, isTimeWord } from './circumstances.ts'
import { splitVaccine, type Topic, topicOf } from './topics.ts'
import type { WordIndex } from './word-index.ts'

export interface Need {
  readonly tokens: readonly string[]
  readonly alternatives: readonly (readonly string[])[]
  /** Says on which occasion: gives way to the matter itself. */
  readonly occasion?: boolean
  /** The words must stand exactly so. */
  readonly quoted: boolean
  readonly topic?: Topic
  readonly hard: boolean
  /** Inverse document frequency, above 0. */
  readonly weight: number
  /** Whether a text says it in words of its own. Only for what the record has no word for. */
  readonly isMeantBy?: (text: string) => boolean
}

export interface Frequencies {
  documentFrequency(stem: string): number
  readonly chunkCount: number
}

/** Cosine of some words with a text, -1 to 1. */
export type Nearness = (words: string, text: string) => number

/** From which cosine on a sentence is taken to say what it has no word for; chosen on the committed set (docs/retrieval.md). */
const MEANT = 0.5

/** From this many chunks on a word that stands in more than COMMON of them tells nothing. */
const ENOUGH_CHUNKS = 40
const COMMON = 0.4

export function needsOf(
  query: Query,
  frequencies: Frequencies,
  isName: (token: string) => boolean,
  nearness?: Nearness,
): Need[] {
  const needs: Need[] = []
  const isOccasion = createOccasionTest(query.raw)
  for (const group of groupTerms(query.terms)) {
    const [first] = group
    if (!first || group.every((term) => term.kind === 'stop')) continue
    const tokens = group.map((term) => term.token)
    const topic = tokens.length === 1 ? topicOf(first.token) : undefined
    const asks = !group.some((term) => term.kind === 'subject') || tokens.some(isName)
    const dated = tokens.length === 1 && (/^\d+$/.test(first.token) || isTimeWord(first.token))
    const hard = !asks && !dated
    if (dated && /^(?:19|20)\d\d$/.test(first.token)) continue
    const vaccine = splitVaccine(tokens, first.alternatives)
    if (vaccine) {
      const { topic, ...disease } = vaccine
      needs.push(weigh({ ...disease, quoted: false, hard }, frequencies))
      needs.push(weigh({ tokens: [topic.name], alternatives: [], quoted: false, hard, topic }, frequencies))
      continue
    }
    const occasion = tokens.every(isOccasion)
    const plain = { tokens, alternatives: first.alternatives, quoted: false, hard, occasion }
    needs.push(weigh(topic ? { ...plain, topic } : plain, frequencies))
  }
  for (const phrase of query.phrases) {
    const hard = phrase.some((token) => !/^\d+$/.test(token))
    needs.push(weigh({ tokens: phrase, alternatives: [], quoted: true, hard }, frequencies))
  }
  const softened = soften(needs, frequencies)
  return nearness === undefined ? softened : withMeaning(softened, frequencies, nearness)
}

/**
 * What is asked in words that stand nowhere in the record may stand there in others. They are compared together, as they
 * were asked: single words mean too many things.
 */
function withMeaning(needs: readonly Need[], frequencies: Frequencies, nearness: Nearness): Need[] {
  const isForeign = (need: Need) => need.hard && !need.quoted && need.topic === undefined && !isHeld(need, frequencies)
  const foreign = needs.filter(isForeign)
  if (foreign.length === 0) return [...needs]
  const words = foreign.flatMap(({ tokens }) => tokens).join(' ')
  const known = new Map<string, boolean>()
  const isMeantBy = (text: string) => {
    const found = known.get(text) ?? nearness(words, text) >= MEANT
    known.set(text, found)
    return found
  }
  return needs.map((need) => (isForeign(need) ? { ...need, isMeantBy } : need))
}

const isHeld = ({ tokens, alternatives }: Need, { documentFrequency }: Frequencies): boolean =>
  [tokens, ...alternatives].some((phrase) => phrase.every((token) => documentFrequency(stemOf(token)) > 0))

function weigh(need: Omit<Need, 'weight'>, frequencies: Frequencies): Need {
  return { ...need, weight: rarity(frequencyOf(need, frequencies), frequencies.chunkCount) }
}

/** Inverse document frequency of some words together: that of the rarest. */
export const rarityOf = (tokens: readonly string[], { documentFrequency, chunkCount }: Frequencies): number =>
  rarity(Math.min(...tokens.map((token) => documentFrequency(stemOf(token)))), chunkCount)

const rarity = (frequency: number, chunkCount: number): number => Math.log(1 + (chunkCount + 1) / (frequency + 0.5))

function frequencyOf(need: Omit<Need, 'weight'>, { documentFrequency }: Frequencies): number {
  const rarest = Math.min(...need.tokens.map((token) => documentFrequency(stemOf(token))))
  const short = need.alternatives.filter((phrase) => phrase.length === 1)
  return Math.max(rarest, ...short.map(([token = '']) => documentFrequency(stemOf(token))))
}

/** Said of a thing in the question, while the paper may say the contrary of it (`intact`). */
const STATE = /^(?:torn|worn|broken|swollen|burst|frozen|healthy|clear|intact)$/

/** Among several hard needs, those that only describe give way; something always stays hard. */
function soften(needs: readonly Need[], frequencies: Frequencies): Need[] {
  const gives = (need: Need) =>
    need.hard &&
    !need.quoted &&
    (need.topic?.optional === true ||
      need.occasion === true ||
      STATE.test(need.tokens.join(' ')) ||
      (need.tokens.length === 1 &&
        need.alternatives.length === 0 &&
        /\p{L}{2}(?:ed|ologist|iatrist)$/u.test(need.tokens[0] ?? '')) ||
      (frequencies.chunkCount >= ENOUGH_CHUNKS && frequencyOf(need, frequencies) > COMMON * frequencies.chunkCount))
  const firm = needs.filter((need) => need.hard && !gives(need))
  if (firm.length > 0) return needs.map((need) => (gives(need) ? { ...need, hard: false } : need))
  if (needs.some((need) => need.hard)) return [...needs]
  // Nothing names a matter: the rarest of the asking words that the record holds is what was asked about.
  const held = needs.filter((need) => frequencyOf(need, frequencies) > 0)
  const rarest = held.reduce<Need | undefined>(
    (best, need) => (best && best.weight >= need.weight ? best : need),
    undefined,
  )
  return needs.map((need) => (need === rarest ? { ...need, hard: true } : need))
}

/** The need with only those other words that the passage holds at all, so that they are looked for once. */
export const narrow = (need: Need, words: readonly WordIndex[]): Need =>
  need.alternatives.length === 0
    ? need
    : { ...need, alternatives: need.alternatives.filter((phrase) => words.some((index) => index.hasPhrase(phrase))) }

/** Whether the words themselves, or other words for them, stand in the text; a topic is met by its entries. */
export function speaksOf(words: WordIndex, need: Need): boolean {
  if (need.topic?.entry.test(words.text) || need.isMeantBy?.(words.text)) return true
  if (need.quoted) return words.hasPhrase(need.tokens)
  const [only] = need.tokens
  const itself = need.tokens.length === 1 && only !== undefined ? words.has(only) : words.hasTogether(need.tokens)
  return itself || (need.topic === undefined && need.alternatives.some((phrase) => words.hasPhrase(phrase)))
}

const NAME_LINE = /\b(?:patient|name|re|mr|mrs|ms|miss)\b[:. ]/i

/**
 * A capitalised word of the question that the papers use as a person's name: whose record this is, not what is asked.
 */
export function createNameTest(question: string, texts: readonly string[]): (token: string) => boolean {
  let named: ReadonlySet<string> | undefined
  return (token) => {
    const at = fold(question).indexOf(fold(token))
    if (at <= 0 || !/\p{Lu}/u.test(question[at] ?? '')) return false
    named ??= namesIn(texts)
    return named.has(fold(token))
  }
}

function namesIn(texts: readonly string[]): ReadonlySet<string> {
  const lines = texts.flatMap((text) => text.split('\n')).filter((line) => NAME_LINE.test(line))
  return new Set(lines.flatMap((line) => line.match(/(?<=[:.,\s])\p{Lu}\p{Ll}+/gu) ?? []).map(fold))
}
