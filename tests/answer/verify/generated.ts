/** Many papers of a few shapes, and what may truly be said of each: made from tables, so that every part is known. */
import type { Evidence } from '../../../src-main/answer/verify.ts'

export interface Generated {
  readonly id: string
  readonly evidence: Omit<Evidence, 'n'>
  readonly text: string
}

type Row = readonly string[]

const rows = (table: string): Row[] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))

/** Name on the paper, name in the sentence, value, unit, low, high, unit in the sentence. */
const LABS = rows(`
  Sodium | sodium | 141 | mmol/L | 135 | 145 | mmol/l
  Glucose | glucose | 6,1 | mmol/L | 3,9 | 5,5 | mmol/L
  Hgb | haemoglobin | 13.4 | g/dL | 12.0 | 16.0 | g/dl
  WBC | white blood cell count | 11.2 | 10*9/L | 4.0 | 10.0 | x10^9/L
  ALT | alanine aminotransferase | 63 | U/L | 10 | 50 | U/L
  CRP | C-reactive protein | 12.7 | mg/L | 0.0 | 5.0 | mg/L
  Albumin | albumin | 38 | g/L | 35 | 50 | g/L
  Vitamin B12 | vitamin B12 | 187 | pg/mL | 200 | 900 | pg/ml
  TSH | thyroid stimulating hormone | 2.35 | mIU/L | 0.40 | 4.00 | mIU/L
  HDL cholesterol | HDL cholesterol | 48 | mg/dL | 40 | 60 | mg/dL
  Uric acid | uric acid | 7.3 | mg/dL | 3.4 | 7.0 | mg/dl
  Magnesium | magnesium | 0.68 | mmol/L | 0.70 | 1.00 | mmol/L
`)

const LAB_SENTENCES: readonly ((row: Row) => string)[] = [
  ([, name, value, , , , unit]) => `The ${name} was ${value} ${unit}.`,
  ([, name, value, , , , unit]) => `${name} was measured at ${value} ${unit} on 17 September 2020.`,
  ([, name, value, , , , unit]) => `On 17.09.2020 the ${name} was ${value} ${unit}.`,
  ([, name, value]) => `A ${name} value of ${value?.replace(',', '.')} was reported in September 2020.`,
  ([, name, value, , low, high, unit]) => `The ${name} was ${value} ${unit} (reference range ${low}-${high}).`,
  ([, name, value, , low, high, unit]) =>
    `${name} was ${sideOf(value, low, high)} the reference range at ${value} ${unit}.`,
  ([, name, value, , , , unit]) => `According to the report, the ${name} level was ${value} ${unit}.`,
  ([written, , value, , , , unit]) => `${written}: ${value} ${unit}`,
]

const number = (text = '') => Number(text.replace(',', '.'))
const sideOf = (value?: string, low?: string, high?: string) =>
  number(value) < number(low) ? 'below' : number(value) > number(high) ? 'above' : 'within'

const labs = (): Generated[] =>
  LABS.flatMap((row) => {
    const [written, , value, unit, low, high] = row
    const evidence = {
      text: `${written}\t${value}\t${unit}\t${low} - ${high}`,
      context: 'Report date: 17.09.2020\nTest\tResult\tUnit\tReference range',
    }
    return LAB_SENTENCES.map((sentence, at) => ({ id: `lab-${written}-${at}`, evidence, text: sentence(row) }))
  })

/** Name, strength, how on the paper, route in words, times in words. */
const MEDICINES = rows(`
  Ramipril | 5 mg | 1 tab PO daily | by mouth | once a day
  Omeprazole | 20 mg | 1 capsule PO BID | orally | twice a day
  Gabapentin | 300 mg | 1 capsule by mouth TID | by mouth | three times a day
  Prednisolone | 5 mg | 1 tablet orally every morning | by mouth | every morning
  Paracetamol | 1 g | 1 tablet PO QID | by mouth | four times a day
  Clarithromycin | 250 mg | 1 tablet PO q12h | orally | every 12 hours
  Bisoprolol | 2.5 mg | 1 tablet by mouth once daily | orally | every day
  Methotrexate | 15 mg | 1 tablet PO once weekly | by mouth | once a week
  Quetiapine | 25 mg | 1 tab PO qhs | by mouth | at bedtime
  Ondansetron | 4 mg | 1 tablet PO q8h | orally | every 8 hours
  Hydroxyzine | 10 mg | 1 tablet PO b.i.d. | orally | twice daily
  Alendronate | 70 mg | 1 tablet by mouth weekly | orally | once weekly
`)

const MEDICINE_SENTENCES: readonly ((row: Row) => string)[] = [
  ([name, dose, , , times]) => `The patient takes ${name} ${dose} ${times}.`,
  ([name, dose, , route, times]) => `${name} ${dose} is taken ${route} ${times}.`,
  ([name, dose]) => `${name} ${dose} is listed.`,
  ([name, dose, , route, times]) => `According to the list of 3 June 2022, ${name} ${dose} is taken ${route} ${times}.`,
  ([name, dose, , , times]) => `She was prescribed ${name} ${dose}, ${times}.`,
  ([name, , , , times]) => `The medication list includes ${name}, taken ${times}.`,
  ([name, dose, , , times]) => `One of the medicines is ${name} ${dose} ${times}.`,
  ([name, dose, how]) => `${name} ${dose}, ${how}`,
  ([name, dose, , route]) => `${name} ${dose} was taken ${route} in June 2022.`,
]

const medicines = (): Generated[] =>
  MEDICINES.flatMap((row) => {
    const [name, dose, how] = row
    const evidence = { text: `${name} ${dose}, ${how}`, context: 'Current medications:', documentDate: '2022-06-03' }
    return MEDICINE_SENTENCES.map((sentence, at) => ({ id: `medicine-${name}-${at}`, evidence, text: sentence(row) }))
  })

const VACCINES = rows(`
  Tetanus | 14.03.2019 | 14 March 2019 | TT881
  Influenza | 02.10.2022 | 2 October 2022 | FLU72
  Hepatitis A | 21.05.2018 | 21 May 2018 | HA330
  Varicella | 30.08.2016 | 30 August 2016 | VZ15
  Yellow fever | 19.01.2020 | 19 January 2020 | YF08
  Measles mumps rubella | 25.11.2015 | 25 November 2015 | MM41
`)
const VACCINE_SENTENCES: readonly ((row: Row) => string)[] = [
  ([name, , date]) => `The ${name} vaccine was given on ${date}.`,
  ([name, date]) => `${name} vaccination was recorded on ${date}.`,
  ([name, , date, lot]) => `The ${name} vaccine of ${date} had lot ${lot}.`,
  ([name, , date]) => `On ${date} the patient received the ${name} vaccine.`,
  ([name, , date]) => `A ${name} vaccination is dated ${date?.replace(/^\d+ /, '')}.`,
  ([name]) => `A ${name} vaccine is listed.`,
]
const vaccines = (): Generated[] =>
  VACCINES.flatMap((row) => {
    const [name, date, , lot] = row
    const evidence = { text: `${name}\t${date}\t${lot}`, context: 'Immunizations\nVaccine\tDate\tLot' }
    return VACCINE_SENTENCES.map((sentence, at) => ({ id: `vaccine-${name}-${at}`, evidence, text: sentence(row) }))
  })

const ALLERGIES = rows(`
  Amoxicillin | hives
  Aspirin | wheezing
  Codeine | vomiting
  Iodine contrast | itching
  Shellfish | swelling of the lips
  Bee venom | anaphylaxis
`)
const ALLERGY_SENTENCES: readonly ((row: Row) => string)[] = [
  ([name]) => `The patient is allergic to ${name}.`,
  ([name, reaction]) => `An allergy to ${name} with ${reaction} is recorded.`,
  ([name, reaction]) => `${name} caused ${reaction}.`,
  ([name, reaction]) => `The reaction to ${name} was ${reaction}.`,
  ([name]) => `${name} is listed under allergies.`,
  ([name]) => `The document mentions an allergy to ${name}.`,
]
const allergies = (): Generated[] =>
  ALLERGIES.flatMap((row) => {
    const evidence = { text: `${row[0]}: ${row[1]}`, context: 'Allergies:' }
    return ALLERGY_SENTENCES.map((sentence, at) => ({ id: `allergy-${row[0]}-${at}`, evidence, text: sentence(row) }))
  })

/** Denied, suspected, and plainly stated. */
const FINDINGS = rows(`
  pleural effusion | Chest X-ray
  hydronephrosis | Renal ultrasound
  acute infarct | CT of the head
  meniscal tear | MRI of the left knee
  pericardial effusion | Echocardiogram
  bowel obstruction | Abdominal X-ray
`)
const FINDING_PAPERS: readonly {
  readonly stance: string
  readonly text: (row: Row) => string
  readonly sentences: readonly ((row: Row) => string)[]
}[] = [
  {
    stance: 'denied',
    text: ([finding, exam]) => `${exam}: no ${finding}.`,
    sentences: [
      ([finding, exam]) => `The ${exam} showed no ${finding}.`,
      ([finding, exam]) => `No ${finding} was seen on the ${exam}.`,
      ([finding]) => `There was no evidence of ${finding}.`,
    ],
  },
  {
    stance: 'suspected',
    text: ([finding, exam]) => `${exam} shows a possible ${finding}.`,
    sentences: [
      ([finding, exam]) => `The ${exam} showed a possible ${finding}.`,
      ([finding]) => `A possible ${finding} was reported.`,
      ([finding, exam]) => `On the ${exam} there was a suspected ${finding}.`,
    ],
  },
  {
    stance: 'stated',
    text: ([finding, exam]) => `${exam} on 8 February 2023 shows ${finding}.`,
    sentences: [
      ([finding, exam]) => `The ${exam} on 8 February 2023 showed ${finding}.`,
      ([finding]) => `${finding} was seen on 2023-02-08.`,
      ([finding, exam]) => `${finding} was found on the ${exam}.`,
    ],
  },
]
const findings = (): Generated[] =>
  FINDINGS.flatMap((row) =>
    FINDING_PAPERS.flatMap(({ stance, text, sentences }) =>
      sentences.map((sentence, at) => ({
        id: `finding-${stance}-${row[0]}-${at}`,
        evidence: { text: text(row) },
        text: sentence(row),
      })),
    ),
  )

const VITALS = rows(`
  128/76 | 64 | 36.6
  151/92 | 88 | 37.8
  117/70 | 59 | 36,9
`)
const VITAL_SENTENCES: readonly ((row: Row) => string)[] = [
  ([bp]) => `Blood pressure was ${bp} mmHg.`,
  ([, pulse]) => `The heart rate was ${pulse} beats per minute.`,
  ([, , temperature]) => `The temperature was ${temperature?.replace(',', '.')} °C.`,
  ([bp, pulse]) => `Blood pressure was ${bp} mmHg and pulse was ${pulse} bpm.`,
  ([bp]) => `On 5 April 2022 blood pressure was ${bp}.`,
]
const vitals = (): Generated[] =>
  VITALS.flatMap((row) => {
    const evidence = {
      text: `BP: ${row[0]} mmHg, HR: ${row[1]} bpm, Temp: ${row[2]} °C`,
      context: 'Visit date: 2022-04-05',
    }
    return VITAL_SENTENCES.map((sentence, at) => ({ id: `vital-${row[1]}-${at}`, evidence, text: sentence(row) }))
  })

export const GENERATED: readonly Generated[] = [
  ...labs(),
  ...medicines(),
  ...vaccines(),
  ...allergies(),
  ...findings(),
  ...vitals(),
]
