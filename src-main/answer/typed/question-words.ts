/** The words by which a question says what it asks, and those that say nothing: what is left over is not understood. */
import type { FactKind } from '#contract/facts.ts'
import type { Ask } from '#contract/typed-query.ts'

/** What kind of facts a word asks for. The first that fits counts. */
export const KIND_WORDS: readonly (readonly [FactKind, RegExp])[] = [
  [
    'family-history',
    /\b(?:family (?:medical )?history|(?:runs?|running) in (?:the|my|his|her|their) family|family members?|relatives?)\b/i,
  ],
  ['allergy', /\b(?:allerg(?:y|ies|ic|ens?)|intoleran(?:t|ces?)|hypersensitivit(?:y|ies))\b/i],
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
  /\b(?:(?:grand|step)?(?:mother|father|parents?)|mom|mum|dad|sisters?|brothers?|siblings?|aunts?|uncles?|cousins?|sons?|daughters?|child(?:ren)?|grand(?:ma|pa)|maternal|paternal|family|relatives?)\b/i

const NUMBER_WORD = 'one|two|three|four|five|six|seven|eight|nine|ten'
export const LAST_SOME = new RegExp(
  `\\b(?:last|latest|most recent|past|previous) (\\d{1,2}|${NUMBER_WORD})(?! ?(?:days?|weeks?|months?|years?)\\b)`,
  'i',
)
export const countOf = (word: string): number => {
  const at = NUMBER_WORD.split('|').indexOf(word.toLowerCase())
  return at >= 0 ? at + 1 : Number(word)
}

export const BEYOND =
  /\b(?:(above|over|greater than|higher than|more than|exceed(?:s|ed|ing)?|at least)|(below|under|less than|lower than|fewer than))\s+(\d+(?:\.\d+)?)|([<>])\s*(\d+(?:\.\d+)?)/i

/** The first that fits says what is asked of values. */
export const VALUE_ASKS: readonly (readonly [Ask, RegExp])[] = [
  ['count', /\bhow many\b|\bhow often (?:was|were|has|have|did|is)\b|\bnumber of\b|\bcount\b|\bhow many times\b/i],
  ['mean', /\b(?:average|mean|typical(?:ly)?|on average)\b/i],
  [
    'when',
    /^\W*(?:and )?when\b|\b(?:what|which|on what|on which) (?:date|day|year|month)\b|\bdate of\b|\bhow long ago\b|\bhow recent(?:ly)?\b|\bsince when\b/i,
  ],
  [
    'trend',
    /\b(?:trend(?:s|ing|ed)?|over time|over the years|progress(?:ion|ed|ing)?|trajectory|evol(?:ve|ved|ution)|been (?:doing|changing|going)|going (?:up|down)|getting (?:better|worse|higher|lower)|(?:im|)proving|improved|worsen(?:ed|ing)|rising|falling|track(?:ed|ing)?)\b|\bhow (?:has|have|did|does) .*\bchanged?\b/i,
  ],
  [
    'change',
    /\b(?:chang(?:e|ed|es)|compar(?:e|ed|ison)|difference|increas(?:e|ed)|decreas(?:e|ed)|go(?:ne)? (?:up|down)|went (?:up|down)|r(?:ose|isen|ise)|f(?:ell|allen)|drop(?:ped)?|gain(?:ed)?|lost|lose|higher|lower|better|worse)\b/i,
  ],
  ['highest', /\b(?:highest|max(?:imum)?|peak(?:ed)?|largest|greatest|biggest|most|top|worst|how high)\b/i],
  ['lowest', /\b(?:lowest|min(?:imum)?|nadir|smallest|least|how low)\b/i],
  [
    'in-range',
    /\b(?:normal|abnormal|in (?:the )?(?:normal |reference |healthy )?range|within (?:the )?(?:normal |reference )?(?:range|limits)|out of (?:the )?(?:normal |reference )?range|too (?:high|low)|elevated|flagged|reference range|healthy range)\b|^\W*(?:is|are|was|were)\b.*\b(?:high|low|ok|okay|fine|good|bad)\W*$/i,
  ],
  ['first', /\b(?:first|earliest|initial|baseline|oldest|original(?:ly)?)\b/i],
  [
    'latest',
    /\b(?:last|latest|most recent(?:ly)?|newest|recent(?:ly)?|current(?:ly)?|now|today|these days|at present|present)\b/i,
  ],
  ['list', /\b(?:all|list|every|each|history|values|readings|results|levels|record of|show me|numbers)\b/i],
]

export const STATED =
  /^\W*(?:(?:and|so|but) )?(?:is|are|am|was|were|do|does|did|has|have|had|any|can you (?:find|see|confirm)|confirm|check (?:if|whether))\b|\b(?:ever (?:had|been|have|taken|received|got)|history of|documented|mentioned|on (?:the|my) list|recorded)\b/i
export const LATEST = /\b(?:last|latest|most recent(?:ly)?|newest|recent(?:ly)?)\b/i
export const FIRST = /\b(?:first|earliest|initial(?:ly)?|originally|start(?:ed|ing)?|begin|began|begun)\b/i
export const CURRENT =
  /\b(?:still|current(?:ly)?|now|today|at present|present|active|at the moment|these days|am i (?:on|taking)|taking)\b/i
export const STOPPED = /\b(?:stop(?:ped|ping)?|discontinued?|came off|taken off|quit|cease[ds]?|no longer)\b/i
export const WHO =
  /^\W*who(?:se|m)?\b|\bwhich (?:doctor|physician|clinician|specialist|surgeon|provider)\b|\bname of (?:the|my|his|her)\b|\bby whom\b/i
export const WHERE =
  /^\W*where\b|\b(?:which|what|at which|at what) (?:hospital|clinic|facility|place|lab|laboratory|center|centre)\b/i
export const WHY =
  /^\W*why\b|\bwhat (?:is|was|were|are|do|does|did)\b.*\bfor\W*$|\breason\b|\bindication\b|\bto treat what\b/i
export const REACTION = /\b(?:reactions?|react(?:s|ed)?|happen(?:s|ed)? (?:when|if|with)|what happens)\b/i
export const SEVERITY = /\b(?:how (?:severe|bad|serious)|severity)\b/i
export const DOSE =
  /\b(?:dos(?:e|es|age|ing)|strength|how (?:much|many (?:mg|milligrams|units|mcg|tablets|pills))|what mg|mg)\b/i
export const FREQUENCY =
  /\b(?:how often|frequency|how many times (?:a|per|each)|how frequently|schedule|what time|when (?:do|should|does|is) \w+ (?:to )?(?:take|taken|supposed))\b/i
export const ROUTE = /\b(?:route|by mouth or|how is \S+ (?:given|taken|administered))\b/i
export const SIDE =
  /\b(?:which (?:side|eye|knee|hip|ear|arm|leg|breast|foot|hand|shoulder|kidney|lung)|what side|left or right|right or left)\b/i
export const LOT = /\b(?:lot|batch)(?: number| no\.?)?\b/i
export const GENERIC =
  /^\W*(?:what|which|tell|give|show|list|name|do|does|did|is|are|am|was|were|has|have|had|any|can|could|please|how|when|who|where|why|all|my|the|last|latest|current|most)\b/i

/** Words that ask, point or link, and narrow nothing. */
const FILLERS = new Set(
  (
    'a an the this that these those there here my mine me i im ive id we our us you your yours he she his her hers him it its they them their theirs ' +
    'patient patients pt person one ones someone somebody anyone anybody everybody mr mrs ms miss dr ' +
    'is are am was were be been being do does did done has have had having get gets got getting can could will would should shall may might must ' +
    'what whats which who whos whose whom when whens where wheres why how hows if whether ' +
    'and or but so then also both either of in on at for from to with by about as into onto than off out up down over under per via during within since until after before ' +
    'any some all every each both many much more most less few several other others another same only just even ever never yet already still again ' +
    'please tell show give list name find see know check look want need let help find pull display provide summarize summarise say says said ' +
    'last latest recent recently newest current currently present now today first earliest oldest initial baseline original originally previous prior past most ' +
    'highest lowest maximum minimum max min average mean mean peak nadir typical top worst largest smallest greatest biggest least ' +
    'value values level levels reading readings result results test tests tested testing number numbers count counts measurement measurements measured score scores figure figures lab labs laboratory blood work bloodwork panel ' +
    'record records recorded recording history file files chart charts document documents documented paper papers note notes noted mention mentioned state stated states statement written entry entries data information info known ' +
    'list listed lists date dates day days year years month months time times long ago often recently soon ' +
    'high low normal abnormal range ranges limit limits reference elevated flagged flag healthy fine ok okay good bad too ' +
    'trend trends trending change changes changed changing compare compared comparison difference different increase increased increasing decrease decreased decreasing rise rose risen rising fall fell fallen falling drop dropped go goes gone going went come came better worse improve improved improving worsen worsened worsening progress progressed progression progressing evolve evolved evolution track tracked gain gained lost lose higher lower ' +
    'take takes taken taking took use uses used using receive received receives receiving give given administer administered prescribe prescribed prescribes prescription prescriptions put placed start starts started starting begin begins began begun stop stops stopped stopping discontinue discontinued continue continued supposed ' +
    'medication medications medicine medicines med meds drug drugs pill pills tablet tablets dose doses dosage dosing strength mg mcg units frequency route ' +
    'allergy allergies allergic allergen allergens reaction reactions react reacted intolerance intolerances intolerant severe severity happen happens happened ' +
    'vaccine vaccines vaccination vaccinations vaccinated immunization immunizations immunisation immunisations immunized immunised shot shots jab jabs booster boosters ' +
    'condition conditions diagnosis diagnoses diagnosed problem problems illness illnesses disease diseases disorder disorders medical health issue issues suffer suffers suffered suffering comorbidities ' +
    'surgery surgeries surgical operation operations operated procedure procedures perform performed undergo underwent undergone done ' +
    'visit visits visited admission admissions admitted admit hospital hospitalized hospitalised hospitalization hospitalizations stay stays appointment appointments seen saw encounter encounters discharge discharged ' +
    'doctor doctors physician physicians provider providers clinician clinicians specialist specialists treating care team ' +
    'side left right left-sided right-sided reason indication lot batch due next order ordered exactly overall total altogether ' +
    "far altogether file anything something nothing else everything what's get " +
    'above below over under than exceed exceeds exceeded exceeding greater least fewer run runs running far altogether anything something nothing else everything get family evidence sign signs documentation confirm confirmed confirms positive negative hi hello thanks thank actually really currently active there s t re ve d m ll'
  ).split(' '),
)

export const isFiller = (word: string): boolean =>
  FILLERS.has(
    word
      .toLowerCase()
      .replace(/['’]s?$/u, '')
      .replace(/['’]/gu, ''),
  )
