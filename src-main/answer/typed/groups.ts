/** Panels, and everyday words that stand for several measures or conditions, by the dictionary's names of what they hold. */
import type { Subject } from './subject-index.ts'

const panels: readonly (readonly [wordings: string, names: readonly string[]])[] = [
  [
    'lipids = lipid panel = lipid profile = cholesterol panel = cholesterol numbers = cholesterol test = lipid results',
    ['Total cholesterol', 'LDL cholesterol', 'HDL cholesterol', 'Triglycerides'],
  ],
  [
    'kidney function = renal function = kidney numbers = kidney tests = kidney function tests = kidney values',
    [
      'Creatinine',
      'eGFR',
      'eGFR (CKD-EPI)',
      'eGFR (CKD-EPI 2021)',
      'eGFR (MDRD)',
      'eGFR (non-African American)',
      'Urea',
      'Urea nitrogen',
    ],
  ],
  [
    'liver function = liver enzymes = liver tests = liver function tests = LFT = LFTs = liver numbers = liver panel = liver values',
    [
      'Alanine aminotransferase',
      'Aspartate aminotransferase',
      'Alkaline phosphatase',
      'Gamma-glutamyl transferase',
      'Bilirubin (total)',
      'Albumin',
    ],
  ],
  [
    'thyroid function = thyroid levels = thyroid tests = thyroid = TFT = TFTs = thyroid panel = thyroid numbers',
    ['Thyroid stimulating hormone', 'Free T4', 'Free T3'],
  ],
  [
    'blood count = CBC = FBC = complete blood count = full blood count',
    ['Hemoglobin', 'Hematocrit', 'White blood cells', 'Red blood cells', 'Platelets', 'Mean corpuscular volume'],
  ],
  ['electrolytes', ['Sodium', 'Potassium', 'Chloride', 'Bicarbonate', 'Calcium', 'Magnesium']],
  [
    'sugar = sugars = sugar level = sugar levels = blood sugar = blood sugars = blood glucose = glucose level',
    ['Glucose', 'Glucose (fasting)', 'Glucose (random)'],
  ],
  [
    'vitals = vital signs',
    [
      'Blood pressure',
      'Systolic blood pressure',
      'Diastolic blood pressure',
      'Heart rate',
      'Body temperature',
      'Respiratory rate',
      'Oxygen saturation',
      'Body weight',
      'Body height',
    ],
  ],
  [
    'iron studies = iron panel',
    ['Iron', 'Ferritin', 'Transferrin', 'Transferrin saturation', 'Total iron binding capacity'],
  ],
]

/** One measure by words that papers do not use. */
const singles: readonly (readonly [wordings: string, name: string])[] = [
  ['long term sugar = three month sugar = 3 month sugar = average sugar = A1c test = HbA1c level', 'Hemoglobin A1c'],
  ['oxygen level = oxygen levels = oxygen = blood oxygen', 'Oxygen saturation'],
  ['heart beat = heartbeat = pulse', 'Heart rate'],
  ['weigh = weighed', 'Body weight'],
  ['tall', 'Body height'],
  ['fever = temp', 'Body temperature'],
  ['bp = blood pressure reading = blood pressure readings = pressure', 'Blood pressure'],
]

/** Conditions that everyday words take together. */
const conditions: readonly (readonly [wordings: string, names: readonly string[]])[] = [
  [
    'heart disease = heart problems = heart trouble = cardiac disease = heart condition',
    [
      'coronary artery disease',
      'heart failure',
      'myocardial infarction',
      'angina',
      'atrial fibrillation',
      'cardiomyopathy',
      'valvular heart disease',
    ],
  ],
  [
    'cancer = cancers = malignancy = tumour = tumor',
    ['cancer', 'carcinoma', 'lymphoma', 'leukemia', 'melanoma', 'sarcoma'],
  ],
  ['kidney disease = kidney problems = renal disease', ['chronic kidney disease', 'kidney disease']],
  ['lung disease = lung problems', ['chronic obstructive pulmonary disease', 'asthma', 'interstitial lung disease', 'pulmonary fibrosis']],
  ['thyroid problems = thyroid disease = thyroid trouble', ['hypothyroidism', 'hyperthyroidism', 'thyroid nodule']],
]

export function* groups(): Iterable<readonly [wording: string, subject: Subject]> {
  for (const [wordings, names] of panels)
    for (const wording of wordings.split(' = ')) yield [wording, { kind: 'observation', name: wording, names }]
  for (const [wordings, names] of conditions)
    for (const wording of wordings.split(' = ')) yield [wording, { kind: 'condition', name: wording, names }]
  for (const [wordings, name] of singles)
    for (const wording of wordings.split(' = ')) yield [wording, { kind: 'observation', name }]
}
