/** Medicines, conditions, operations, vaccines and what people react to, as papers name them and as people ask for them. */
import { medicines as allMedicines } from '../clinical/medicines.ts'

export interface Named {
  readonly id: string
  /** As papers name it; every one is a right way to name it in an answer. */
  readonly names: readonly string[]
  /** As people ask for it. */
  readonly asked: readonly string[]
  /** Names that dictionaries know it by: right in an answer, and on no paper. */
  readonly known: readonly string[]
  readonly isSided: boolean
}

export interface QaMedicine extends Named {
  readonly brands: readonly string[]
  readonly doses: readonly string[]
  readonly form: string
  /** What people call the kind it is of: one person takes one medicine of a group at the most. */
  readonly group: string
}

/** names on paper; as asked; sided; as known */
const named = (text: string): Named => {
  const [names = '', asked = '', sided = '', known = ''] = text.split(';')
  const all = names.split('|')
  return {
    id: all[0] ?? '',
    names: all,
    asked: asked.split('|'),
    known: known === '' ? [] : known.split('|'),
    isSided: sided === 'sided',
  }
}

/** The international name, or the name without its salt. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  alendronate: ['alendronic acid'],
  albuterol: ['salbutamol'],
  'metoprolol succinate': ['metoprolol'],
}

const medicineOf = (text: string): QaMedicine => {
  const [substance = '', group = ''] = text.split(';')
  const found = allMedicines.find((one) => one.substance === substance)
  if (found === undefined) throw new Error(`no medicine ${substance}`)
  const { brands, doses, form } = found
  return {
    id: substance,
    names: [substance, ...brands],
    asked: [substance, ...brands],
    known: otherNames[substance] ?? [],
    isSided: false,
    brands,
    doses,
    form,
    group,
  }
}

export const qaMedicines: readonly QaMedicine[] = [
  'metformin;diabetes pill',
  'lisinopril;ACE inhibitor',
  'amlodipine;calcium channel blocker',
  'atorvastatin;cholesterol pill',
  'rosuvastatin;cholesterol pill',
  'levothyroxine;thyroid pill',
  'apixaban;blood thinner',
  'warfarin;blood thinner',
  'rivaroxaban;blood thinner',
  'furosemide;water pill',
  'hydrochlorothiazide;water pill',
  'metoprolol succinate;beta blocker',
  'omeprazole;heartburn medicine',
  'pantoprazole;heartburn medicine',
  'sertraline;antidepressant',
  'escitalopram;antidepressant',
  'albuterol;inhaler',
  'gabapentin;nerve pain medicine',
  'allopurinol;gout medicine',
  'tamsulosin;prostate pill',
  'montelukast;montelukast tablet',
  'alendronate;bone medicine',
  'prednisone;steroid',
  'zolpidem;sleeping pill',
].map(medicineOf)

export const qaConditions: readonly Named[] = [
  'type 2 diabetes mellitus|type 2 diabetes;diabetes|type 2 diabetes|T2DM',
  'hypertension|high blood pressure;hypertension|high blood pressure|HTN',
  'hyperlipidemia;hyperlipidemia|high cholesterol',
  'atrial fibrillation;atrial fibrillation|afib|AF',
  'coronary artery disease;coronary artery disease|CAD',
  'asthma;asthma',
  'chronic obstructive pulmonary disease|COPD;COPD|chronic obstructive pulmonary disease',
  'obstructive sleep apnea;sleep apnea|OSA',
  'gastroesophageal reflux disease|GERD;reflux|GERD|acid reflux disease',
  'hypothyroidism;hypothyroidism|underactive thyroid',
  'iron deficiency anemia;iron deficiency anemia|anemia',
  'osteoporosis;osteoporosis',
  'gout;gout',
  'rheumatoid arthritis;rheumatoid arthritis|RA',
  'psoriasis;psoriasis',
  'migraine;migraine|migraines',
  'epilepsy;epilepsy|seizure disorder',
  'depression|major depressive disorder;depression',
  'diverticulosis;diverticulosis',
  'celiac disease;celiac disease|coeliac disease',
  'ulcerative colitis;ulcerative colitis',
  'nephrolithiasis|kidney stones;kidney stones|nephrolithiasis',
  'pulmonary embolism;pulmonary embolism|a clot in the lung|PE',
  'stroke;stroke',
  'breast cancer;breast cancer',
  'colon cancer;colon cancer|bowel cancer;;colorectal cancer',
  'melanoma;melanoma',
  'glaucoma;glaucoma',
  'carpal tunnel syndrome;carpal tunnel syndrome|carpal tunnel;sided',
  'cataract;cataract;sided',
  'rotator cuff tear;rotator cuff tear|torn rotator cuff;sided',
  'hip osteoarthritis;hip osteoarthritis|hip arthritis;sided',
].map(named)

export const qaProcedures: readonly Named[] = [
  'laparoscopic cholecystectomy|cholecystectomy;gallbladder surgery|cholecystectomy|gallbladder removal',
  'appendectomy;appendectomy|appendix operation',
  'coronary artery bypass grafting|CABG;bypass surgery|CABG|bypass',
  'total knee arthroplasty|total knee replacement;knee replacement|total knee arthroplasty|new knee;sided',
  'total hip arthroplasty|total hip replacement;hip replacement|total hip arthroplasty|new hip;sided',
  'total thyroidectomy|thyroidectomy;thyroidectomy|thyroid surgery',
  'inguinal hernia repair|hernia repair;hernia repair|hernia operation;sided',
  'cataract extraction;cataract surgery|cataract extraction;sided',
].map(named)

export const qaVaccines: readonly Named[] = [
  'influenza|Influenza, seasonal;flu shot|influenza vaccine|flu vaccine',
  'Tdap;Tdap|tetanus shot|tetanus booster',
  'hepatitis B|Hepatitis B;hepatitis B vaccine|hep B shot',
  'zoster recombinant|Zoster recombinant (Shingrix)|Shingrix;shingles vaccine|Shingrix|zoster vaccine',
  'PCV20|Pneumococcal conjugate PCV20;pneumonia shot|pneumococcal vaccine|PCV20',
  'COVID-19 mRNA|COVID-19;covid shot|COVID vaccine|COVID-19 vaccine',
  'MMR;MMR|measles vaccine;;measles mumps rubella',
  'hepatitis A|Hepatitis A;hepatitis A vaccine|hep A shot',
  'HPV9|HPV (Gardasil 9);HPV vaccine|Gardasil;;human papillomavirus',
].map(named)

export const qaReactants: readonly Named[] = [
  'penicillin|Penicillin;penicillin',
  'sulfonamide antibiotics|sulfa drugs;sulfa|sulfa drugs',
  'codeine;codeine',
  'aspirin;aspirin',
  'ibuprofen;ibuprofen|Advil',
  'latex;latex',
  'peanuts|peanut;peanuts|peanut',
  'shellfish;shellfish',
  'iodinated contrast|contrast dye;contrast dye|CT contrast|iodinated contrast;;contrast media|iodinated contrast media',
  'bee venom;bee stings|bee venom',
  'erythromycin;erythromycin',
].map(named)

/** Of which `no known drug allergies` speaks. */
export const drugReactants: readonly string[] = [
  'penicillin',
  'sulfonamide antibiotics',
  'codeine',
  'aspirin',
  'ibuprofen',
  'erythromycin',
]

export const qaReactions: readonly string[] = [
  'rash',
  'hives',
  'anaphylaxis',
  'swelling of the lips',
  'nausea and vomiting',
  'itching',
]
export const qaRelatives: readonly string[] = ['mother', 'father', 'brother', 'sister']
export const qaFrequencies: readonly string[] = [
  'once daily',
  'twice daily',
  'every morning',
  'at bedtime',
  'three times daily',
]

/** The specialty as printed, and how people ask for the doctor. */
export const specialties: readonly (readonly [printed: string, asked: string])[] = [
  ['Family medicine', 'family doctor'],
  ['Cardiology', 'cardiologist'],
  ['Endocrinology', 'endocrinologist'],
  ['Neurology', 'neurologist'],
  ['Rheumatology', 'rheumatologist'],
  ['Dermatology', 'dermatologist'],
  ['Gastroenterology', 'gastroenterologist'],
  ['Nephrology', 'nephrologist'],
]

const byId = <T extends Named>(all: readonly T[]) => {
  const map = new Map(all.map((one) => [one.id, one]))
  return (id: string): T => {
    const found = map.get(id)
    if (found === undefined) throw new Error(`the catalogue has no ${id}`)
    return found
  }
}
export const medicineById = byId(qaMedicines)
export const conditionById = byId(qaConditions)
export const procedureById = byId(qaProcedures)
export const vaccineById = byId(qaVaccines)
export const reactantById = byId(qaReactants)
