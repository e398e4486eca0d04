/** `NKDA`, `none known`, `no current medications`: stated, and therefore a fact of its own. `Not recorded` says nothing. */
import type { FactKind } from '#contract/facts.ts'
import { type ClinicalContext, paperDate } from '../clinical-context.ts'
import type { Proposal } from '../proposal.ts'
import type { Passage } from './read-passages.ts'

const SUBJECT: Partial<Record<FactKind, readonly [name: string, words: string]>> = {
  allergy: [
    'allergies',
    '(?:known |drug |medical |medication |medicine |medicinal |food |environmental |latex |reported |documented |recorded |significant |other |and |or |&|/|, )*(?:allerg(?:y|ies)|allergens?|intolerances?|adverse (?:drug )?reactions?|sensitivit(?:y|ies))(?: or (?:intolerances?|sensitivities|adverse reactions))?(?: to (?:any )?(?:medications?|medicines?|drugs?|foods?)(?:,? (?:or|and) (?:medications?|medicines?|drugs?|foods?))?)?',
  ],
  medication: [
    'medications',
    '(?:known |current |regular |daily |home |prescribed |prescription |routine |long-term |other )*(?:medications?|medicines?|meds|drugs?)',
  ],
  condition: [
    'conditions',
    '(?:known |significant |active |current |chronic |relevant |past |other |ongoing )*(?:medical )?(?:problems?|conditions?|diagnoses|history|past medical history|illnesses|comorbidities)',
  ],
  procedure: [
    'procedures',
    '(?:previous |past |prior |known )*(?:operations?|surger(?:y|ies)|procedures?|surgical history)',
  ],
  'family-history': [
    'family history',
    '(?:known |relevant |significant |contributory )*(?:family history|family illness(?:es)?)',
  ],
}

const ALLERGY_SHORT = String.raw`n\.?k\.?(?:d|f|m)?\.?a\b\.?(?: \([^)]*\))?|no allergies known|allergies none known|not allergic to anything`
const KNOWN = `(?: (?:known|reported|recorded|documented|stated|significant|relevant|currently|at present|taken|of note|to (?:note|report)|identified|prescribed|regular|routine|on file|listed|by history|to (?:any )?(?:medications?|medicines?|drugs?|foods?)|at (?:this time|present)))*`
const SUBJECT_BEFORE = `(?:(?:there (?:is|are|were|was) (?:currently )?)|(?:the |this )?(?:patient|he|she) (?:has |reports |currently )?)?`

const PATTERNS = new Map(
  Object.entries(SUBJECT).map(([kind, [, words]]) => [
    kind,
    new RegExp(
      String.raw`^(?:${kind === 'allergy' ? `${ALLERGY_SHORT}|` : ''}${SUBJECT_BEFORE}(?:not (?:currently )?(?:taking|on) (?:any )?|takes no |taking no |(?:is |currently )?on no |denies (?:any |taking )?|no |nil |without )${words}${KNOWN}|(?:none|nil|no|denies)${KNOWN})(?=\s*(?:[.;,(\n]|$))`,
      'iu',
    ),
  ]),
)

/** A part of all there could be: that it is empty says nothing of the rest. */
const OF_A_PART: Partial<Record<FactKind, RegExp>> = {
  allergy: /\b(?:foods?|environmental|latex|contrast|insects?|seasonal|new|other|active)\b/i,
  medication:
    /\b(?:new|newly|started?|added|stop\w*|discontinued|ceased|held|withheld|past|previous|former|inactive|completed|old|chang\w*|adjusted|altered|modified|continu\w*|unchanged|no longer|otc|over[- ]the[- ]counter|non-prescription|prn|as needed|acute|inpatient|other|supplements?|vitamins?|herbals?|given|administered|prescribed|prescriptions?|therapy|treatment|rx|items?|scheduled|injectable|topical)\b/i,
  condition: /\b(?:resolved|inactive|new|other|additional|secondary|acute|active|current)\b/i,
  procedure: /\b(?:performed|done|undertaken|planned|today|this)\b|^\W*(?:title|name|operation performed)\b/i,
}
const DRUGS_TOO = /\b(?:drugs?|medications?|medicines?|medicinal|any|nkd?a)\b/i

/** Of `words` that name a part only, such as food allergies; drug and food together are taken for all. */
const isOfAPart = (kind: FactKind, words: string) =>
  (OF_A_PART[kind]?.test(words) ?? false) && !(kind === 'allergy' && DRUGS_TOO.test(words))

/** The whole passage says that there is nothing, under a title that means all of that kind. */
export function noneKnown(
  passage: Pick<Passage, 'page' | 'start' | 'end'> & { readonly title?: string },
  kind: FactKind,
  context: ClinicalContext,
): Proposal[] {
  const [name] = SUBJECT[kind] ?? []
  if (name === undefined || isOfAPart(kind, passage.title ?? '')) return []
  const written = passage.page.text.slice(passage.start, passage.end)
  const lead = /^[\s•*–-]*/u.exec(written)?.[0].length ?? 0
  const start = passage.start + lead
  const match = PATTERNS.get(kind)?.exec(written.slice(lead))
  if (!match || /^not? (?:recorded|known|asked|documented|stated)\s*$/i.test(match[0])) return []
  if (kind === 'allergy' && isOfAPart(kind, match[0])) return []
  const stated = match[0].replace(/[.\s]+$/, '')
  const span = { start, end: start + stated.length }
  return [
    {
      kind,
      name,
      nameText: stated,
      valueText: stated,
      flag: 'unknown',
      isNoneKnown: true,
      ...paperDate(context),
      details: {},
      doubts: [],
      suggestions: [],
      page: passage.page.number,
      spans: [span],
      valueSpan: span,
    },
  ]
}
