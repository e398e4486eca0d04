/** The words by which a question says what it asks, and of what kind of facts. */
import type { FactKind } from '#contract/facts.ts'
import type { Ask } from '#contract/typed-query.ts'

/** What kind of facts a word asks for. The first that fits counts. */
export const KIND_WORDS: readonly (readonly [FactKind, RegExp])[] = [
  [
    'family-history',
    /\b(?:family (?:medical )?history|(?:runs?|running) in (?:the|my|his|her|their) family|family members?|relatives?)\b/i,
  ],
  ['allergy', /\b(?:allerg(?:y|ies|ic|ens?)|intoleran(?:t|ces?)|hypersensitivit(?:y|ies)|reacts? to)\b/i],
  [
    'immunization',
    /\b(?:vaccin(?:es?|ations?|ated)|immuni[sz](?:ations?|ed)|shots?|jabs?|boosters?|inoculat(?:ions?|ed))\b/i,
  ],
  [
    'medication',
    /\b(?:medications?|medicines?|meds?|drugs?|pills?|tablets?|prescriptions?|prescribed|rx|medicine list)\b/i,
  ],
  ['procedure', /\b(?:surger(?:y|ies)|surgical(?: history)?|operations?|operated|procedures?)\b/i],
  [
    'condition',
    /\b(?:conditions?|diagnos(?:is|es|ed)|problems?(?: list)?|illness(?:es)?|diseases?|disorders?|medical history|comorbidit(?:y|ies)|health issues?)\b/i,
  ],
  [
    'care-contact',
    /\b(?:doctors?|physicians?|providers?|care team|specialists?|clinicians?|gps?|pcp|consultants?|surgeons?|\p{L}+ologists?|pediatricians?|paediatricians?|psychiatrists?|dentists?|nurse practitioners?|family doctor)\b/iu,
  ],
  [
    'encounter',
    /\b(?:visits?|visited|admissions?|admitted|hospitali[sz](?:ed|ations?)|hospital stays?|in (?:the )?hospital|appointments?|encounters?|consultations?|discharged?|emergency room|ER visits?)\b/i,
  ],
  [
    'observation',
    /\b(?:labs?|lab(?:oratory)? (?:results?|tests?|values?)|blood ?(?:tests?|work)|test results?|results)\b/i,
  ],
]

export const RELATIONS =
  /\b(?:(?:grand|step)?(?:mother|father|parents?|mom|mum|dad)|grandad|mam|m[ou]mmy|daddy|papa|nan(?:n?a)?|gran(?:ny)?|sisters?|brothers?|siblings?|aunt(?:s|y|ie)?|uncles?|cousins?|sons?|daughters?|child(?:ren)?|grand(?:ma|pa)|maternal|paternal|family|relatives?)\b/i

/** What the person of a record is to somebody who asks of it, and nothing else in the question. */
export const CALLED =
  /^(?:(?:grand)?(?:mother|father|mom|mum|dad|ma|pa)|grandad|mam|m[ou]mmy|daddy|papa|nan(?:n?a)?|gran(?:ny)?|sister|brother|aunt(?:y|ie)?|uncle|son|daughter|child|kid|baby|wife|husband|partner|spouse)$/i

/** As papers write it. */
export const FORMAL: Readonly<Record<string, string>> = {
  ...{ mom: 'mother', mum: 'mother', mam: 'mother', mummy: 'mother', mommy: 'mother' },
  ...{ dad: 'father', daddy: 'father', papa: 'father' },
  ...{ grandma: 'grandmother', grandmom: 'grandmother', grandmum: 'grandmother', gran: 'grandmother' },
  ...{ granny: 'grandmother', nan: 'grandmother', nana: 'grandmother', nanna: 'grandmother' },
  ...{ grandpa: 'grandfather', granddad: 'grandfather', grandad: 'grandfather' },
  ...{ aunty: 'aunt', auntie: 'aunt' },
}

const NUMBER_WORD = 'one|two|three|four|five|six|seven|eight|nine|ten'
export const LAST_SOME = new RegExp(
  `\\b(?:last|latest|most recent|past|previous) (\\d{1,2}|${NUMBER_WORD})(?! ?(?:days?|weeks?|months?|years?)\\b)`,
  'i',
)
export const countOf = (word: string): number => {
  const at = NUMBER_WORD.split('|').indexOf(word.toLowerCase())
  return at >= 0 ? at + 1 : Number(word)
}

const ORDINAL = 'second|third|fourth|fifth|sixth'
const NTH = new RegExp(`\\b(?:(${ORDINAL})|([2-9])(?:nd|rd|th)|(?:dose|shot|jab|number|no\\.?) ?#?([1-9]))\\b`, 'i')
export const isOrdinal = (word: string): boolean => new RegExp(`^(?:${ORDINAL}|[2-9](?:nd|rd|th))$`, 'i').test(word)
export function nthIn(question: string): number | undefined {
  const [, word, ...numbers] = NTH.exec(question) ?? []
  if (word !== undefined) return ORDINAL.split('|').indexOf(word.toLowerCase()) + 2
  const number = numbers.find((one) => one !== undefined)
  return number === undefined ? undefined : Number(number)
}

export const BEYOND =
  /\b(?:(above|over|greater than|higher than|more than|exceed(?:s|ed|ing)?|at least)|(below|under|less than|lower than|fewer than))\s+(\d+(?:\.\d+)?)|([<>])\s*(\d+(?:\.\d+)?)/i

/** The first that fits says what is asked of values. */
export const VALUE_ASKS: readonly (readonly [Ask, RegExp])[] = [
  [
    'count',
    /\bhow many\b|\bhow often (?:was|were|has|have|did|is)\b|\bnumber of\b|\bcount of\b|\b(?:dose )?count\W*$|^\W*count\b/i,
  ],
  ['mean', /\b(?:average|avg|(?<!\bi )mean|typical(?:ly)?)\b/i],
  [
    'when',
    /^\W*(?:and )?when\b|\b(?:what|which|on what|on which) (?:date|day|year|month)\b|\bdate of\b|\bhow long ago\b|\bhow recent(?:ly)?\b|\bsince when\b/i,
  ],
  [
    'trend',
    /\b(?:trend(?:s|ing|ed)?|over time|over the years|progress(?:ion|ed|ing)?|trajectory|course of|evol(?:ve|ved|ution)|been (?:doing|changing|going)|going (?:up|down)|getting (?:better|worse|higher|lower)|(?:im|)proving|improved|worsen(?:ed|ing)|rising|falling|track(?:ed|ing)?)\b|\bhow (?:has|have|did|does) .*\bchanged?\b/i,
  ],
  [
    'change',
    /\b(?:chang(?:e|ed|es)|compar(?:e|ed|es|ison)|difference|different|delta|increas(?:e|ed)|decreas(?:e|ed)|go(?:ne)? (?:up|down)|went (?:up|down)|r(?:ose|isen|ise)|f(?:ell|allen)|drop(?:ped)?|gain(?:ed)?|lost|lose|higher|lower|better|worse)\b/i,
  ],
  ['highest', /\b(?:highest|max(?:imum)?|peak(?:ed)?|largest|greatest|biggest|most|top|how high (?:has|have|did))\b/i],
  ['lowest', /\b(?:lowest|min(?:imum)?|nadir|smallest|least|how low (?:has|have|did))\b/i],
  [
    'in-range',
    /\b(?:normal|abnormal|in (?:the )?(?:normal |reference |healthy )?range|within (?:the )?(?:normal |reference )?(?:range|limits)|out of (?:the )?(?:normal |reference )?range|too (?:high|low)|elevated|raised|flagged|reference range|healthy range)\b|^\W*(?:is|are|was|were)\b.*\b(?:high|low|ok|okay|fine|good|bad)\W*$/i,
  ],
  ['first', /\b(?:first|earliest|initial|baseline|oldest|original(?:ly)?)\b/i],
  [
    'latest',
    /\b(?:last|latest|most recent(?:ly)?|newest|recent(?:ly)?|current(?:ly)?|now|today|these days|at present|present)\b/i,
  ],
  ['list', /\b(?:all|list|every|each|history|serial|values|readings|results|levels|record of|show me|numbers)\b/i],
]

/** Asks for all of a kind, whatever is told besides. */
export const WHOLE_LIST =
  /\b(?:(?:medication|medicine|medicines|med|meds|drug|tablet|allergy|problem|diagnosis) list|list of (?:my |his |her |their |the |all |current )*(?:medications|medicines|meds|drugs|tablets|allergies|diagnoses|conditions|problems)|all (?:of )?(?:my|his|her|their|the) (?:current )?(?:medications|medicines|meds|drugs|tablets|allergies|diagnoses|conditions|problems)|(?:my|his|her|their|the) (?:current|full|complete|whole) (?:medications|medicines|meds|allergies|diagnoses|conditions)|what am i allergic to|what (?:is|are) (?:he|she|they|the patient) allergic to|everything (?:i|he|she|they) takes?)\b/i

export const STATED =
  /^\W*(?:(?:and|so|but) )?(?:is|are|am|was|were|do|does|did|has|have|had|any|can you (?:find|see|confirm)|confirm|check (?:if|whether))\b|\b(?:ever (?:had|been|have|taken|received|got)|history of|documented|mentioned|on (?:the|my) list|recorded)\b|^\W*(?:pmh|(?:past|own|personal) (?:medical )?(?:history|hx)|hx)\b/i
export const LATEST = /\b(?:last|latest|most recent(?:ly)?|newest|recent(?:ly)?)\b/i
export const FIRST = /\b(?:first|earliest|initial(?:ly)?|originally|start(?:ed|ing)?|begin|began|begun)\b/i
export const CURRENT =
  /\b(?:still|current(?:ly)?|now|today|at present|present|active|at the moment|these days|am i (?:on|taking)|taking)\b/i
export const STOPPED =
  /\b(?:stop(?:ped|ping)?|discontinued?|(?:came|taken|take me|took me|am i|i am|is (?:he|she)|been) off|quit|cease[ds]?|no longer|end(?:ed|s)?)\b/i
/** How much of it, at one time and another. */
export const CHANGED =
  /\b(?:chang(?:e|ed|es|ing)|histor(?:y|ies)|increased?|decreased?|raised?|lowered|adjust(?:ed|ments?)|over time|over the years)\b/i
export const AGAIN = /\b(?:re-?start(?:ed|ing)?|resum(?:e|ed)|back on|put back|again)\b/i
/** Denied of a thing that is named, the question asks the same of it; of all things, something else. */
export const NEGATION = /^(?:not|never|anymore|(?:is|are|was|were|do|does|did|has|have|had)n['’]?t)$/i
export const WHO =
  /\bwho(?:se|m)?\b|\bsurgeon\b|\b(?:operated|performed|done) by\b|\bwhich (?:doctor|physician|clinician|specialist|provider)\b|\bname of (?:the|my|his|her)\b/i
export const VISIT =
  /\b(?:visit(?:s|ed)?|see|saw|seen|seeing|go|went|was i at|appointments?|consultations?|encounters?|consulted|treated)\b/i
export const ROLE =
  /\b(?:\p{L}+ologist|\p{L}+ology|pa?ediatrician|psychiatrist|dentist|surgeon|obstetrician|physiotherapist|gp|pcp|family doctor|family physician|general practitioner|primary care)\b/iu
/** Words beside a role. */
export const OF_A_ROLE = /^(?:primary|general|family|consultants?|team|nurse|practitioners?|physiotherapist|gp|pcp)$/i
export const WHERE =
  /\bwhere\b|\b(?:which|what) (?:hospital|clinic|facility|place|practice|lab|laboratory|center|centre|office|site)\b|^\W*(?:location|place|site|clinic|hospital|practice|facility)\b/i
export const WHY = /^\W*why\b|^\W*what\b.*\bfor\W*$|\breason\b|\bindication\b|\bto treat what\b/i
export const REACTION = /\b(?:reactions?|react(?:s|ed)?|happen(?:s|ed)? (?:when|if|with)|what happens)\b/i
/** Whether there was one, not which. */
export const STATED_REACTION = /\b(?:documented|recorded|any|ever)\b/i
export const SEVERITY = /\b(?:how (?:severe|bad|serious)|severity)\b/i
export const DOSE =
  /\b(?:dos(?:e|es|age|ing)|strength|how strong|how (?:much|many (?:mg|milligrams?|micrograms?|units|mcg|tablets|pills|puffs|drops))|what mg|mg)\b(?! count)/i
export const FREQUENCY =
  /\b(?:how often|frequency|how many times (?:a|per|each)|how frequently|schedule|what time|when (?:do|should|does|is|must) \w+ (?:have to |need to |supposed to |to )?(?:take|taken)|times a day)\b/i
export const ROUTE = /\b(?:route|by mouth or|how is \S+ (?:given|taken|administered))\b/i
export const SIDE =
  /\b(?:which (?:side|eye|knee|hip|ear|arm|leg|breast|foot|hand|shoulder|kidney|lung)|what side|left or right|right or left)\b/i
export const LOT = /\b(?:lot|batch)(?: number| no\.?)?\b/i
export const GENERIC =
  /^\W*(?:what|which|tell|give|show|list|name|do|does|did|is|are|am|was|were|has|have|had|any|can|could|please|how|when|who|where|why|all|my|the|last|latest|current|most)\b/i
