/** Answers in the papers' own words: the sentences that speak of what was asked, or none of them. */
import type { Citation } from '#contract/answers.ts'
import type { AnswerWhy } from '#contract/conversations.ts'
import type { FactKind } from '#contract/facts.ts'
import type { PersonId } from '#contract/ids.ts'
import type { TypedQuery } from '#contract/typed-query.ts'
import { nameTokens } from '../extract/dictionaries/name-tokens.ts'
import { loadFacts } from '../facts/show-facts.ts'
import type { Passage, Retriever } from '../retrieve/retrieve.ts'
import type { Store } from '../store/store.ts'
import { createCiter } from './cite.ts'
import { selectSentences } from './extract-sentences.ts'
import { factsQuoted } from './flag-facts.ts'
import { inPapersWords } from './in-papers-words.ts'
import { isFiller } from './typed/filler-words.ts'
import { isOfRole } from './typed/find-facts.ts'
import { RELATIONS } from './typed/question-words.ts'
import type { Quoted } from './word-answer.ts'

export interface QuoterDeps {
  readonly store: Store
  readonly retriever: Retriever
  readonly today: () => Date
}

interface Asked {
  readonly personId: PersonId
  readonly question: string
  /** How it was understood, where facts had no answer. */
  readonly query: TypedQuery | undefined
}

const SENTENCES = 5

export function createQuoter({ store, retriever, today }: QuoterDeps) {
  return async ({ personId, question, query: formal }: Asked, signal: AbortSignal) => {
    const { query, passages, frequencyOf, chunkCount, nearness } = await retriever.retrieve(
      { personId, question: inPapersWords(question, formal) },
      signal,
    )
    const cite = createCiter(store.db)
    const evidence = await cite(passages.map(wholePassage))
    const selected = await selectSentences({
      ...{ query, passages, chunkCount, limit: SENTENCES, today: today(), documentFrequency: frequencyOf },
      ...(nearness && { nearness }),
    })
    const passageById = new Map(passages.map((passage) => [passage.id, passage]))
    const sentences: Quoted[] = []
    const found = 'notInRecord' in selected || asksWhatIsNot(question) ? [] : selected.sentences
    for (const { passageId, start, end, text: said } of namingIt(found, formal, passageById)) {
      const passage = passageById.get(passageId)
      if (passage === undefined || !isAnswer(said, formal)) continue
      const citations = await cite([{ passage, start, end }])
      // In the words of the page, whatever the search keeps of it.
      const text = (citations[0]?.quote ?? '').replace(/\s+/g, ' ').trim()
      if (text === '') continue
      if (!(await statesOnlyOthers(personId, citations, text, formal)))
        sentences.push({ text, citations, context: contextOf(passage, start) })
    }
    const factIds = await factsQuoted(
      store.db,
      personId,
      sentences.flatMap(({ citations }) => citations),
    )
    const weighed: AnswerWhy['evidence'] = passages.map(({ documentId, documentTitle, page, score }) => ({
      ...{ documentId, title: documentTitle, page, score },
    }))
    return { engine: 'extractive' as const, sentences, evidence, factIds, weighed, dependsOnUnread: true }
  }

  /** A line that gives the value of another measure answers nothing, however alike the names. */
  async function statesOnlyOthers(
    personId: PersonId,
    citations: readonly Citation[],
    text: string,
    query: TypedQuery | undefined,
  ) {
    if (!query?.kinds.includes('observation') || query.name === undefined) return false
    const wanted = new Set([query.name, ...(query.names ?? [])].map((name) => name.toLowerCase()))
    const facts = await loadFacts(store.db, await factsQuoted(store.db, personId, citations))
    const measured = facts.filter(({ kind }) => kind === 'observation')
    const isWanted = measured.some(({ name }) => wanted.has(name.toLowerCase()))
    // before or after an event: what tells of the event alone has no value
    return !isWanted && (measured.length > 0 || (query.event !== undefined && !namesIt(text, query)))
  }
}

/** `which vaccines haven't I had`: what stands in the papers answers the contrary of it. */
const asksWhatIsNot = (question: string): boolean =>
  /^\W*(?:what|which)\b.*\b(?:am|is|are|was|were|do|does|did|has|have|had)(?:n['’]?t\b| (?:i|he|she|they|we|it|the patient) not\b)/i.test(
    question,
  )

/** A heading alone says nothing; and what is said of relatives says nothing of the person. */
function isAnswer(text: string, query: TypedQuery | undefined): boolean {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.every(isFiller)) return false
  if (query?.kinds.includes('family-history')) return RELATIONS.test(text) || /\bthe patient\b/i.test(text)
  const isOfPerson = query !== undefined && query.ask === 'stated' && !query.kinds.includes('family-history')
  if (query?.kinds.includes('care-contact') && query.name !== undefined) return isOfRole(text, query.name)
  return !(isOfPerson && RELATIONS.test(text))
}

/** Of these a quote that does not name what was asked for is about another. */
const BY_NAME: ReadonlySet<FactKind> = new Set([
  ...(['condition', 'procedure', 'immunization', 'medication', 'allergy', 'family-history'] as const),
])

/** None, where none names what was asked for; a date beside one that does is part of its answer. */
function namingIt<T extends { readonly text: string; readonly passageId: string }>(
  sentences: readonly T[],
  query: TypedQuery | undefined,
  passageById: ReadonlyMap<string, Passage>,
): readonly T[] {
  if (query?.name === undefined || !BY_NAME.has(query.kinds[0] ?? 'note')) return sentences
  // the report of a procedure names it once, above all that it says
  const isOfReport = ({ passageId }: T) =>
    query.kinds.includes('procedure') && namesIt(openingOf(passageById.get(passageId)), query)
  return sentences.some((one) => namesIt(one.text, query) || isOfReport(one)) ? sentences : []
}

const OPENING_LINES = 3

const openingOf = (passage: Passage | undefined): string =>
  passage === undefined || passage.start > 0 ? '' : passage.text.split('\n').slice(0, OPENING_LINES).join('\n')

function namesIt(text: string, { name = '', nameText = '', names = [] }: TypedQuery): boolean {
  const written = nameTokens(text).map(({ key }) => key)
  const isThere = (wording: string) => {
    const keys = nameTokens(wording)
      .map(({ key }) => key)
      .filter((key) => !isFiller(key))
    return keys.length > 0 && keys.every((key) => written.some((word) => isSameWord(word, key)))
  }
  return [name, nameText, ...names].some(isThere)
}

/** `removed` and `removal` are one; short words only themselves. */
function isSameWord(one: string, other: string): boolean {
  const stem = Math.max(SHORTEST_STEM, other.length - LONGEST_ENDING)
  return one === other || (other.length >= stem && one.slice(0, stem) === other.slice(0, stem))
}

const SHORTEST_STEM = 5
const LONGEST_ENDING = 3

/** The lines before it, and those with which the passage begins: headings, titles of columns, dates. */
function contextOf({ text, start: from }: Passage, start: number): string {
  const before = text
    .slice(0, start - from)
    .split('\n')
    .filter((line) => line.trim() !== '')
  return [...new Set([...before.slice(0, 2), ...before.slice(-3)])].join('\n').slice(0, MOST_CONTEXT)
}

const MOST_CONTEXT = 400

const wholePassage = (passage: Passage) => ({ passage, start: passage.start, end: passage.start + passage.text.length })
