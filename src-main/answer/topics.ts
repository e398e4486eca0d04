/**
 * Words of a question that name a section of a record rather than a thing in it: `medications`, `allergies`. A topic
 * is met by the heading a sentence stands under, by a word of its own, or by what its entries look like.
 */
import { stemOf } from '../retrieve/tokens.ts'

export interface Topic {
  readonly name: string
  /** Stems that name the topic in a question. */
  readonly words: ReadonlySet<string>
  /** In a heading, a label, a table header or a title. */
  readonly heading: RegExp
  /** In the sentence itself. */
  readonly entry: RegExp
  /** Beside another subject the topic only describes it (`was asthma diagnosed`), so it need not be met. */
  readonly optional: boolean
}

const topic = (name: string, words: string, heading: RegExp, entry: RegExp, optional = false): Topic => ({
  name,
  words: new Set(words.split(' ').map(stemOf)),
  heading,
  entry,
  optional,
})

/** An amount of a medicine, not of a substance in the blood. */
export const DOSE =
  /\d\s*(?:milligrams?|micrograms?|mg|mcg|µg|μg|ug|g|iu|units?|puffs?|drops?)(?!\s*\/\s*(?:d?l|100))(?![a-z])|\b(?:tablets?|capsules?|inhaler|cream|ointment)\b/i

export const TOPICS: readonly Topic[] = [
  topic(
    'medications',
    'medication medications medicine medicament drug med tablet pill prescription rx',
    /\b(?:medications?|medicines?|drugs?|meds|rx|prescriptions?|treatment on discharge|therapy|tto|ttas?)\b/i,
    new RegExp(`${DOSE.source}|\\b(?:medications?|medicines?|prescribed|meds)\\b`, 'i'),
  ),
  topic(
    'allergies',
    'allergy allergies allergic intolerance hypersensitivity',
    /\b(?:allerg\w*|intoleranc\w*|adverse reactions?|sensitivit\w*)\b/i,
    /\b(?:allerg\w*|anaphyla\w*|intoleran\w*|hypersensitiv\w*|nkd?a)\b/i,
  ),
  topic(
    'diagnoses',
    'diagnosis diagnoses diagnose diagnosed condition problem disease illness disorder comorbidity',
    /\b(?:diagnos[ei]s|dx|problems?|problem list|conditions?|past (?:medical )?history|pmhx?|medical history|comorbidit\w*|assessment|impression)\b/i,
    /\b(?:diagnos(?:is|es|ed)|history of|known|suffers? from)\b/i,
    true,
  ),
  topic(
    'vaccines',
    'vaccine vaccination vaccinated immunization immunisation immunized immunised jab shot booster',
    /\b(?:vaccin\w*|immuni[sz]ations?|jabs?)\b/i,
    /\b(?:vaccin\w*|immuni[sz]\w*|jabs?|booster|toxoid)\b/i,
  ),
  topic(
    'operations',
    'surgery surgeries operation procedure surgical',
    /\b(?:surg\w*|operations?|procedures?|psh)\b/i,
    /\b(?:surg\w*|operat\w*|procedure|\w+ectomy|\w+plasty|\w+ostomy|replacement|repair|resection|arthroscopy|bypass|cesarean|caesarean)\b/i,
  ),
  topic(
    'symptoms',
    'symptom complaint complaints',
    /\b(?:symptoms?|complaints?|presenting|presentation|hpi|subjective)\b/i,
    /\b(?:complain\w*|presents?|presented|symptoms?|reports?)\b/i,
    true,
  ),
  topic(
    'tests',
    'lab labs laboratory bloods investigation investigations',
    /\b(?:lab\w*|results?|bloods?|investigations?|tests?|analyte|h(?:a)?ematology|biochemistry|chemistry)\b/i,
    /\b(?:lab\w*|blood tests?|bloods)\b/i,
    true,
  ),
  topic(
    'appointments',
    'appointment visit followup checkup',
    /\b(?:appointments?|follow[- ]?up|visits?)\b/i,
    /\b(?:appointments?|follow[- ]?up|review(?:ed)? (?:in|on)|seen again|see (?:him|her|them|you) again|return (?:in|to)|clinic (?:in|on)|visits?)\b/i,
  ),
]

export const topicOf = (token: string): Topic | undefined => {
  const stem = stemOf(token)
  return TOPICS.find(({ words }) => words.has(stem))
}

/** `flu shot` asks for `flu` on a paper about vaccinations, which need not write the two side by side. */
export function splitVaccine(tokens: readonly string[], alternatives: readonly (readonly string[])[]) {
  const topic = TOPICS.find(({ name }) => name === 'vaccines')
  if (tokens.length < 2 || topic === undefined) return undefined
  const without = (phrase: readonly string[]) => phrase.filter((token) => !topic.words.has(stemOf(token)))
  const disease = without(tokens)
  if (disease.length === 0 || disease.length === tokens.length) return undefined
  return { tokens: disease, alternatives: alternatives.map(without).filter((phrase) => phrase.length > 0), topic }
}

/** Sections in which a report says what it found. */
export const CONCLUSION =
  /\b(?:impression|conclusions?|findings?|results?|opinion|interpretation|comment|(?:final|histolog\w+|patholog\w+|microscop\w+) diagnos[ei]s)\b|^\W*report\W*$/im
