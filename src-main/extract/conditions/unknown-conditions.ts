/** A list of problems may name what no table has: the item as written, marked, never guessed at. */
import type { Span } from '../../ingest/read-page.ts'
import type { ClinicalContext } from '../clinical-context.ts'
import type { Proposal } from '../proposal.ts'
import type { Section } from '../statements/section-names.ts'

export interface Named extends Span {
  readonly name: string
  readonly doubts: Proposal['doubts']
  readonly suggestions: readonly string[]
}

const LISTS: ReadonlySet<Section> = new Set<Section>(['problems', 'history', 'diagnoses'])
const MOST_WORDS = 7
/** What is longer is told, not listed. */
const LONGEST_LIST = 160

export function unknownConditions(section: Section, text: string, context: ClinicalContext): Named[] {
  if (!LISTS.has(section) || text.length > LONGEST_LIST || SENTENCE.test(text)) return []
  return [...text.matchAll(ITEM)].flatMap((match) => {
    const name = match[0].trim()
    const start = match.index + match[0].length - match[0].trimStart().length
    return isName(name, context) ? [named(name, start, context)] : []
  })
}

/** Up to a comma, a bracket, a dash that stands apart, or a date. */
const ITEM =
  /(?:^|(?<=[,;]\s))[\p{L}][\p{L}\p{N}'’ /-]*?(?=\s*(?:$|[,;.(\n\t]|\s[–-]\s|\s\d{1,2}[/.]\d|\s(?:19|20)\d{2}))/gu

function isName(name: string, context: ClinicalContext): boolean {
  const words = name.split(/\s+/)
  if (name.length < 4 || words.length > MOST_WORDS || isNoCondition(name)) return false
  return context.drugs.findIn(name).length === 0 && context.procedures.findIn(name).length === 0
}
/** A sample, a place of the body alone, who wrote it: names under a diagnosis that nobody has. */
const NO_CONDITION_NAME =
  /\b(?:biops(?:y|ies)|specimens?|samples?|cores?|sections?|reported|reporting|consultant|histopathologist|pathologist|radiologist|registrar|dr|prof|signed|authori[sz]ed|verified|allerg\w+|intoleran\w+|bloods?|labs?|excised|totals?|amount|payment|dob|mrn|record|questionnaire|report|administration|chart|summary)\b|^suspected\b|\s\d{2,}$|^(?:(?:left|right|both|bilateral|upper|lower|distal|proximal|inner|outer)\s)+(?:\p{L}+\s?){1,2}$/iu
export const isNoCondition = (name: string): boolean => NO_CONDITION_NAME.test(name)

const SENTENCE =
  /\b(?:is|are|was|were|has|have|had|will|should|would|may|can|the|patient|he|she|they|see|reviewed?|noted|unchanged|no|not|none|nil|denies|without|normal|negative|unremarkable|non-?contributory|as above|unknown|history|please|follow|continue|discussed|stable|diagnosed|mother|father|sister|brother|family|born|smoker|smoking|alcohol|date|page|status|onset|active|resolved|code|s\/p|surgery|remarkable|significant|positive|but|and her|and his|which|who|in (?:january|february|march|april|may|june|july|august|september|october|november|december))\b/i

function named(name: string, start: number, context: ClinicalContext): Named {
  const suggestions = context.conditions.near(name)
  return {
    start,
    end: start + name.length,
    name,
    doubts: [suggestions.length > 0 ? 'near-name' : 'unknown-name'],
    suggestions,
  }
}
