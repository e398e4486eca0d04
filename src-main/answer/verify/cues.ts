/**
 * The words that turn a statement: deny it, doubt it, put it into the past, give it to a relative. Which words they
 * reach is stance.ts's. After the triggers of NegEx (Chapman et al., J Biomed Inform 2001;34:301) and ConText (Harkema
 * et al., J Biomed Inform 2009;42:839).
 */
import type { Cue } from './token.ts'

interface CueAt {
  readonly end: number
  readonly cue: Cue
  readonly key: string
}

const KIN: Readonly<Record<string, string>> = {
  mother: 'mother|mom|mum|mummy',
  father: 'father|dad|daddy',
  brother: 'brothers?',
  sister: 'sisters?',
  sibling: 'siblings?',
  son: 'sons?',
  daughter: 'daughters?',
  child: "children(?='s)|children",
  aunt: 'aunts?',
  uncle: 'uncles?',
  cousin: 'cousins?',
  parent: 'parents?',
  grandmother: '(?:maternal |paternal )?(?:grandmother|grandma)',
  grandfather: '(?:maternal |paternal )?(?:grandfather|grandpa)',
  grandparent: 'grandparents?',
  niece: 'nieces?',
  nephew: 'nephews?',
  relative: 'relatives?',
  family: 'family history(?: of)?|family members?|family|fhx|fh:',
  wife: 'wife',
  husband: 'husband',
  spouse: 'spouse|partner',
  other: 'roommate|neighbou?r|friend|colleague|donor|girlfriend|boyfriend|contact',
}

/** Whose illness is no family history. */
const NOT_BLOOD = new Set(['wife', 'husband', 'spouse', 'other'])
export const isBloodRelation = (relation: string) => !NOT_BLOOD.has(relation)

const RULES: readonly (readonly [cue: Cue, key: string, source: string])[] = [
  [
    'certainty',
    'possible',
    "(?:cannot|can not|could not|can't) (?:be )?(?:excluded?|ruled out|rule out)|not (?:been )?(?:ruled out|excluded)|(?:to )?rule[- ]out|r/o",
  ],
  [
    'certainty',
    'possible',
    'suspected|suspects?|suspicion(?: of| for)?|suspicious(?: for)?|possibl[ey]|possibility(?: of)?|query|\\?|questionable|concern(?:ing)? for|may(?: be| have)?|might(?: be| have)?|could (?:be|represent|reflect)|maybe|perhaps|differential|working diagnosis|unclear|unconfirmed',
  ],
  [
    'certainty',
    'probable',
    'probabl[ey]|likely|presum(?:ed|ptive|ably)|suggest(?:s|ed|ing|ive)?(?: of)?|consistent with|compatible with|in keeping with|appears? to (?:be|have)|seems? to (?:be|have)|thought to (?:be|have)|favou?red|features of',
  ],
  ['certainty', 'unlikely', 'unlikely|not likely|doubtful|improbable'],
  ['ruled-out', 'ruled-out', '(?:was |were |has been |have been |been )?(?:ruled out|excluded)|rules out|excludes'],
  ['negation', 'both', 'den(?:ies|ied|y|ying)|negative(?: for)?|non-?reactive|undetectable|absent|neg'],
  [
    'negation',
    'after',
    "no|not|without|never|none|nil|neither|nor|free (?:of|from)|absence of|lack(?:s|ed|ing)?(?: of)?|w/o|cannot|nothing|(?:is|was|does|did|has|had|were|are|have|do|ca|could|wo|would)n['’]t",
  ],
  [
    'past',
    'past',
    '(?:past |previous |prior )?(?:medical |surgical )?history(?: of)?|hx(?: of)?|h/o|past|previous(?:ly)?|prior|former(?:ly)?|status[- ]post|s/p|remote|in the past|earlier',
  ],
  ['resolved', 'resolved', 'resolved|in remission|cured|healed|recovered'],
  ...Object.entries(KIN).map(([key, source]): readonly [Cue, string, string] => ['relation', key, source]),
]

const COMPILED = RULES.map(
  ([cue, key, source]) => [cue, key, new RegExp(`(?:${source})(?![\\p{L}\\p{N}])`, 'uy')] as const,
)
const QUESTION_MARK = /\?(?=\s?\p{L})/uy

export function cueAt(lower: string, at: number): CueAt | undefined {
  if (lower[at] === '?') {
    QUESTION_MARK.lastIndex = at
    return QUESTION_MARK.test(lower) ? { end: at + 1, cue: 'certainty', key: 'possible' } : undefined
  }
  let best: CueAt | undefined
  for (const [cue, key, pattern] of COMPILED) {
    pattern.lastIndex = at
    const match = pattern.exec(lower)
    if (match && at + match[0].length > (best?.end ?? at)) best = { end: at + match[0].length, cue, key }
  }
  return best
}

/** What is wished, planned or only imagined; such a word must also stand in the evidence itself. */
const HYPOTHETICAL = new Set(
  'if unless would should shall will must plan plans planned planning consider considered consideration recommend recommends recommended recommendation advise advised advises advice schedule scheduled pending risk risks prophylaxis prevent prevents prevention preventing avoid until need needs needed proposed intended await awaiting awaited goal target due overdue next upcoming declined declines refused refuses cancelled canceled deferred contraindicated postponed missed held withheld watch watching monitor monitored monitoring return caution warn warned warning discussed educated counselled counseled request requested requests order ordered refer referred referral'.split(
    ' ',
  ),
)
export const isHypotheticalWord = (folded: string) => HYPOTHETICAL.has(folded)
