/** Conditions, operations, vaccines and what people react to, with the other names papers use. For invented papers only. */
export interface Condition {
  readonly id: string
  readonly names: readonly string[]
  /** Has a left and a right. */
  readonly isSided: boolean
}

/** The first name is the usual one. */
const conditionRows: readonly string[] = [
  'type 2 diabetes mellitus|type 2 diabetes|T2DM',
  'hypertension|essential hypertension|HTN|high blood pressure',
  'hyperlipidemia|dyslipidemia',
  'hypercholesterolemia',
  'atrial fibrillation|paroxysmal atrial fibrillation|AF',
  'coronary artery disease|CAD',
  'congestive heart failure|heart failure|CHF',
  'chronic obstructive pulmonary disease|COPD',
  'asthma|mild persistent asthma',
  'obstructive sleep apnea|OSA',
  'gastroesophageal reflux disease|GERD',
  'hypothyroidism|primary hypothyroidism',
  'hyperthyroidism',
  'chronic kidney disease stage 3|CKD stage 3|chronic kidney disease',
  'iron deficiency anemia',
  'vitamin B12 deficiency',
  'vitamin D deficiency',
  'osteoporosis',
  'osteopenia',
  'gout',
  'rheumatoid arthritis',
  'psoriasis',
  'migraine|migraine without aura',
  'epilepsy',
  'Parkinson disease',
  'multiple sclerosis',
  'depression|major depressive disorder',
  'generalized anxiety disorder|anxiety',
  'insomnia',
  'benign prostatic hyperplasia|BPH',
  'diverticulosis',
  'diverticulitis',
  'ulcerative colitis',
  'celiac disease',
  'hepatic steatosis|fatty liver',
  'cholelithiasis|gallstones',
  'nephrolithiasis|kidney stones',
  'pulmonary embolism',
  'pneumonia|community-acquired pneumonia',
  'urinary tract infection|UTI',
  'cellulitis',
  'stroke|ischemic stroke',
  'breast cancer',
  'colon cancer',
  'melanoma',
  'peripheral neuropathy',
  'obesity',
  'spinal stenosis|lumbar spinal stenosis',
]
const sidedRows: readonly string[] = [
  'knee osteoarthritis|osteoarthritis of the knee',
  'hip osteoarthritis|osteoarthritis of the hip',
  'carpal tunnel syndrome',
  'rotator cuff tear',
  'cataract',
  'deep vein thrombosis',
  'inguinal hernia',
  'plantar fasciitis',
  'hearing loss|sensorineural hearing loss',
]

const conditionOf = (row: string, isSided: boolean): Condition => {
  const names = row.split('|')
  return { id: names[0] ?? row, names, isSided }
}

export const conditions: readonly Condition[] = [
  ...conditionRows.map((row) => conditionOf(row, false)),
  ...sidedRows.map((row) => conditionOf(row, true)),
]

export const procedures: readonly Condition[] = [
  ...[
    'laparoscopic cholecystectomy|cholecystectomy',
    'appendectomy|laparoscopic appendectomy',
    'coronary artery bypass grafting|CABG',
    'tonsillectomy',
    'hysterectomy|total abdominal hysterectomy',
    'colonoscopy',
    'cesarean section',
    'thyroidectomy|total thyroidectomy',
  ].map((row) => conditionOf(row, false)),
  ...[
    'total knee arthroplasty|total knee replacement',
    'total hip arthroplasty|total hip replacement',
    'cataract extraction',
    'carpal tunnel release',
    'inguinal hernia repair',
    'knee arthroscopy|arthroscopic meniscectomy',
  ].map((row) => conditionOf(row, true)),
]

export const vaccines: readonly Condition[] = [
  'influenza|Influenza, seasonal|Flu vaccine',
  'Tdap|Tdap (Boostrix)',
  'hepatitis B|Hepatitis B (Engerix-B)|Hep B',
  'hepatitis A|Hep A',
  'MMR|Measles, mumps, rubella (MMR)',
  'varicella|Varivax',
  'zoster|Zoster recombinant (Shingrix)|Shingrix',
  'PCV20|Pneumococcal conjugate PCV20|Prevnar 20',
  'PPSV23|Pneumococcal polysaccharide PPSV23',
  'HPV9|HPV (Gardasil 9)',
  'COVID-19 mRNA|COVID-19 mRNA (Pfizer-BioNTech)|COVID-19',
  'meningococcal ACWY|Meningococcal MenACWY',
].map((row) => conditionOf(row, false))

export const reactants: readonly Condition[] = [
  'penicillin|Penicillin G|penicillins',
  'sulfonamide antibiotics|sulfa drugs|Sulfa',
  'amoxicillin',
  'codeine',
  'morphine',
  'aspirin',
  'ibuprofen',
  'cephalexin',
  'clindamycin',
  'erythromycin',
  'ciprofloxacin',
  'lisinopril',
  'iodinated contrast|IV contrast',
  'latex',
  'peanuts|peanut',
  'shellfish',
  'tree nuts',
  'eggs|egg',
  'bee venom|bee stings',
  'adhesive tape',
  'nickel',
].map((row) => conditionOf(row, false))

export const reactions: readonly string[] = [
  'rash',
  'hives',
  'anaphylaxis',
  'nausea and vomiting',
  'swelling of the lips',
  'itching',
  'shortness of breath',
  'cough',
  'angioedema',
  'diarrhea',
]

export const severities: readonly string[] = ['mild', 'moderate', 'severe']
export const relatives: readonly string[] = [
  'mother',
  'father',
  'brother',
  'sister',
  'maternal grandmother',
  'paternal uncle',
]

export const organisms: readonly string[] = [
  'Escherichia coli',
  'Klebsiella pneumoniae',
  'Staphylococcus aureus',
  'Enterococcus faecalis',
  'Proteus mirabilis',
  'Pseudomonas aeruginosa',
  'Streptococcus agalactiae',
]

export const antibiotics: readonly string[] = [
  'Amikacin',
  'Ampicillin',
  'Ampicillin/Sulbactam',
  'Cefazolin',
  'Ceftriaxone',
  'Cefepime',
  'Ciprofloxacin',
  'Gentamicin',
  'Levofloxacin',
  'Meropenem',
  'Nitrofurantoin',
  'Piperacillin/Tazobactam',
  'Tetracycline',
  'Tobramycin',
  'Trimethoprim/Sulfamethoxazole',
  'Vancomycin',
]
