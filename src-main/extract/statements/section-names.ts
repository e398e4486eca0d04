/** What stands under a heading: the usual titles of clinical papers, British and American, long and short. */

export type Section =
  | 'medications'
  | 'medications-started'
  | 'medications-stopped'
  | 'medications-changed'
  | 'medications-continued'
  | 'allergies'
  | 'problems'
  | 'history'
  | 'diagnoses'
  | 'impression'
  | 'family-history'
  | 'procedures'
  | 'immunizations'
  | 'encounters'
  | 'care-team'
  | 'advice'
  | 'plan'
  | 'other'

const MEDICINE =
  '(?:medications?|medicines?|meds|drugs?|medication list|medicines? list|drug list|prescriptions?|drug therapy|therapy|treatment|pharmacotherapy|medical treatment)'
const WHEN =
  '(?:current|present|home|regular|repeat|acute|active|outpatient|inpatient|discharge|admission|preadmission|pre-admission|prior to admission|ongoing|daily|usual|long[- ]term|chronic|as needed|prn|your|all|prescribed|prescription|non-prescription|over[- ]the[- ]counter|otc|scheduled|maintenance|concurrent|latest|list of|other|oral|reported|patient reported)'
const AT =
  '(?: (?:list|history|record|summary|reconciliation|review|chart|card|on admission|at admission|on discharge|at discharge|on arrival|at home|prior to admission|prior to visit|before admission|to take home|to take|taken|as of.*|at time of.*|on transfer|and supplements|and doses?|and allergies|prescribed|today|now|\\(.*\\)))*'

/** The first that fits counts. */
const TITLES: readonly (readonly [Section, RegExp])[] = (
  [
    [
      'medications-stopped',
      `(?:${WHEN} )*(?:stopp?(?:ed)?(?: taking)?(?: these)?|discontinued|ceased|withheld|held|past|previous|former|inactive|completed|old)(?: ${WHEN})* ${MEDICINE}${AT}|${MEDICINE}(?: that (?:were|have been|you should|you must))? (?:stopp?(?:ed)?(?: taking)?|discontinued|ceased|withheld|held)${AT}|(?:stopped|discontinued|ceased|stop taking(?: these ${MEDICINE})?)${AT}|stop|do not take(?: these ${MEDICINE})?|previously (?:tried|taken|used)(?: ${MEDICINE})?|${MEDICINE} (?:previously )?tried|(?:${MEDICINE} )?(?:(?:you (?:are )?|patient (?:is )?)?no longer (?:taking|taken|takes|used|using|prescribed|on|needed)|not (?:currently |now )?(?:taking|taken)(?: any ?more)?)`,
    ],
    [
      'medications-started',
      `(?:new(?:ly started)?|started|start(?: taking)?(?: these)?|initiated|added)(?: ${WHEN})* ${MEDICINE}${AT}|${MEDICINE} (?:started|initiated|added|newly started|commenced)${AT}|(?:newly )?(?:started|commenced)|new|start taking`,
    ],
    [
      'medications-changed',
      `(?:changed?|altered|adjusted|modified)(?: these)? ${MEDICINE}${AT}|${MEDICINE} (?:changed|altered|adjusted|modified)${AT}|(?:${WHEN} )*${MEDICINE} (?:changes?|adjustments?|amendments?)(?: made)?${AT}|changes? (?:made )?(?:to|in) (?:your |the |his |her |regular )*${MEDICINE}${AT}|changed|dose changes|change how you take(?: these ${MEDICINE})?`,
    ],
    [
      'medications-continued',
      `(?:continued?|unchanged|continuing)(?: taking)?(?: these)? ${MEDICINE}${AT}|${MEDICINE} (?:continued|unchanged|to continue)${AT}|continued|unchanged|continue taking(?: these ${MEDICINE})?`,
    ],
    [
      'allergies',
      '(?:known |drug |medication |medicine |food |adverse |environmental |latex |patient |documented |active )*(?:allerg(?:y|ies)|intolerances?|sensitivit(?:y|ies)|hypersensitivit(?:y|ies)|adverse (?:drug )?reactions?|adrs?|drug reactions?)(?: list| status| history| record| to (?:medications?|medicines?|drugs?))?(?: ?(?:and|&|/|or) ?(?:drug |food |known )?(?:allerg(?:y|ies)|intolerances?|sensitivit(?:y|ies)|hypersensitivit(?:y|ies)|adverse (?:drug )?(?:reactions?|events?)|reactions?|alerts?))*(?: \\(.*\\))?|alerts and allergies|all|(?:known )?allergens?|(?:(?:i am|you are|he is|she is|(?:the |this )?(?:patient|person|child) is) )?(?:severely |seriously )?allergic to(?: the following| these)?(?: (?:medicines?|medications?|drugs?|foods?|substances))?|allerg(?:y|ies) (?:alerts?|to|reviewed|checked|confirmed|verified|updated)(?: (?:and confirmed|with patient|today))?',
    ],
    [
      'medications',
      `(?:${WHEN} )*${MEDICINE}(?: (?:given|administered|received|used))?${AT}|dh|dhx|d\\.h\\.|drug history|medication history|rx|ttos?|tta|take home ${MEDICINE}|(?:${MEDICINE}) (?:and|&|/) (?:supplements|vitamins|herbals)|supplements|vitamins and supplements|(?:eye |ear )?drops|inhalers|insulins?|topicals|creams|prescribed items|items prescribed|(?:${WHEN} )*${MEDICINE} (?:the patient|you) (?:is|are|takes?).*`,
    ],
    [
      'family-history',
      '(?:family|familial)(?:(?: and|,| &|/) ?(?:social|psychosocial|personal))?(?: medical| health)? (?:history|hx|background)|family/social history|fh|fhx|fmh|fmhx|famhx|family',
    ],
    [
      'immunizations',
      '(?:immuni[sz]ations?|vaccinations?|vaccines?|shots|immuni[sz]ation)(?: (?:(?:for|at|during|in) (?:this|your) (?:visit|appointment|encounter)|today|history|record|status|list|card|given|administered|received|schedule|certificate))*|health maintenance',
    ],
    [
      'procedures',
      '(?:(?:past |previous |prior )?(?:surgical|operative|procedural) (?:history|hx)|psh|pshx|past surgical history|surgeries|(?:previous |past |prior )?(?:procedures?|operations?|surgery)(?: (?:performed|history|list|done|undertaken))*|operations? and procedures?|surgeries and procedures|procedures? (?:and|&) (?:operations?|surgeries)|operation performed|title of (?:operation|procedure)|name of (?:operation|procedure))',
    ],
    [
      'history',
      '(?:(?:past|previous|prior|relevant|significant|other|general)(?: past)?(?: relevant| significant)? (?:medical )?(?:history|hx)|(?:(?:past|current|active|inactive|present|previous)(?: ?(?:and|&|/|or) ?)?){1,3} (?:medical |health )?(?:history|problems|conditions)|pmh|pmhx|pmhx|p\\.m\\.h\\.?|medical history|past illnesses|(?:significant|minor|major|important) past(?: problems?| events?)?|past problems?|past medical and surgical history|background(?: history)?|past history|comorbidit(?:y|ies)|co-morbidit(?:y|ies)|medical background|relevant conditions|pmsh|pmh/psh)',
    ],
    [
      'problems',
      '(?:active |current |medical |major |significant |chronic |ongoing |patient |health |resolved |inactive )*(?:problems?|problem list|conditions?|health (?:issues|concerns|conditions)|diagnosis list|issues)(?: list)?(?: \\(.*\\))?|conditions being managed|known(?: (?:to have|history|with))?|known to suffer from|suffers from',
    ],
    [
      'diagnoses',
      '(?:(?:principal|primary|secondary|final|discharge|admission|admitting|admit|main|other|additional|working|provisional|preoperative|pre-operative|postoperative|post-operative|clinical|confirmed|presumptive|histological|pathological|encounter|visit|billing|referral|current|known|active)(?: and secondary)? )*(?:diagnos[ie]s|dx|dxs|diagnoses)(?: (?:(?:for|of|during|made (?:at|during)|at) )?(?:this|the) (?:visit|admission|stay|episode|encounter)| (?:today|list|at discharge|on discharge|on admission|at admission|codes?))?|diagnosis \\d|(?:the )?(?:following )?(?:issues|problems|conditions|diagnoses|concerns) (?:were |that were |we )?(?:addressed|discussed|managed|treated)(?: today| (?:at|in|during) (?:this|your) visit)?',
    ],
    [
      'impression',
      '(?:clinical )?(?:impressions?|imp|assessment|conclusions?|summary impression|opinion|assessment (?:and|&|/) plan|assessment/plan|a/p|a&p|a and p|impression (?:and|&|/) plan|impression/plan)',
    ],
    [
      'encounters',
      '(?:encounters?|visits?|appointments?|admissions?|hospitali[sz]ations?)(?: (?:history|list|details|information|record|summary))*|(?:past|previous|recent|prior) (?:encounters?|visits?|admissions?|hospitali[sz]ations?)',
    ],
    [
      'care-team',
      '(?:care team|care providers?|providers?|clinicians?|treating (?:team|physicians?|doctors?)|health ?care team|treatment team|your (?:care|healthcare) team|contacts|doctors?|physicians?)(?: (?:list|details|contacts))?',
    ],
    [
      'advice',
      '(?:patient |discharge |follow[- ]up |medication |home care |general )*(?:instructions?|advice|education|information(?: for (?:patients?|you))?|recommendations?|warnings?|precautions?|counsel+ing|safety net(?:ting)?|what to (?:do|expect|watch for|look out for)|when to (?:call|seek help|get help)|return precautions|side effects|possible side effects|patient information|how to take.*|about (?:your|this) medicines?|call your doctor if.*|contraindications?|interactions|drug interactions|risks(?: and benefits)?|consent|differential(?: diagnos[ie]s)?|ddx|d/dx|indications?|screening|(?:immuni[sz]ations?|vaccin(?:es?|ations?)|health maintenance) (?:due|overdue|recommended|needed|offered|declined))',
    ],
    [
      'plan',
      '(?:treatment |management |care |follow[- ]up )*plan|follow[- ]?up|management|next steps|actions?|actions? for gp|gp actions?|requests?|orders?|to do|disp(?:osition)?|goals?',
    ],
    [
      'other',
      "(?:patient|he|she|client) (?:says|states|reports|tells us|complains of)|done(?: today)?|care given|what we did(?: today)?|seen for|reason|obs|your (?:most recent |last )?vitals|most recent vitals|today's visit|(?:social|personal|occupational|sexual|smoking|travel|developmental|gyn(?:a?ecological)?|obstetric|psychiatric|birth|substance(?: use)?) ?(?:history|hx)?|sh|shx|ros|review of systems|systems? review|(?:on )?(?:physical )?exam(?:ination)?(?: findings)?|o/e|vital signs?|vitals|observations|laborator(?:y|ies)(?: (?:results?|data|tests?|findings|studies))?|labs?(?: results?)?|results?|investigations?|test results|imaging|radiology|findings|technique|comparison|clinical (?:history|information|details|indication)|reason for (?:visit|referral|admission|consultation|exam(?:ination)?|test)|chief complaint|cc|presenting complaint|pc|hpc|hpi|history of presenting (?:complaint|illness)|history of present(?:ing)? illness|history of the present illness|interval history|subjective|objective|narrative|hospital course|(?:ed|er|emergency department|icu|ward|inpatient) course|course in hospital|clinical (?:course|summary|narrative)|summary|discussion|comments?|notes?|date of birth|dob|patient|name|address|insurance|demographics|microbiology|pathology|specimen|(?:health|lifestyle) (?:status|readings|data)|values|measurements|recordings|gross description|microscopic description|addendum|references?|ha?ematology|biochemistry|chemistry|urinalysis|condition (?:at|on) discharge|discharge condition|functional status|diet|activity|lifestyle|smoking|alcohol|tobacco|exercise|occupation|code status|advance directives?|legal|signature|signed|cc:|copy to|dear.*|sincerely|yours.*|mental status|growth|anaesthesia|anesthesia|complications?|estimated blood loss|implants|devices|equipment|nutrition|therapies|wound care|letter|subject|re",
    ],
  ] as const
).map(([section, source]) => [section, new RegExp(`^(?:${source})$`)] as const)

const LONGEST_TITLE = 70

/** `title` without its colon; undefined where it is no title that is known. */
export function sectionOf(title: string): Section | undefined {
  if (title.length > LONGEST_TITLE) return undefined
  const plain = title
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/^[\s#*_>\-–•]+|[\s:*_#.\-–]+$/gu, '')
    .replace(/^(?:\d{1,2}|[ivx]{1,4})[.)]\s+/, '')
    .replace(/\s+/g, ' ')
    .trim()
  return plain === '' ? undefined : TITLES.find(([, pattern]) => pattern.test(plain))?.[0]
}
