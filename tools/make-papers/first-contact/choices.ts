/** What the letters here choose from: medicines as they are called in Britain and in America, illnesses, complaints. */

/** printed name; substance as the clinical catalogue calls it; strengths, none for what has no strength of its own */
const british = `
ramipril;ramipril;2.5mg|5mg|10mg
bisoprolol;bisoprolol;1.25mg|2.5mg|5mg
furosemide;furosemide;20mg|40mg
amlodipine;amlodipine;5mg|10mg
atorvastatin;atorvastatin;20mg|40mg|80mg
apixaban;apixaban;2.5mg|5mg
metformin;metformin;500mg|1g
gliclazide;gliclazide;40mg|80mg
empagliflozin;empagliflozin;10mg
levothyroxine;levothyroxine;50micrograms|100micrograms
lansoprazole;lansoprazole;15mg|30mg
omeprazole;omeprazole;20mg
paracetamol;acetaminophen;500mg|1g
codeine phosphate;codeine;15mg|30mg
sertraline;sertraline;50mg|100mg
mirtazapine;mirtazapine;15mg|30mg
allopurinol;allopurinol;100mg|300mg
spironolactone;spironolactone;25mg
candesartan;candesartan;4mg|8mg
clopidogrel;clopidogrel;75mg
senna;senna;7.5mg|15mg
folic acid;folic acid;5mg
alendronic acid;alendronate;70mg
Adcal-D3;calcium carbonate-cholecalciferol;
`
const american = `
Lisinopril;lisinopril;10 mg|20 mg
amLODIPine (Norvasc);amlodipine;5 mg|10 mg
atorvastatin (Lipitor);atorvastatin;40 mg
metFORMIN (Glucophage);metformin;500 mg|1,000 mg
albuterol HFA;albuterol;90 mcg
ibuprofen (Motrin);ibuprofen;600 mg|800 mg
acetaminophen (Tylenol);acetaminophen;325 mg|500 mg
ondansetron ODT (Zofran);ondansetron;4 mg
cephalexin (Keflex);cephalexin;500 mg
predniSONE;prednisone;10 mg|20 mg
omeprazole (PriLOSEC);omeprazole;20 mg|40 mg
sertraline (Zoloft);sertraline;50 mg|100 mg
gabapentin (Neurontin);gabapentin;300 mg
cyclobenzaprine (Flexeril);cyclobenzaprine;5 mg|10 mg
nitrofurantoin (Macrobid);nitrofurantoin;100 mg
levothyroxine;levothyroxine;75 mcg|112 mcg
hydroCHLOROthiazide;hydrochlorothiazide;25 mg
aspirin EC;aspirin;81 mg
`
export interface Remedy {
  readonly name: string
  readonly substance: string
  readonly doses: readonly string[]
}

const remediesOf = (rows: string): readonly Remedy[] =>
  rows
    .trim()
    .split('\n')
    .map((row) => {
      const [name = '', substance = '', doses = ''] = row.split(';')
      return { name, substance, doses: doses === '' ? [] : doses.split('|') }
    })

export const britishRemedies = remediesOf(british)
export const americanRemedies = remediesOf(american)

/** [printed, about] */
export const illnesses: readonly (readonly [name: string, about: string])[] = [
  ['type 2 diabetes', 'type 2 diabetes mellitus'],
  ['hypertension', 'hypertension'],
  ['atrial fibrillation', 'atrial fibrillation'],
  ['heart failure', 'congestive heart failure'],
  ['COPD', 'chronic obstructive pulmonary disease'],
  ['asthma', 'asthma'],
  ['hypothyroidism', 'hypothyroidism'],
  ['gout', 'gout'],
  ['osteoporosis', 'osteoporosis'],
  ['depression', 'depression'],
  ['rheumatoid arthritis', 'rheumatoid arthritis'],
  ['iron deficiency anaemia', 'iron deficiency anemia'],
  ['epilepsy', 'epilepsy'],
  ['migraine', 'migraine'],
  ['psoriasis', 'psoriasis'],
  ['diverticulosis', 'diverticulosis'],
]

/** What families have. */
export const inherited: readonly (readonly [name: string, about: string])[] = [
  ['stroke', 'stroke'],
  ['breast cancer', 'breast cancer'],
  ['colon cancer', 'colon cancer'],
  ['coronary artery disease', 'coronary artery disease'],
  ['multiple sclerosis', 'multiple sclerosis'],
  ['melanoma', 'melanoma'],
]

export const reactions: readonly (readonly [name: string, about: string, reaction: string])[] = [
  ['penicillin', 'penicillin', 'rash'],
  ['codeine', 'codeine', 'vomiting'],
  ['latex', 'latex', 'itching'],
  ['erythromycin', 'erythromycin', 'stomach upset'],
  ['ibuprofen', 'ibuprofen', 'wheeze'],
  ['trimethoprim', 'trimethoprim', 'facial swelling'],
  ['morphine', 'morphine', 'hives'],
]
