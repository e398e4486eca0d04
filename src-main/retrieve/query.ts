/**
 * A search or a question as terms: what it names, what merely asks, and the other ways to say it. Pure; which terms
 * are worth searching by their frequency is the caller's to decide (stemsOf gives what to look up).
 *
 * The way of a question: analyseQuery → matchExpression → full text → passages → selectSentences.
 */
import type { Dictionary } from './dictionary.ts'
import { isGenericWord, isStopWord, isTitle } from './question-words.ts'
import { spellingsOf } from './spellings.ts'
import { fold, stemOf, tokenize, tokensOf } from './tokens.ts'

export interface Term {
  /** Lower case, NFKC, diacritics as typed. */
  readonly token: string
  /** Phrases that say the same as this term (or as the phrase it stands in): see Expansion.alternatives. */
  readonly alternatives: string[][]
  /** `subject` names the matter, `generic` asks about it (`result`, `doctor`, `when`), `stop` is grammar. */
  readonly kind: 'subject' | 'generic' | 'stop'
  /** The known phrase this term is a word of (`heart attack`): the words mean it only together. */
  readonly phrase?: string[]
}

export interface Query {
  readonly terms: Term[]
  /** What stood in quotes, and numbers with a point or comma (`7.2` is `7`, `2`): to be found word after word. */
  readonly phrases: string[][]
  readonly raw: string
}

const QUOTED = /["“„«]([^"“”„«»]+)["”“»]/gu
const DECIMAL = /(?<![\p{L}\p{N}])\p{N}+(?:[.,]\p{N}+)+(?![\p{L}\p{N}])/gu
const APOSTROPHE_ENDING = /(?<=\p{L})['’](?:s|t|m|re|ve|ll|d)(?![\p{L}\p{N}])/giu

/** `names`: words of the name of the person asked about; they ask for nobody else and name no matter. */
export function analyseQuery(text: string, dictionary: Dictionary, names: readonly string[] = []): Query {
  const normal = text.normalize('NFKC')
  const phrases: string[][] = []
  const keep = (phrase: string) => {
    const tokens = tokensOf(phrase).map((token) => token.toLowerCase())
    if (tokens.length > 0) phrases.push(tokens)
    return ' '
  }
  const rest = normal
    .replace(QUOTED, (_, quoted: string) => keep(quoted))
    .replace(DECIMAL, keep)
    .replace(APOSTROPHE_ENDING, '\u0001')
  return { terms: termsOf(rest, dictionary, new Set(names.flatMap(tokensOf).map(fold))), phrases, raw: text }
}

const EPONYMS =
  /^(crohn|parkinson|alzheimer|hashimoto|graves|barrett|hodgkin|raynaud|addison|cushing|huntington|bell|wilson|sjogren|meniere|paget|dupuytren|kawasaki|down|turner|marfan|tourette|behcet|still)$/

const ASKS_WHO = /^\s*who|\bname of\b/i
const FAMILY_DOCTOR = [
  ['dear', 'dr'],
  ['family', 'medicine'],
  ['primary', 'care', 'provider'],
]
const ANY_DOCTOR = [['dr'], ['md'], ['signed'], ['seen', 'by'], ['provider'], ['consultant']]
/** Papers hardly ever write `doctor`: how they name one, for a question of who. */
const WRITTEN_ROLES: ReadonlyMap<string, string[][]> = new Map([
  ['gp', FAMILY_DOCTOR],
  ['pcp', FAMILY_DOCTOR],
  ['doctor', ANY_DOCTOR],
  ['physician', ANY_DOCTOR],
  ['clinician', ANY_DOCTOR],
  ['surgeon', [['operator'], ['operated', 'by'], ['surgical']]],
])

function termsOf(text: string, dictionary: Dictionary, names: ReadonlySet<string>): Term[] {
  const written = tokenize(text)
  const shouted = !/\p{Ll}/u.test(text)
  const tokens = written.map((token) => (shouted && written.length > 2 ? token.text.toLowerCase() : token.text))
  const kinds = written.map((token, index) => {
    const word = token.text.toLowerCase()
    const previous = written[index - 1]?.text.toLowerCase() ?? ''
    const possessive = text[token.end] === '\u0001' && /^\p{Lu}\p{Ll}/u.test(token.text) && !EPONYMS.test(fold(word))
    if (names.has(fold(word))) return 'generic' as const
    if (isTitle(previous) && /^\p{Lu}/u.test(token.text) && previous !== 'dr' && previous !== 'prof')
      return 'generic' as const
    if (isStopWord(word)) return 'stop' as const
    return possessive || isGenericWord(word) ? ('generic' as const) : ('subject' as const)
  })
  const terms: Term[] = tokens.map((token, index) => ({
    token: token.toLowerCase(),
    alternatives: [],
    kind: kinds[index] ?? 'subject',
  }))
  const widen = (places: readonly number[], alternatives: string[][]) => {
    const phrase = places.map((at) => terms[at]?.token ?? '')
    const inside = phrase.length > 1 ? { phrase } : {}
    for (const at of places) {
      const kind = kinds[at] === 'stop' && phrase.length > 1 ? 'stop' : 'subject'
      terms[at] = { token: terms[at]?.token ?? '', alternatives, kind, ...inside }
    }
  }
  for (const { start, length, alternatives } of dictionary.expansionsOf(tokens)) {
    const places = Array.from({ length }, (_, offset) => start + offset)
    const asks = places.every((at) => kinds[at] !== 'subject')
    // A lone word of grammar is a short form only in capitals (`US`, `IT`); a lone asking word never is one.
    if (length > 1 || !asks || /^\p{Lu}{2,}$/u.test(tokens[start] ?? '')) widen(places, alternatives)
  }
  // `has her appendix been removed` is `appendix removed` with grammar in between.
  const content = terms.flatMap((term, at) => (term.kind === 'stop' || term.phrase ? [] : [at]))
  for (const { start, length, alternatives } of dictionary.expansionsOf(content.map((at) => tokens[at] ?? '')))
    if (length > 1) widen(content.slice(start, start + length), alternatives)
  const asksWho = ASKS_WHO.test(text)
  return terms.map((term) => {
    const more = [...(term.phrase ? [] : spellingsOf(term.token).map((word) => [word]))]
    if (asksWho) more.push(...(WRITTEN_ROLES.get(term.token) ?? []))
    return more.length > 0 ? { ...term, alternatives: [...term.alternatives, ...more] } : term
  })
}

/**
 * What to search for: the subjects, and the office of whoever is asked for; where a query has no subject, its asking
 * words; where it has none, all of it.
 */
export function searchTerms(query: Query): Term[] {
  const isOffice = ({ token, kind }: Term) => kind === 'generic' && WRITTEN_ROLES.has(token)
  if (ASKS_WHO.test(query.raw) && query.terms.some(({ kind }) => kind === 'subject'))
    return query.terms.filter((term) => term.kind === 'subject' || isOffice(term))
  for (const kind of ['subject', 'generic'] as const) {
    const terms = query.terms.filter((term) => term.kind === kind)
    if (terms.length > 0) return terms
  }
  return query.phrases.length > 0 ? [] : query.terms
}

/** The words of one known phrase together, every other term alone. */
export function groupTerms(terms: readonly Term[]): Term[][] {
  const groups = new Map<unknown, Term[]>()
  for (const term of terms) {
    const key = term.phrase ?? term
    groups.set(key, [...(groups.get(key) ?? []), term])
  }
  return [...groups.values()]
}

/** Every stem whose document frequency selectSentences or the choice of terms may ask for. */
export function stemsOf(query: Query): string[] {
  const tokens = query.terms.flatMap((term) => [term.token, ...term.alternatives.flat()])
  return [...new Set([...tokens, ...query.phrases.flat()].map(stemOf))]
}
