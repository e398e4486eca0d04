/** Came last: its questions were first asked when the rules stood, and the rules were then widened for a few of them. */
import type { Paper } from './papers.ts'
import type { Case } from './questions.ts'

export const IMRE: readonly Paper[] = [
  {
    title: 'nephrology-2024-06-11',
    text: `Westhaven Kidney Clinic
Progress note
Visit date: June 11, 2024
Patient: Imre Castellane      DOB: 12/02/1955

Reason for visit: follow up of chronic kidney disease stage 3b

Interval history
He was hospitalized in March 2024 for dehydration. No swelling of the legs. He uses ibuprofen occasionally.
Former smoker, quit in 1998. He drinks two beers on weekends.

Medications reviewed
losartan 100 mg daily
amlodipine 10 mg daily
sodium bicarbonate 650 mg three times daily
Farxiga 10 mg daily

Exam
BP 142/78, HR 74, weight 88.1 kg. Lungs clear. Trace edema at the ankles.

Data
Creatinine 1.92 mg/dL on 06/04/2024 (1.78 on 12/05/2023). Hemoglobin 10.9 g/dL. Potassium 5.2 mmol/L.
Renal ultrasound of May 2, 2024: small kidneys with increased echogenicity, no hydronephrosis, simple cyst of the left kidney.

Assessment and plan
1. CKD 3b, slowly progressive. Avoid NSAIDs.
2. Hyperkalemia: low potassium diet, repeat potassium in one week.
3. Anemia: check iron studies. Will consider erythropoietin.
4. Referred for transplant evaluation.

Electronically signed by Beatrix Olander, MD`,
  },
  {
    title: 'Eye clinic',
    text: `OPHTHALMOLOGY CLINIC NOTE
Seen on 14 March 2023 by Dr. Wen Abara

Visual acuity: right 20/40, left 20/25
Intraocular pressure: right 24 mmHg, left 17 mmHg
Right eye: moderate nuclear cataract. Left eye: intraocular lens in good position after cataract surgery in 2019.
Fundi: no diabetic retinopathy.
Adverse reactions: none known

Plan: latanoprost one drop in the right eye at night. Cataract surgery on the right is scheduled for 5 September 2023.`,
  },
]

export const IMRE_CASES: readonly Case[] = [
  { ask: 'What was his creatinine in June 2024?', first: '1.92' },
  { ask: 'When was he in the hospital?', first: 'March 2024' },
  { ask: 'Does he smoke?', first: 'Former smoker' },
  { ask: 'Is he on blood pressure tablets?', first: '', all: ['losartan'] },
  { ask: 'How much losartan does he take?', first: '100 mg' },
  { ask: 'What medicines does he take?', first: '', all: ['amlodipine', 'losartan'] },
  { ask: 'Who is the kidney doctor?', first: 'Olander' },
  { ask: 'Who saw him at the eye clinic?', first: 'Abara' },
  { ask: 'What did the kidney ultrasound show?', first: 'small kidneys' },
  { ask: 'Was there hydronephrosis?', first: 'no hydronephrosis' },
  { ask: 'What was the eye pressure in the right eye?', first: '24 mmHg' },
  { ask: 'When was the cataract surgery?', first: '2019' },
  { ask: 'When is the next cataract surgery?', first: '5 September 2023' },
  { ask: 'How much did he weigh at his visit in June?', first: '88.1 kg' },
  { ask: 'Is he anaemic?', first: 'nemia' },
  { ask: 'What dose of latanoprost?', first: 'one drop' },
  { ask: 'Is he allergic to sulfa?', first: 'none known' },
  { ask: 'Does he have diabetic retinopathy?', first: 'no diabetic retinopathy' },
  { ask: 'Does he drink alcohol?', first: 'beers' },
  { ask: 'What was the potassium?', first: '5.2' },
  { ask: 'What is the dose of metoprolol?', first: null },
  { ask: 'What did the CT of the kidneys show?', first: null },
  { ask: 'What did the liver ultrasound show?', first: null },
  { ask: 'What was the creatinine in 2019?', first: null },
  { ask: 'When was his kidney transplant?', first: null },
  { ask: 'What was the hemoglobin A1c?', first: null },
  { ask: 'Does he have glaucoma?', first: null },
  { ask: 'What is the dose of erythropoietin?', first: null },
  { ask: 'What was the weight in January?', first: null },
  { ask: 'Who is his heart surgeon?', first: null },
  { ask: 'When was he vaccinated against hepatitis B?', first: null },
  { ask: 'What did the kidney biopsy show?', first: null },
]
