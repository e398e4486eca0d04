/** More sentences that sound like their evidence and are false: joined, turned or borrowed from the line beside. */
import type { FalseSentences } from './false-sentences.ts'

type Line = readonly [text: string, heading: string | undefined, said: readonly string[]]

const LINES: readonly Line[] = [
  [
    'Hypertension, diabetes ruled out',
    undefined,
    ['Hypertension was ruled out.', 'Diabetes was found.', 'Diabetes is listed.'],
  ],
  [
    'Aspirin 81 mg daily\nClopidogrel 75 mg daily',
    'Medications:',
    [
      'Aspirin 75 mg daily is taken.',
      'Aspirin and clopidogrel 75 mg daily are taken.',
      'Clopidogrel 81 mg is listed.',
      'Aspirin 81 mg twice weekly is taken.',
    ],
  ],
  [
    'No change in medication. No new complaints.',
    undefined,
    ['No medication is taken.', 'No complaints were reported.', 'Medication was changed.'],
  ],
  [
    'He does not smoke and drinks alcohol occasionally.',
    undefined,
    ['He smokes.', 'He does not drink alcohol.', 'He smokes occasionally.', 'He drinks alcohol.'],
  ],
  [
    'Patient was not able to tolerate metformin.',
    undefined,
    ['The patient takes metformin.', 'The patient was able to tolerate metformin.', 'Metformin was tolerated.'],
  ],
  [
    'Her sister takes lithium.',
    undefined,
    ['She takes lithium.', 'The patient takes lithium.', 'Lithium was prescribed.'],
  ],
  [
    'Wife has hepatitis B.',
    undefined,
    ['The patient has hepatitis B.', 'Hepatitis B was recorded.', 'There is a family history of hepatitis B.'],
  ],
  [
    'Aspirin is contraindicated.',
    undefined,
    ['Aspirin was prescribed.', 'Aspirin is listed.', 'The patient takes aspirin.'],
  ],
  [
    'Screening for diabetes negative.',
    undefined,
    ['Diabetes was found.', 'Diabetes is listed.', 'Screening for diabetes was positive.'],
  ],
  [
    'CT abdomen: liver normal, spleen enlarged, kidneys normal.',
    undefined,
    [
      'The spleen was normal.',
      'The liver was enlarged.',
      'The kidneys were enlarged.',
      'CT abdomen was normal.',
      'Everything was normal.',
    ],
  ],
  ['Right eye 6/9, left eye 6/12', undefined, ['Left eye was 6/9.', 'Right eye was 6/12.', 'Vision was 6/9.']],
  [
    'Potassium 3.1 L (3.5-5.1), repeat 4.0',
    undefined,
    ['Potassium was 3.5.', 'Potassium was 5.1.', 'Potassium was 4.0 on repeat and 3.1 before.'],
  ],
  [
    'Glucose 5.4 mmol/L fasting, 8.9 mmol/L two hours after',
    undefined,
    ['Glucose was 8.9 mmol/L fasting.', 'Fasting glucose was 8.9 mmol/L.'],
  ],
  [
    'Warfarin 5 mg Monday and Friday, 2.5 mg other days',
    'Medications',
    [
      'Warfarin 2.5 mg is taken Monday and Friday.',
      'Warfarin 5 mg is taken daily.',
      'Warfarin 5 mg is taken on other days.',
    ],
  ],
  [
    'Take 2 tablets of paracetamol 500 mg every 6 hours',
    'Prescription',
    [
      'Paracetamol 2 mg is taken every 6 hours.',
      'Paracetamol 500 tablets were prescribed.',
      'Paracetamol 6 mg is taken.',
      'Paracetamol 1000 mg is taken every 6 hours.',
    ],
  ],
  [
    'Father died of lung cancer at 70, mother alive at 85 with hypertension',
    'Family history',
    [
      'The mother died of lung cancer.',
      'The father has hypertension.',
      'The mother had lung cancer at 70.',
      'The father is alive.',
      'The patient has hypertension.',
      'Lung cancer was recorded.',
    ],
  ],
  [
    'Discussed risks of surgery including bleeding and infection.',
    undefined,
    [
      'Bleeding was reported.',
      'Infection and bleeding were found.',
      'Surgery was performed.',
      'The patient had surgery.',
    ],
  ],
  ['Watch for fever or redness.', undefined, ['Fever was reported.', 'Redness and fever were reported.']],
  [
    'If pain persists, start ibuprofen 400 mg.',
    undefined,
    ['Ibuprofen 400 mg was started.', 'Pain persists.', 'Ibuprofen 400 mg was prescribed.'],
  ],
  [
    'Influenza A positive, influenza B negative',
    undefined,
    ['Influenza B was positive.', 'Influenza A was negative.', 'Influenza was negative.'],
  ],
  [
    'Stage II colon cancer (pT3 N0 M0), resected 2014',
    undefined,
    [
      'Stage III colon cancer was resected in 2014.',
      'Stage II colon cancer was found in 2015.',
      'Stage 4 colon cancer is listed.',
    ],
  ],
  [
    'Allergic to codeine, tolerates morphine',
    undefined,
    ['The patient is allergic to morphine.', 'The patient tolerates codeine.', 'Allergic to codeine and morphine.'],
  ],
  [
    'HbA1c 7.9 % (03/2021), 7.1 % (09/2021)',
    undefined,
    [
      'HbA1c was 7.9 % in September 2021.',
      'HbA1c was 7.1 % in March 2021.',
      'HbA1c rose from 7.1 % in September 2021 to 7.9 % in March 2021.',
    ],
  ],
  [
    'Dr. Maria Lopez reviewed the echo of Anna Keller.',
    undefined,
    ['Maria Lopez had an echo.', 'The echo of Maria Lopez was reviewed.', 'Anna Keller reviewed the echo.'],
  ],
  ['Non-smoker. Non-reactive RPR.', undefined, ['The patient is a smoker.', 'RPR was reactive.', 'A smoker.']],
  [
    'Hepatitis B surface antigen: non-reactive',
    undefined,
    ['Hepatitis B surface antigen was reactive.', 'Hepatitis B was found.'],
  ],
  [
    'Cough since Monday. Fever resolved.',
    undefined,
    ['Fever since Monday was reported.', 'Cough resolved.', 'Fever was reported.'],
  ],
  [
    'Weight 82 kg (previous 85 kg)',
    undefined,
    ['Weight was 85 kg.', 'Weight rose from 82 kg to 85 kg.', 'Previous weight was 82 kg.'],
  ],
  [
    'Pain 7/10 before and 2/10 after treatment',
    undefined,
    ['Pain was 7/10 after treatment.', 'Pain was 2/10 before treatment.'],
  ],
  [
    'Morphine not given. Oxygen given.',
    undefined,
    ['Morphine was given.', 'Oxygen was not given.', 'Morphine and oxygen were given.'],
  ],
  ['Possible TIA vs migraine', undefined, ['TIA was found.', 'Migraine was found.', 'The patient has migraine.']],
  [
    'Ultrasound: left kidney 10 cm, right kidney 9 cm with cyst',
    undefined,
    [
      'The left kidney has a cyst.',
      'Right kidney was 10 cm.',
      'Left kidney 9 cm was measured.',
      'A cyst of 9 cm was seen.',
    ],
  ],
  [
    'Penicillin - rash',
    'Allergies:',
    [
      'The patient has no allergies.',
      'No known allergies were reported.',
      'Allergies are stated as none known.',
      'The mother is allergic to penicillin.',
      'No allergy to penicillin was reported.',
    ],
  ],
  [
    'Metformin 500 mg twice daily',
    'Medications',
    ['No medications are taken.', 'The patient takes no medication.', 'The mother takes metformin 500 mg.'],
  ],
  ['Tetanus\t2018-06-30', 'Vaccine\tDate', ['No vaccine was given.', 'No vaccine was given on 30 June 2018.']],
  ['Asthma', 'Problem list:', ['No problems are listed.', 'No conditions were diagnosed.', 'The brother has asthma.']],
]

export const MORE_FALSE_SENTENCES: readonly FalseSentences[] = LINES.map(([text, context, said]) => ({
  evidence: { text, ...(context === undefined ? {} : { context }) },
  said,
}))
