/** Clinicians whom a paper names with a role: in a labelled field, or beside their name. Others are nobody's contacts. */
import type { ExtractPage, Proposal } from '../proposal.ts'

const WORD = "\\p{Lu}[\\p{L}'’-]*\\.?"
const TITLE = '(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Sister|Nurse)\\.?'
const DEGREE =
  '(?:M\\.?D|D\\.?O|N\\.?P|P\\.?A(?:-C)?|R\\.?N|FNP|MBBS|MBChB|MRCP|FRCP|FRCS|FACC|PhD|Ph\\.D|CNM|DDS|PharmD|DPM|LCSW|APRN|ARNP|MRCGP|FACS)\\b\\.?'
const NAME = `(?:${TITLE} (?:${TITLE} )?${WORD}(?: ${WORD}){0,3}|${WORD}(?:,? ${WORD}){1,3})`
const ROLE =
  'gp|general practitioner|family (?:doctor|physician)|primary care (?:provider|physician|doctor)|pcp|(?:attending|referring|ordering|treating|consulting|admitting|discharging|responsible|named|requesting|family) (?:physician|doctor|provider|clinician|consultant|practitioner)|attending|consultant(?: [a-z]+)?|surgeon|cardiologist|oncologist|neurologist|dermatologist|endocrinologist|nephrologist|urologist|gyna?ecologist|rheumatologist|psychiatrist|pa?ediatrician|gastroenterologist|pulmonologist|ophthalmologist|ha?ematologist|radiologist|pathologist|midwife|(?:specialist|practice|diabetes|district|community|ward) nurse|nurse practitioner|nurse|pharmacist|physiotherapist|physical therapist|psychologist|dietitian|social worker|dentist|health visitor|registrar|resident|provider|physician|clinician|doctor|prescriber|seen by|ordered by|referred by|reviewed by|dictated by|signed by|electronically signed by|reported by|author'

const LABELLED = new RegExp(
  `(?:^|[\\n\\t;|])[ ]*(${ROLE})(?:'s name| name)?[ ]*(?::[ \\t]*|\\t[ ]*)(${NAME}(?:,? ${DEGREE})*)`,
  'giu',
)
const SPECIALITY =
  '(?:\\p{Lu}[\\p{L}-]+ ){0,3}(?:Cardiologist|Oncologist|Neurologist|Dermatologist|Endocrinologist|Nephrologist|Urologist|Gyna?ecologist|Rheumatologist|Psychiatrist|Pa?ediatrician|Gastroenterologist|Pulmonologist|Ophthalmologist|Ha?ematologist|Radiologist|Pathologist|Surgeon|Physician|General Practitioner|GP|Consultant(?: [\\p{L}-]+){0,3}|Registrar|Nurse Practitioner|Specialist Nurse|Practice Nurse|Midwife|Physiotherapist|Pharmacist|Geriatrician|Internist|Hospitalist|Cardiology|Oncology|Neurology|Internal Medicine|Family Medicine|Endocrinology)'
const BESIDE = new RegExp(
  `(?<![\\p{L}])((?:${TITLE} ${WORD}(?: ${WORD}){0,3}(?:,? ${DEGREE})*|${WORD}(?: ${WORD}){1,3},? ${DEGREE}(?:,? ${DEGREE})*))(?:,[ ]?|[ ]?[–-][ ]|\\n[ ]*|[ ]?\\()(${SPECIALITY})(?![\\p{L}])`,
  'gu',
)

export function findCareContacts(page: ExtractPage): Proposal[] {
  const labelled = [...page.text.matchAll(LABELLED)].flatMap((match) =>
    contact(page, match, match[2] ?? '', match[1] ?? ''),
  )
  const beside = [...page.text.matchAll(BESIDE)].flatMap((match) =>
    contact(page, match, match[1] ?? '', match[2] ?? ''),
  )
  return [...labelled, ...beside]
}

const NO_NAME =
  /\b(?:Hospital|Clinic|Centre|Center|Date|Phone|Tel|Fax|Address|Department|Unknown|None|Patient|Signature|Medical|Health|Street|Road)\b/

function contact(
  page: ExtractPage,
  match: RegExpExecArray | RegExpMatchArray,
  written: string,
  role: string,
): Proposal[] {
  const name = written.replace(/\s+/g, ' ').trim()
  // The pattern of a labelled name ignores case; a name begins with capitals.
  if (name.split(/[ ,]+/).some((word) => /^\p{Ll}/u.test(word)) || name.split(' ').length < 2 || NO_NAME.test(name))
    return []
  const at = match.index ?? 0
  const start = at + match[0].indexOf(written)
  const span = { start, end: start + written.length }
  const roleStart = at + match[0].indexOf(role)
  const roleSpan = { start: roleStart, end: roleStart + role.length }
  return [
    {
      kind: 'care-contact',
      name,
      nameText: written,
      valueText: written,
      flag: 'unknown',
      isNoneKnown: false,
      details: { role: role.replace(/\s+/g, ' ').trim() },
      doubts: [],
      suggestions: [],
      page: page.number,
      spans: [span, roleSpan].sort((a, b) => a.start - b.start),
      valueSpan: span,
    },
  ]
}
