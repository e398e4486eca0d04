/**
 * Who treated, reported or signed: which questions ask for a clinician, and which lines of a paper name one. A name in
 * a letter's head may stand on a line of its own, its office on the next: the two are quoted together.
 */
import type { Unit } from '../retrieve/sentences.ts'

const ROLE =
  'doctors?|physicians?|clinicians?|consultants?|surgeons?|specialists?|practitioners?|providers?|nurses?|gps?|pcp|\\w+ologists?|\\w+iatrists?|\\w+iatricians?|dentists?|midwi(?:fe|ves)|therapists?|physiotherapists?|radiographers?|endoscopists?|operators?|registrars?|dietiti?cians?|optometrists?|anaesthetists?|anesthetists?'

/** What a question's verb asks for, and how papers say it. */
const ACTS: readonly (readonly [asked: RegExp, written: RegExp])[] = [
  [
    /\b(?:report(?:ed|s)?|read|interpret(?:ed|s)?|sign(?:ed|s)?|wrote|dictated)\b/i,
    /\b(?:report(?:ed|ing)|read|interpreted|signed|dictated|verified|authori[sz]ed)\b|\b(?:radi|path)ologist\b/i,
  ],
  [
    /\b(?:saw|sees|seen|examined?|treat(?:ed|s)?|assess(?:ed|es)?|review(?:ed|s)?)\b/i,
    /\b(?:seen|examined|treated|assessed|reviewed)\s+(?:on [\w ./-]{4,20} )?by\b|^(?:clinician|provider|attending|your provider)\b/i,
  ],
  [/\b(?:referr?(?:ed|s)?|order(?:ed|s)?|request(?:ed|s)?)\b/i, /\b(?:referr|order|request)\w*\b/i],
  [
    /\b(?:perform(?:ed|s)?|operat(?:ed|es)?|did|removed|repaired)\b/i,
    /\b(?:performed|operated)\s+by\b|\b(?:surgeon|operator|endoscopist)\b/i,
  ],
]

const ASKS_WHO = /\bwho(?:se|m)?\b|\b(?:which|what) (?:doctor|physician|surgeon|specialist|nurse)\b|\bname of\b/i
const HAS_ROLE = new RegExp(`\\b(?:${ROLE})\\b`, 'i')

export const asksForClinician = (question: string): boolean =>
  ASKS_WHO.test(question) && (HAS_ROLE.test(question) || ACTS.some(([asked]) => asked.test(question)))

const NAME = /\p{Lu}[\p{L}'’-]*\.?(?:\s+\p{Lu}[\p{L}'’-]*\.?){0,3}/u.source
const TITLED = new RegExp(`\\b(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Sister|Nurse)\\.?\\s+${NAME}`, 'u')
const GRADED = new RegExp(
  `${NAME},?\\s+(?:MD|DO|NP|PA(?:-C)?|RN|FRCSC?|FRCP|MRCP|MBBS|MBChB|DDS|DMD|CNP|FNP|CRNP|DPM)\\b`,
  'u',
)
const LABELLED = new RegExp(`(?:\\b[Bb]y:?|:)\\s+${NAME}`, 'u')
const ABOUT_PATIENT = /\b(?:dob|born|date of birth|nhs n|patient)|^\W*re\b/i
const SIGNS = new RegExp(
  `\\b(?:signed|seen|reported|examined|performed|dictated|verified|read|treated|requested|ordered|referred)(?: on [\\w ./-]{4,20})? by\\b|^(?:your |ordering |referring |attending |primary )?(?:${ROLE})\\s*:|^signed\\b`,
  'i',
)
const OFFICE = new RegExp(
  `\\b(?:${ROLE}|consultant|practice|surgery|health centre|health center|medical centre)\\b`,
  'i',
)

/** A line without end is no signature, and looking for names in it would take long. */
const LONGEST = 600

export const namesClinician = (text: string): boolean =>
  text.length < LONGEST &&
  !ABOUT_PATIENT.test(text) &&
  (TITLED.test(text) || GRADED.test(text) || (SIGNS.test(text) && LABELLED.test(text)))

/** A line by which a paper says who stands behind it. */
export const isSignature = (text: string): boolean =>
  namesClinician(text) && text.length < 120 && (SIGNS.test(text) || GRADED.test(text) || OFFICE.test(text))

export const isAddress = (text: string): boolean => /^\W*dear\b/i.test(text)

/** A specialist's letter is addressed to the family doctor; any other salutation tells nothing. Takes the title too. */
export const isFromSpecialist = (text: string): boolean =>
  /\b(?:consultant|registrar|hospital|department of|outpatients?|\w{3,}ology|\w{3,}ologist)\b/i.test(text) &&
  !/\bgeneral practitioner\b/i.test(text)

/** How well a line says who did what was asked. */
export const actFits = (question: string, line: string): boolean =>
  ACTS.some(([asked, written]) => asked.test(question) && written.test(line))

/** A name alone on its line becomes one unit with the office below it. */
export function joinNames(text: string, units: readonly Unit[]): Unit[] {
  const lone = new RegExp(`^(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss)\\.?\\s+)?${NAME},?$`, 'u')
  return units.flatMap((unit, at) => {
    const [before, after] = [units[at - 1], units[at + 1]]
    const wordsOf = (one: Unit | undefined) => (one ? text.slice(one.start, one.end) : '')
    const joins = (name: Unit | undefined, office: Unit | undefined) =>
      name !== undefined &&
      office !== undefined &&
      lone.test(wordsOf(name)) &&
      office.end - office.start < 60 &&
      !wordsOf(office).includes(':') &&
      OFFICE.test(wordsOf(office)) &&
      !/\n\s*\n/.test(text.slice(name.end, office.start))
    if (joins(before, unit)) return []
    if (after && joins(unit, after)) return [{ start: unit.start, end: after.end, kind: 'sentence' as const }]
    return [unit]
  })
}
