/**
 * The vital signs that are read, how papers name them, and which values and units each can have. Codes: HL7 FHIR R4,
 * vital signs profiles (hl7.org/fhir/R4/observation-vitalsigns.html).
 */

export type MeasureKey =
  | 'pressure'
  | 'systolic'
  | 'diastolic'
  | 'pulse'
  | 'temperature'
  | 'breathing'
  | 'saturation'
  | 'weight'
  | 'height'
  | 'bmi'

export interface Measure {
  readonly key: MeasureKey
  readonly name: string
  readonly loinc: string
  /** Alternatives of a pattern, longer ones first; short forms stand in `shortLabel`, in capitals as they are printed. */
  readonly label: string
  readonly shortLabel?: string
  /** UCUM by pattern of what is printed. */
  readonly units: readonly (readonly [RegExp, string])[]
  /** Without a unit the value must lie in here to count; absent: it needs a unit. */
  readonly bare?: readonly [low: number, high: number]
  /** Too short to count but beside other vital signs; without a unit the value must then lie in one of these. */
  readonly beside?: { readonly label: string; readonly bare: readonly (readonly [low: number, high: number])[] }
}

const PER_MINUTE = '(?:beats|breaths|bpm|beats/min|/\\s?min(?:ute)?|per min(?:ute)?|a minute|min-1|/m)'

export const measures: readonly Measure[] = [
  {
    key: 'pressure',
    name: 'Blood pressure',
    loinc: '85354-9',
    label:
      'arterial blood pressure|blood pressure|blutdruck|tension art[ée]rielle|presi[óo]n arterial|pressione arteriosa|bloeddruk|blodtryck',
    shortLabel: 'B\\.?/?P\\.?|NIBP|RR|TA|PA',
    units: [[/^mm\s?\[?hg\]?/iu, 'mm[Hg]']],
    bare: [50, 300],
  },
  {
    key: 'systolic',
    name: 'Systolic blood pressure',
    loinc: '8480-6',
    label: 'systolic(?: blood pressure| bp)?',
    shortLabel: 'SBP',
    units: [[/^mm\s?\[?hg\]?/iu, 'mm[Hg]']],
    bare: [50, 300],
  },
  {
    key: 'diastolic',
    name: 'Diastolic blood pressure',
    loinc: '8462-4',
    label: 'diastolic(?: blood pressure| bp)?',
    shortLabel: 'DBP',
    units: [[/^mm\s?\[?hg\]?/iu, 'mm[Hg]']],
    bare: [20, 200],
  },
  {
    key: 'pulse',
    name: 'Heart rate',
    loinc: '8867-4',
    label:
      'pulse rate|heart rate|pulse|herzfrequenz|puls|fr[ée]quence cardiaque|pouls|frecuencia cardiaca|frequenza cardiaca|hartslag|pols',
    shortLabel: 'HR|PR|FC',
    units: [[new RegExp(`^(?:${PER_MINUTE}\\s*(?:per min(?:ute)?|/min)?)`, 'iu'), '/min']],
    bare: [25, 250],
    beside: { label: 'P', bare: [[25, 250]] },
  },
  {
    key: 'temperature',
    name: 'Body temperature',
    loinc: '8310-5',
    label: 'body temperature|temperature|temp\\.?|körpertemperatur|temperatur|temp[ée]rature|temperatura|temperatuur',
    shortLabel: 'T',
    units: [
      [/^(?:°|º|degrees?|deg\.?)?\s?(?:celsius|C)(?![\p{L}])/iu, 'Cel'],
      [/^(?:°|º|degrees?|deg\.?)?\s?(?:fahrenheit|F)(?![\p{L}])/iu, '[degF]'],
    ],
    // What a thermometer shows of a living person, in either scale.
    beside: {
      label: 'T|[Tt]emp\\.?|[Tt]emperature',
      bare: [
        [33, 43],
        [92, 109],
      ],
    },
  },
  {
    key: 'breathing',
    name: 'Respiratory rate',
    loinc: '9279-1',
    label:
      'respiratory rate|respiration rate|breathing rate|respirations?|resp\\.? rate|resp\\.?|atemfrequenz|fr[ée]quence respiratoire|frecuencia respiratoria',
    shortLabel: 'RR|AF',
    units: [[new RegExp(`^(?:${PER_MINUTE}\\s*(?:per min(?:ute)?|/min)?)`, 'iu'), '/min']],
    bare: [4, 70],
  },
  {
    key: 'saturation',
    name: 'Oxygen saturation',
    loinc: '59408-5',
    label:
      'oxygen saturation|o2 saturation|o2 sat\\.?|sp\\s?o2|spo₂|sa\\s?o2|pulse ox(?:imetry)?|sauerstoffsättigung|saturation en oxygène|saturation|saturación(?: de oxígeno)?',
    units: [
      [/^%/u, '%'],
      [/^per ?cent/iu, '%'],
    ],
    bare: [50, 100],
  },
  {
    key: 'weight',
    name: 'Body weight',
    loinc: '29463-7',
    label: 'body weight|weight|körpergewicht|gewicht|poids|peso(?: corporal)?',
    shortLabel: 'Wt\\.?',
    units: [
      [/^(?:kg|kgs|kilograms?|kilos?)(?![\p{L}])/iu, 'kg'],
      [/^(?:lbs?|pounds?)(?![\p{L}])/iu, '[lb_av]'],
    ],
  },
  {
    key: 'height',
    name: 'Body height',
    loinc: '8302-2',
    label: 'body height|height|körpergröße|größe|groesse|taille|talla|altura|estatura|lengte',
    shortLabel: 'Ht\\.?',
    units: [
      [/^(?:cm|centimet(?:er|re)s?)(?![\p{L}])/iu, 'cm'],
      [/^(?:in|inch|inches|")(?![\p{L}])/iu, '[in_i]'],
      [/^(?:m|met(?:er|re)s?)(?![\p{L}/])/iu, 'm'],
    ],
  },
  {
    key: 'bmi',
    name: 'Body mass index',
    loinc: '39156-5',
    label: 'body mass index(?: \\(bmi\\))?|bmi|imc',
    units: [[/^kg\s?\/\s?m\s?(?:2|²|\^2|\*2)/iu, 'kg/m2']],
    bare: [8, 90],
  },
]

/** The measures that a whole text names; what follows in brackets or after a comma is a unit or a position. */
export function measuresNamed(text: string): readonly Measure[] {
  const bare = text
    .replace(/\s*[([].*$|,.*$/u, '')
    .replace(/[\s:]+$/u, '')
    .trim()
  return measures.filter(
    ({ label, shortLabel }) =>
      isWhole(label, bare, 'iu') || (shortLabel !== undefined && isWhole(shortLabel, bare, 'u')),
  )
}

const isWhole = (pattern: string, text: string, flags: string) => new RegExp(`^(?:${pattern})$`, flags).test(text)
