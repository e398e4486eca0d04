/** What the columns of clinical tables are called; which of them matter for a kind of fact is its reader's affair. */

export type Column =
  | 'medication'
  | 'strength'
  | 'form'
  | 'route'
  | 'frequency'
  | 'directions'
  | 'started'
  | 'stopped'
  | 'status'
  | 'change'
  | 'reason'
  | 'quantity'
  | 'time-of-day'
  | 'allergen'
  | 'reaction'
  | 'severity'
  | 'condition'
  | 'date'
  | 'vaccine'
  | 'dose-number'
  | 'lot'
  | 'relation'
  | 'procedure'
  | 'side'
  | 'place'
  | 'person'
  | 'role'
  | 'kind'
  | 'comment'

const TITLES: readonly (readonly [Column, RegExp])[] = (
  [
    [
      'medication',
      '(?:medication|medicine|drug|medications|medicines|drugs|product|brand|generic|active (?:ingredient|substance)|substance|preparation|prescription|item)(?: name| and strength| \\(?(?:generic|brand).*)?|name of (?:medicine|medication|drug)|rx|drug & strength',
    ],
    [
      'strength',
      'strength|dose|dosage|dose/strength|amount|dose amount|strength/dose|dose \\(.*\\)|strength \\(.*\\)|current dose',
    ],
    ['form', 'form|formulation|dose form|dosage form|presentation'],
    ['route', 'route|route of admin(?:istration)?|how given|via'],
    ['frequency', 'frequency|freq|how often|schedule|times|times per day|timing|when|when to take|interval'],
    [
      'directions',
      'directions?|instructions?|sig|how to take(?: it)?|dosing|dosing instructions|dose and frequency|dose/frequency|dosage and frequency|administration|how taken|posology|regimen|take|dose & frequency|patient instructions|dosage instructions|use',
    ],
    [
      'started',
      'start|started|start date|date started|from|begin(?:ning)?|since|prescribed on|date prescribed|started on|commenced',
    ],
    [
      'stopped',
      'stop|stopped|end|end date|stop date|date stopped|until|to|discontinued|date ended|stopped on|resolved(?: on| date)?|date resolved|resolution(?: date)?|abated',
    ],
    [
      'change',
      'change|changes|action|continue|continued|what changed|change made|status at discharge|continue/stop|plan|disposition',
    ],
    ['status', 'status|state|current|active|clinical status|verification'],
    [
      'reason',
      'reason|indication|for|purpose|why|what for|used for|taken for|what it is for|prescribed for|reason for taking',
    ],
    [
      'quantity',
      'ordered|filled|last filled|last issued|last taken|last dose|quantity|qty|refills?|supply|dispensed|days supply|number|no\\.?|#',
    ],
    [
      'time-of-day',
      'morning|breakfast|noon|midday|lunch|afternoon|evening|dinner|supper|tea|night|bedtime|am|pm|mane|nocte',
    ],
    [
      'allergen',
      'allergen|allergy|allergies|allergic to|agent|causative agent|trigger|allergy/intolerance|intolerance|drug allergy|allergen name',
    ],
    ['reaction', 'reactions?|manifestations?|symptoms?|type of reaction|reaction type|what happened|effect'],
    ['severity', 'severity|criticality|grade'],
    [
      'condition',
      'conditions?|(?:active |current |resolved )?problems?(?: list)?|diagnos[ie]s|disease|description|illness|problem name|health (?:issue|concern)|problem description|diagnosis description|name',
    ],
    [
      'date',
      'date|dates|(?:noted|onset|diagnosis|diagnosed|recorded|entry|event|procedure|surgery|first noted) (?:date|on)|date \\d|dose #?\\d|\\d(?:st|nd|rd|th)(?: dose)?|date of (?:onset|diagnosis|procedure|operation|vaccination|administration|service|visit|admission)|onset|onset date|diagnosed|date diagnosed|noted|date noted|recorded|date recorded|date given|given|given on|administered|administration dates?|admin date|dates? administered|dates? given|date administered|performed|year|when diagnosed|vaccination date|service date|visit date|admitted|admission date|admission|identified|entered|last updated|date/time|age',
    ],
    [
      'vaccine',
      'vaccines?|immuni[sz]ations?|vaccine name|vaccine/product|vaccination|vaccine type|vaccinations|trade name|disease/vaccine|vaccine product',
    ],
    ['dose-number', 'dose no\\.?|dose number|dose #|series|series dose|dose in series|#|nr\\.?|shot|dose'],
    ['lot', 'lot|lot no\\.?|lot number|lot #|batch|batch no\\.?|batch number|lot/batch|manufacturer/lot|charge|serial'],
    ['relation', 'relation(?:ship)?|relative|family member|member'],
    ['procedure', 'procedures?|operations?|surger(?:y|ies)|procedure name|operation performed|intervention'],
    ['side', 'side|laterality|site|body site|location'],
    [
      'place',
      'place|location|facility|hospital|clinic|department|ward|where|organi[sz]ation|provider organi[sz]ation|practice|given at|administered at|service',
    ],
    [
      'person',
      'provider|physician|doctor|clinician|surgeon|prescriber|prescribed by|ordered by|given by|performed by|seen by|attending|name|by|consultant|author|administered by|vaccinator',
    ],
    ['role', 'role|specialty|speciality|discipline|profession'],
    ['kind', 'type|visit type|encounter type|category|class|kind|encounter|visit|event'],
    [
      'comment',
      'comments?|notes?|remarks?|details|manufacturer|mfr|maker|expiry|expires|exp\\.?|code|icd(?:-?10)?(?: code)?|cvx|snomed|route/site|discharge(?:d)?|discharge date|source|verified|info(?:rmation)?|additional information|next due|due|outcome|result|signature|initials',
    ],
  ] as const
).map(([column, source]) => [column, new RegExp(`^(?:${source})$`)] as const)

/** All that the title may mean; what it means in one table, the other columns tell. */
export function columnsOf(title: string): Column[] {
  const plain = title
    .toLowerCase()
    .replace(/[\s:*?]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()
  return plain === '' || plain.length > 40
    ? []
    : TITLES.filter(([, pattern]) => pattern.test(plain)).map(([column]) => column)
}

export const isColumnTitle = (cell: string) => columnsOf(cell).length > 0
