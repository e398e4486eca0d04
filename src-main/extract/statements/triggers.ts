/** The words that open and end scopes, and those that only look like it. What they do to a statement is scopes.ts's. */
import type { Span } from '../../ingest/read-page.ts'

export type TriggerKind =
  | 'negation'
  | 'ruled-out'
  | 'cannot-exclude'
  | 'uncertain'
  | 'hypothetical'
  | 'historical'
  | 'relative'
  | 'other-person'
  | 'contrast'
  | 'assertion'
  | 'person-again'

export interface Trigger extends Span {
  readonly kind: TriggerKind
  /** On which side of what it is said of it stands. */
  readonly side: 'before' | 'after' | 'either'
  /** Holds only for its neighbour. */
  readonly isClose: boolean
  readonly word: string
}

type Rule = readonly [kind: TriggerKind | 'none', side: Trigger['side'], isClose: boolean, source: string]

const KIN =
  '(?:(?:maternal|paternal|half|twin|older|younger|elder|identical|great)[- ])*(?:grand(?:mother|father|parents?|ma|pa|mum|son|daughter)|mother|father|mom|mum|mummy|dad|daddy|brothers?|sisters?|siblings?|sons?|daughters?|aunts?|uncles?|cousins?|parents?|nieces?|nephews?|twin|(?:(?:first|second|third|distant|close|blood|other|several)[- ](?:degree )?)?relatives?|both sides(?: of (?:the |his |her )?family)?)'

/** Earlier rules take their words away from later ones. */
const RULES: readonly Rule[] = [
  // Look like a trigger and are none.
  [
    'none',
    'before',
    false,
    `(?:lives?|living|lived|stays?|staying) (?:at home )?with (?:his|her|their|my|the) ${KIN}(?: and ${KIN})?`,
  ],
  [
    'none',
    'before',
    false,
    `(?:accompanied|brought(?: in)?|seen) (?:by|with) (?:his|her|their|my|the) ${KIN}|here (?:today )?with (?:his|her|their|my|the) ${KIN}|(?:per|according to) (?:his |her |their |the |patient's )?${KIN}|history (?:obtained |provided |given )?(?:from|by) (?:his |her |their |the )?${KIN}`,
  ],
  [
    'none',
    'before',
    false,
    `${KIN} (?:reports?|states?|says?|notes?|noticed|noted|denies|thinks|believes|is concerned|describes?|gave|gives|brought|confirms?|recalls?|recalled|remembers?|remembered|told|tells|mentions?|mentioned|feels)`,
  ],
  [
    'none',
    'before',
    false,
    'no (?:significant |further |interval )?(?:increase|decrease|change|worsening|progression)(?: in| of)?|not only|not certain (?:if|whether)|gram[- ]negative|no longer able|not necessarily|without difficulty|no problem with|no new (?:changes?|issues?) (?:in|with)|not (?:yet )?(?:well )?controlled|(?:un)?well controlled',
  ],
  [
    'cannot-exclude',
    'either',
    false,
    "(?:cannot|can not|could not|can't|unable to|not able to|difficult to)(?: be| completely| entirely| definitively)* (?:ruled? out|excluded?|rule out|completely excluded)|not (?:been )?(?:ruled out|excluded)",
  ],
  [
    'ruled-out',
    'either',
    false,
    '(?:has been |have been |was |were |is |been |now )?(?:ruled out|excluded)(?: for)?|rules out|rule[sd]? him out for|rule[sd]? her out for|effectively excludes?|excludes',
  ],
  [
    'uncertain',
    'before',
    false,
    'rule[- ]out|r/o|to exclude|to rule out|query|\\?\\s?|\\+\\s?/\\s?[-–]|±|possible|possibly|probable|probably|likely|suspected|suspect|suspects|suspicion (?:of|for)|suspicious for|suggestive of|suggests?|suggesting|concern(?:s|ed)? (?:for|of|about|regarding)|concerning for|worrisome for|may (?:have|be|represent|reflect|indicate)|might (?:have|be|represent)|could (?:have|be|represent|reflect)|cannot exclude|presumed|presumptive|presumably|questionable|question of|evaluat(?:e|ion|ed) for|work(?:ed)?[- ]?up for|almost|nearly|assess for|investigat(?:e|ion) (?:for|of)|differential (?:diagnosis )?(?:includes?|of|is)|consistent with|compatible with|in keeping with|working diagnosis(?: of)?|provisional(?:ly)?|appears to (?:have|be)|seems to (?:have|be)|borderline|versus|\\bvs|potential|thought (?:initially |at first )?to (?:be|have)|wonder(?:ed|s|ing)? (?:about|if|whether)|(?:raised|raises|raising) the (?:possibility|question) of|possibility of|queried|features of|similar to(?! (?:his|her|their|the|previous|prior))|equivocal|indeterminate|unclear (?:if|whether)|whether',
  ],
  [
    'uncertain',
    'after',
    false,
    '(?:is|was|are|seems?|remains?|appears?) (?:also )?(?:a )?(?:possible|possibility|likely|probable|suspected|considered|in the differential|questionable|equivocal|unclear|under investigation)|(?:has |have |is |are |was )?(?:yet|still|remains?) (?:to be )(?:confirmed|proven|established|investigated|excluded|ruled out)|(?:has|have|had) (?:yet )?not (?:yet )?been (?:confirmed|proven|established)|not (?:yet )?(?:confirmed|proven|established)|(?:awaiting|awaits|pending) (?:confirmation|investigation|further tests)|to be (?:confirmed|excluded|ruled out)|versus|\\bvs',
  ],
  [
    'uncertain',
    'after',
    true,
    '\\s?\\(?\\?\\)?(?!\\s?\\p{L})|[(,]?\\s?(?:suspected|suspect|possible|likely|probable|query)(?![^\\S\\n]\\p{L})',
  ],
  [
    'hypothetical',
    'before',
    false,
    '(?:he|she|they|patient|pt) (?:had |has )?(?:thought|thinks|felt|feels|feared|fears|believed|believes|worried|worries) (?:that )?(?:he|she|they|it) (?:was|is|were|had|has|have|might be|may be|could be)(?: having)?|(?:believing|thinking|fearing|convinced) (?:that )?(?:he|she|they) (?:had|has|was having)|if|unless|in case of|in the event of|risk (?:of|for|factors? for|factor for)|at (?:high |low |increased |higher )?risk (?:of|for)|risks (?:of|including|include)|chance of|predisposition to|screen(?:ed|ing)? (?:for|of)|test(?:ed|ing|s)? for|check(?:ed|ing)? for|to prevent|prevent(?:s|ion|ing)?(?: of)?|prophylaxis (?:of|for|against)|protect(?:ion|s)? against|reduces? the (?:risk|chance)|watch (?:out )?for|look(?:ing)? out for|monitor(?:ed|ing)? for|return (?:if|for)|can cause|may cause|could cause|might cause|can lead to|may lead to|can result in|side effects? (?:include|such as|are)|educat(?:ed|ion) (?:about|on|regarding)|information (?:about|on|leaflet)|counsell?ed (?:about|on|regarding)|discussed the|worried about|afraid of|fear of|fears|would|should (?:he|she|you|they|there|symptoms)|avoid(?:ance of)?|consider(?:ed|ing)?|recommend(?:ed|ing)?|advi[sc]ed?(?: to| about)?|such as|e\\.g\\.|(?:vaccin(?:e|ation|ated)|immuni[sz](?:ation|ed)) (?:for|against)|instead of|rather than|asked about|research(?:ing)? (?:on|into)|study of|contraindicated|not for|call (?:if|us if)|until|when you have|complications? (?:such as|include|of|like)|to look for|looking for|to detect|early signs of|signs of',
  ],
  [
    'hypothetical',
    'after',
    true,
    'risk|screen(?:ing)?|prophylaxis|vaccin(?:e|es|ation)|clinic|prevention|education|precautions?|association|society|foundation|leaflet|nurse|ward|centre|center|department|service|unit|score|serology|antibod(?:y|ies)|panel|antigen|carrier|test(?:s|ing)?|swab|programme|program|awareness|specialist|team|trial|contact|exposure',
  ],
  ['hypothetical', 'before', true, '(?:exposed|exposure) to|contact with'],
  [
    'negation',
    'before',
    false,
    "(?:nobody|no one|none of (?:his|her|their|the) [a-z]+)(?: (?:else )?(?:in|on) (?:his|her|their|the) (?:[a-z]+ )?(?:family|side))?(?: (?:was|is|are|were|has|had|have|been|ever|diagnosed with|suffers? from))*|no family history of|no (?:known |past |prior |previous |personal |significant )*(?:history|hx|h/o|evidence|sign|signs|indication|suggestion|features|finding|findings|diagnosis|suspicion|suspicious) (?:of|for|to suggest|suggesting)?|no|not|nil|non(?=\\s)|none|never(?: had| been diagnosed with)?|neither|nor|without(?: any)?(?: evidence of| signs of)?|w/o|den(?:ies|ied|y|ying) (?:that )?(?:he|she|they) (?:has|have|had|was|were|is|are)(?: ever)?(?: been| had| having)*(?: (?:diagnosed with|treated for|told (?:that )?(?:he|she|they) (?:has|have|had)))?|den(?:ies|ied|y|ying)(?: any| having)?|negative for|absence of|absent|free (?:of|from)|lack(?:s|ed)? (?:of )?|fails? to (?:reveal|show|demonstrate)|no longer (?:has|have|had)|unremarkable for|does(?:n't| not) (?:have|show|suffer)|did(?:n't| not) (?:have|show|reveal)|is(?:n't| not)|has(?:n't| not)|have(?:n't| not)|had(?:n't| not)|resolved without|declin(?:es|ed)|(?<!no )doubt(?:s|ed)?(?: that)?|rather than|(?:does|do|did)(?:n't| not) (?:think|believe|feel|report|recall|know)(?: (?:that )?(?:he|she|they|i) (?:has|have|had))?",
  ],
  [
    'negation',
    'after',
    false,
    '(?:could|would|can) not be(?: the case)?|(?:was|were|is|are|has been|have been) (?:negative|absent|denied|not (?:seen|present|found|identified|detected|demonstrated|visuali[sz]ed|evident|confirmed|noted))|(?:not (?:seen|present|found|identified|detected|demonstrated|visuali[sz]ed|evident|noted))|(?:is|are|seems|appears|thought|felt|was) (?:to be )?(?:very |highly |considered )?unlikely|unlikely|negative|absent|denied|[:–-]\\s?(?:no|none|never|negative|denies|denied|nil|neg|absent|n)(?=\\s*(?:$|[.,;)\\t]))|\\((?:no|none|neg|negative|-|–)\\)',
  ],
  // A box that is not ticked, and one that is.
  ['negation', 'before', true, '☐|\\[ ?\\]'],
  ['assertion', 'either', false, '[☒☑✓✔]|\\[[xX]\\]'],
  [
    'relative',
    'before',
    false,
    `family (?:medical )?(?:history|hx)(?: is)?(?: of| for| significant for| positive for| notable for| includes)?|fhx?(?: of)?|runs in the family|family (?:members?|has|have|(?:is |are )?allergic)|${KIN}`,
  ],
  [
    'relative',
    'after',
    false,
    `(?:in|on|from|via) (?:both )?(?:his|her|their|my|the|a|several|multiple|two|one|an)?\\s?(?:family(?: history| members?)?|(?:maternal|paternal) side|${KIN})|[(–:,-]\\s?(?:his |her |their )?${KIN}(?!\\s?(?:[:–-]|has|had|have|with|died|is|was|also|suffers|alive|living|deceased|passed))|runs in the family|family history`,
  ],
  [
    'other-person',
    'either',
    false,
    "(?:(?:his|her|their|my|the) )?(?:wife|husband|spouse|partner|boyfriend|girlfriend|neighbou?r|friend|roommate|room-mate|colleague|co-?worker|donor|fianc[eé]e?|classmate|caregiver|carer|in-laws?|step(?:mother|father|brother|sister|son|daughter)|household contact|dog|cat)(?:'s|’s)?",
  ],
  // Said of people in general.
  [
    'other-person',
    'before',
    false,
    '(?:people|persons|patients|adults|individuals|children|women|men|subjects|participants|those|anyone|everyone|someone)\\s(?:with|who(?! have sex)|taking|treated|on(?= treatment)|aged|over|under|living)',
  ],
  [
    'historical',
    'before',
    false,
    'history of|hx of|h/o|hx|past|previous(?:ly)?|prior|s/p|status[- ]post|former(?:ly)?|remote|(?<!(?:years?|months?|weeks?|days?|y\\.?o?)[- ])old|childhood|(?<!(?:has|have|having) )had',
  ],
  [
    'historical',
    'after',
    true,
    '(?:has |have |had |now |is |was |since |fully )*resolved|in remission|in (?:childhood|the past)|years ago|as a child|\\d+ years ago|cured',
  ],
  [
    'contrast',
    'either',
    false,
    ';|but|however|although|though|except(?: for)?|apart from|aside from|other than|yet|nevertheless|whereas|while|besides|on the other hand|\\n\\s*\\n|\\t',
  ],
  [
    'assertion',
    'either',
    false,
    '(?:,|and|she|he|patient|who|which|still|also|i|it|there) (?:has|have|had|is|was|does have|remains?)(?= )|positive for|presents? with|presented with|complains? of|admits? to|diagnosed with|(?<!(?:\\bno|\\bnot|\\bnor|\\bany|without|denies|other) )known (?:to have|case of|history of|for)?|suffers? from|does have|reports(?! no)|(?:is|was) on|(?:is |was )?(?:taking|treated with|treated for|started on)|significant for|notable for|remarkable for|confirmed|revealed|showed|shows|demonstrates?|underlying',
  ],
  [
    'person-again',
    'either',
    false,
    "(?:the |our |this )?patient(?:'s|’s)?|(?:,|and|but|while|so) (?:she|he|they|i)(?= )|herself|himself|she (?:has|had|is|was|takes|does)|he (?:has|had|is|was|takes|does)|mr\\.?|mrs\\.?|ms\\.?",
  ],
]

/** A trigger that begins or ends with a sign needs no edge of a word there. */
const FROM_EDGE = '(?:(?<![\\p{L}\\p{N}])|(?![\\p{L}\\p{N}]))'
const TO_EDGE = '(?:(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}]))'

/** The words of a trigger may stand on two lines. */
const COMPILED = RULES.map(
  ([kind, side, isClose, source]) =>
    [kind, side, isClose, new RegExp(`${FROM_EDGE}(?:${source.replaceAll(' ', '\\s')})${TO_EDGE}`, 'giu')] as const,
)

export function triggersIn(sentence: string): Trigger[] {
  const taken: Span[] = []
  const triggers: Trigger[] = []
  const claims: Span[] = []
  for (const [kind, side, isClose, pattern] of COMPILED) {
    for (const match of sentence.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length }
      if (taken.some((other) => overlaps(other, span))) continue
      if (kind === 'none' || kind === 'cannot-exclude' || kind === 'ruled-out') claims.push(span)
      if (kind !== 'none') triggers.push({ ...span, kind, side, isClose, word: wordOf(kind, match[0]) })
    }
    taken.push(...claims.splice(0))
  }
  return triggers
}

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end

const KIN_WORD = new RegExp(KIN, 'iu')
const wordOf = (kind: TriggerKind, written: string) =>
  kind === 'relative' ? (KIN_WORD.exec(written)?.[0].toLowerCase() ?? 'family') : written.toLowerCase()
