/**
 * The full-text expression of a query. Every word goes in quoted, so nothing that a person types is ever read as an
 * operator; the person's scope token stands in the expression itself.
 */
import { groupTerms, type Query, searchTerms, type Term } from './query.ts'
import { fold, stemOf } from './tokens.ts'

export interface MatchOptions {
  /** `all`: every term or one of its alternatives; `any`: at least one term. Quoted phrases are needed in both. */
  readonly mode: 'all' | 'any'
  /** The person's scope token (`p12x`); without it everybody's pages match. */
  readonly scope?: string
  /** Which terms to use; the default is searchTerms(query). */
  readonly terms?: readonly Term[]
  /** Without the other ways to say a term. */
  readonly plain?: boolean
  /** The last word may be unfinished: it matches whatever starts with it. */
  readonly typing?: boolean
}

/** Undefined when there is no word to look for. */
export function matchExpression(query: Query, options: MatchOptions): string | undefined {
  const unfinished = options.typing && /[\p{L}\p{N}\p{M}]$/u.test(query.raw) ? query.terms.at(-1) : undefined
  const chosen = (options.terms ?? searchTerms(query)).filter((term) => term !== unfinished)
  const expressionOf = (group: readonly Term[]) => groupExpression(options.plain ? group.map(withoutOthers) : group)
  const parts = [...new Set(groupTerms(chosen).map(expressionOf))]
  if (unfinished) parts.push(unfinishedExpression(unfinished))
  const joined = parts.join(options.mode === 'all' ? ' AND ' : ' OR ')
  const needed = query.phrases.map(quote)
  return within(options.scope, [...needed, ...(parts.length > 0 ? [`(${joined})`] : [])])
}

/** At least one of these phrases, and what the query needs word for word. */
export const phrasesExpression = (query: Query, phrases: readonly (readonly string[])[], scope: string) =>
  within(scope, [...query.phrases.map(quote), anyOf([...new Set(phrases.map(quote))])])

function within(scope: string | undefined, all: readonly string[]): string | undefined {
  if (all.length === 0) return undefined
  const words = all.join(' AND ')
  return scope === undefined ? `text : (${words})` : `scope : ${quote([scope])} AND text : (${words})`
}

const withoutOthers = (term: Term): Term => ({ ...term, alternatives: [] })

const quote = (phrase: readonly string[]) => `"${phrase.join(' ').replaceAll('"', '""')}"`

const anyOf = (expressions: readonly string[]) =>
  expressions.length === 1 ? (expressions[0] ?? '') : `(${expressions.join(' OR ')})`

/** The words of one known phrase share their alternatives, so these are written once. */
function groupExpression(group: readonly Term[]): string {
  const words = group.map((term) => quote([term.token])).join(' AND ')
  return anyOf([group.length > 1 ? `(${words})` : words, ...(group[0]?.alternatives ?? []).map(quote)])
}

const SHORTEST_STEM = 5
const LONGEST_ENDING = 4

/** The index holds stems, so `hypertensio` is no beginning of what it holds for hypertension: shorter stems join in. */
function unfinishedExpression({ token, alternatives }: Term): string {
  const letters = [...token]
  const shorter: string[] = []
  for (let cut = 1; cut <= LONGEST_ENDING && letters.length - cut >= SHORTEST_STEM; cut += 1) {
    const stem = letters.slice(0, -cut).join('')
    const word = ['', 'e', 's', 'ed'].map((ending) => stem + ending).find((form) => stemOf(form) === fold(stem))
    if (word !== undefined) shorter.push(quote([word]))
  }
  return anyOf([`${quote([token])} *`, ...shorter, ...alternatives.map(quote)])
}
