/** Panels, and everyday words that stand for several measures or conditions, by the dictionary's names of what they hold. A group only widens what is looked for; what is shown is what stands there. */
import type { Subject } from './subject-index.ts'

const panels: readonly (readonly [wordings: string, names: readonly string[]])[] = [
  [
    'inflammation marker = inflammation markers = inflammation = inflammation level = inflammatory markers',
    ['C-reactive protein', 'Erythrocyte sedimentation rate'],
  ],
  [
    'clotting test = clotting tests = clotting = coagulation',
    ['INR', 'Prothrombin time', 'Activated partial thromboplastin time'],
  ],
  [
    'lipids = lipid panel = lipid profile = cholesterol panel = cholesterol numbers = cholesterol test = lipid results',
    ['Total cholesterol', 'LDL cholesterol', 'HDL cholesterol', 'Triglycerides'],
  ],
  [
    'kidney = kidneys = renal = kidney function = renal function = kidney numbers = kidney tests = kidney function tests = kidney values',
    [
      'eGFR',
      'eGFR (CKD-EPI)',
      'eGFR (CKD-EPI 2021)',
      'eGFR (MDRD)',
      'eGFR (non-African American)',
      'Creatinine',
      'Urea',
      'Urea nitrogen',
    ],
  ],
  [
    'liver = liver function = liver enzymes = liver tests = liver function tests = LFT = LFTs = liver numbers = liver panel = liver values',
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
    'iron studies = iron panel = iron level = iron levels = iron test = iron tests',
    ['Iron', 'Ferritin', 'Transferrin', 'Transferrin saturation', 'Total iron binding capacity'],
  ],
]

/** One measure by words that papers do not use. */
const singles: readonly (readonly [wordings: string, name: string])[] = [
  ['long term sugar = three month sugar = 3 month sugar = average sugar = A1c test = HbA1c level', 'Hemoglobin A1c'],
  ['oxygen level = oxygen levels = oxygen = blood oxygen', 'Oxygen saturation'],
  ['heart beat = heartbeat = pulse', 'Heart rate'],
  ['weigh = weighed = heavy', 'Body weight'],
  ['tall', 'Body height'],
  ['fever = temp', 'Body temperature'],
  ['prostate test = prostate level', 'PSA'],
  ['salt level = salt = blood salt', 'Sodium'],
  ['white cells = white count = white blood count', 'White blood cells'],
  ['red cells = red count', 'Red blood cells'],
  ['iron stores', 'Ferritin'],
  ['bad cholesterol', 'LDL cholesterol'],
  ['good cholesterol', 'HDL cholesterol'],
  ['blood fats = fats', 'Triglycerides'],
  ['clotting time = blood thinning level', 'INR'],
  ['thyroid level', 'Thyroid stimulating hormone'],
  ['blood level = blood iron level', 'Hemoglobin'],
  ['breathing rate', 'Respiratory rate'],
  ['bp = blood pressure reading = blood pressure readings = pressure', 'Blood pressure'],
]

/** Conditions that everyday words take together. */
const conditions: readonly (readonly [wordings: string, names: readonly string[]])[] = [
  [
    'heart disease = heart problems = heart trouble = cardiac disease = heart condition',
    [
      'coronary artery disease',
      'ischemic heart disease',
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
  [
    'lung disease = lung problems',
    ['chronic obstructive pulmonary disease', 'asthma', 'interstitial lung disease', 'pulmonary fibrosis'],
  ],
  ['thyroid problems = thyroid disease = thyroid trouble', ['hypothyroidism', 'hyperthyroidism', 'thyroid nodule']],
]

/** Medicines by what people say they are for. A group names what is usual for it, and says nothing about a person. */
const medicines: readonly (readonly [wordings: string, names: string])[] = [
  [
    'diabetes = sugar = blood sugar',
    'metformin, glipizide, gliclazide, glimepiride, glyburide, sitagliptin, linagliptin, saxagliptin, empagliflozin, dapagliflozin, canagliflozin, pioglitazone, repaglinide, semaglutide, liraglutide, dulaglutide, insulin',
  ],
  [
    'blood pressure = bp = hypertension',
    'lisinopril, enalapril, ramipril, perindopril, losartan, valsartan, candesartan, irbesartan, telmisartan, olmesartan, amlodipine, nifedipine, felodipine, diltiazem, verapamil, metoprolol, atenolol, bisoprolol, carvedilol, nebivolol, hydrochlorothiazide, chlorthalidone, indapamide, spironolactone, doxazosin, clonidine, hydralazine, methyldopa, labetalol',
  ],
  [
    'cholesterol = lipid',
    'atorvastatin, rosuvastatin, simvastatin, pravastatin, fluvastatin, lovastatin, ezetimibe, fenofibrate, gemfibrozil',
  ],
  [
    'sleeping = sleep = insomnia',
    'zolpidem, zopiclone, eszopiclone, zaleplon, temazepam, melatonin, trazodone, suvorexant',
  ],
  [
    'heartburn = stomach = acid reflux = reflux = acid = ulcer',
    'omeprazole, esomeprazole, lansoprazole, pantoprazole, rabeprazole, famotidine, ranitidine, sucralfate',
  ],
  ['nerve pain', 'gabapentin, pregabalin, duloxetine, amitriptyline, nortriptyline, carbamazepine'],
  [
    'bone = osteoporosis',
    'alendronate, alendronic acid, risedronate, ibandronate, zoledronic acid, denosumab, raloxifene, teriparatide',
  ],
  ['prostate', 'tamsulosin, alfuzosin, doxazosin, terazosin, silodosin, finasteride, dutasteride'],
  ['thyroid', 'levothyroxine, liothyronine, methimazole, carbimazole, propylthiouracil'],
  ['water', 'furosemide, hydrochlorothiazide, spironolactone, torsemide, bumetanide, indapamide, chlorthalidone'],
  ['gout', 'allopurinol, febuxostat, colchicine, probenecid'],
  [
    'asthma = breathing',
    'albuterol, salbutamol, montelukast, fluticasone, budesonide, beclomethasone, salmeterol, formoterol, tiotropium',
  ],
  [
    'depression = mood = antidepressant',
    'sertraline, fluoxetine, paroxetine, citalopram, escitalopram, venlafaxine, desvenlafaxine, duloxetine, mirtazapine, bupropion, amitriptyline, nortriptyline, trazodone',
  ],
  ['anxiety', 'alprazolam, lorazepam, diazepam, clonazepam, buspirone, sertraline, escitalopram'],
  [
    'seizure = epilepsy',
    'levetiracetam, lamotrigine, valproate, valproic acid, carbamazepine, phenytoin, topiramate, lacosamide',
  ],
  ['migraine', 'sumatriptan, rizatriptan, zolmitriptan, eletriptan, topiramate, propranolol'],
  ['allergy = hay fever', 'cetirizine, loratadine, fexofenadine, desloratadine, levocetirizine, diphenhydramine'],
  [
    'heart',
    'metoprolol, bisoprolol, carvedilol, aspirin, clopidogrel, nitroglycerin, isosorbide mononitrate, digoxin, amiodarone',
  ],
  [
    'birth control = contraceptive',
    'ethinylestradiol + levonorgestrel, levonorgestrel, desogestrel, drospirenone, norethisterone',
  ],
]

const FORMS = [
  'medicine',
  'medicines',
  'medication',
  'medications',
  'med',
  'meds',
  'pill',
  'pills',
  'tablet',
  'tablets',
  'drug',
  'drugs',
]

/** Operations by the words that people use. */
const procedures: readonly (readonly [wordings: string, name: string])[] = [
  ['new hip = hip surgery = hip operation = hip replaced', 'total hip replacement'],
  ['new knee = knee surgery = knee operation = knee replaced', 'total knee replacement'],
  ['thyroid surgery = thyroid operation = thyroid removed = thyroid taken out', 'thyroidectomy'],
  ['cataract surgery = cataract operation = cataract removed', 'cataract extraction'],
  ['gallbladder surgery = gallbladder operation = gallbladder out = gallbladder taken out', 'cholecystectomy'],
  ['appendix removed = appendix out = appendix taken out = appendix operation = appendix surgery', 'appendectomy'],
  ['hernia surgery = hernia operation = hernia fixed', 'hernia repair'],
  ['tonsils out = tonsils removed = tonsils taken out', 'tonsillectomy'],
  ['womb removed = uterus removed', 'hysterectomy'],
  ['bypass = bypass surgery = heart bypass = open heart surgery', 'coronary artery bypass graft'],
  ['breast removed', 'mastectomy'],
  ['prostate removed', 'prostatectomy'],
  ['c-section = caesarean = cesarean', 'cesarean section'],
]

/** Vaccines that hold what is asked for among others. */
const combined: readonly (readonly [wordings: string, names: readonly string[]])[] = [
  ['tetanus = lockjaw', ['Tetanus toxoid', 'Tdap', 'Td', 'DTaP', 'DT', 'DTP']],
  ['diphtheria', ['Tdap', 'Td', 'DTaP', 'DT', 'DTP']],
  ['pertussis = whooping cough', ['Pertussis', 'Tdap', 'DTaP', 'DTP']],
]

/** Vaccines by the words that people use. */
const vaccines: readonly (readonly [wordings: string, name: string])[] = [
  ['measles = mumps = rubella', 'Measles mumps rubella'],
  ['pneumonia', 'Pneumococcal'],
]

export function* groups(): Iterable<readonly [wording: string, subject: Subject]> {
  for (const [wordings, names] of panels)
    for (const wording of wordings.split(' = ')) yield [wording, { kind: 'observation', name: wording, names }]
  for (const [wordings, names] of conditions)
    for (const wording of wordings.split(' = ')) yield [wording, { kind: 'condition', name: wording, names }]
  for (const [wordings, names] of medicines)
    for (const wording of wordings.split(' = '))
      for (const form of FORMS)
        yield [`${wording} ${form}`, { kind: 'medication', name: `${wording} medicine`, names: names.split(', ') }]
  for (const [wordings, name] of procedures)
    for (const wording of wordings.split(' = ')) yield [wording, { kind: 'procedure', name }]
  for (const [wordings, names] of combined)
    for (const wording of wordings.split(' = '))
      for (const form of ['', ' booster', ' shot', ' vaccine', ' vaccination', ' jab'])
        yield [`${wording}${form}`, { kind: 'immunization', name: wording, names }]
  for (const [wordings, name] of vaccines)
    for (const wording of wordings.split(' = ')) yield [wording, { kind: 'immunization', name }]
  for (const [wordings, name] of singles)
    for (const wording of wordings.split(' = ')) yield [wording, { kind: 'observation', name }]
}
