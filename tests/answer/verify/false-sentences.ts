/** Sentences that sound like their evidence and are false or say more, written by hand: each must be refused. */
import type { Evidence } from '../../../src-main/answer/verify.ts'

export interface FalseSentences {
  readonly evidence: Omit<Evidence, 'n'>
  readonly said: readonly string[]
}

export const FALSE_SENTENCES: readonly FalseSentences[] = [
  {
    evidence: { text: 'Hb 10.1 g/dL, creatinine 0.9 mg/dL, CRP 48 mg/L.' },
    said: [
      'Creatinine was 10.1.',
      'Creatinine was 10.1 mg/dL.',
      'Haemoglobin was 0.9.',
      'Haemoglobin was 48 and CRP was 10.1.',
      'Haemoglobin and creatinine were 10.1 g/dL.',
      'CRP was 0.9 mg/dL.',
      'Haemoglobin fell to 10.1 g/dL.',
      'Haemoglobin was 10 g/dL.',
      'Haemoglobin was low at 10.1 g/dL.',
    ],
  },
  {
    evidence: { text: 'Hb 10.1 with creatinine 0.9 and platelets of 300' },
    said: ['Haemoglobin was 0.9 with creatinine 10.1.', 'Platelets were 0.9.', 'Creatinine was 300.'],
  },
  {
    evidence: { text: 'Haemoglobin was 10.1 on 3 May 2021 and 11.4 on 5 June 2021.' },
    said: [
      'Haemoglobin was 10.1 on 5 June 2021.',
      'Haemoglobin was 11.4 on 3 May 2021.',
      'Haemoglobin fell from 11.4 on 5 June 2021 to 10.1 on 3 May 2021.',
      'Haemoglobin fell from 10.1 on 3 May 2021 to 11.4 on 5 June 2021.',
      'Haemoglobin was unchanged between 3 May 2021 and 5 June 2021.',
      'The highest haemoglobin was 11.4.',
      'The latest haemoglobin was 10.1.',
      'Haemoglobin doubled from 10.1 on 3 May 2021 to 11.4 on 5 June 2021.',
    ],
  },
  {
    evidence: { text: 'Ferritin\t9\t35\nTransferrin\t3.1\t2.4', context: 'Test\t2021-03-04\t2021-06-10' },
    said: [
      'Ferritin was 35 on 4 March 2021.',
      'Ferritin was 9 on 10 June 2021.',
      'Transferrin was 9 on 4 March 2021.',
      'Ferritin was 2.4 on 10 June 2021.',
      'Ferritin fell from 35 on 10 June 2021 to 9 on 4 March 2021.',
      'Transferrin rose from 3.1 on 4 March 2021 to 2.4 on 10 June 2021.',
      'Ferritin and transferrin rose between 4 March 2021 and 10 June 2021.',
    ],
  },
  {
    evidence: { text: 'Hemoglobin\t10.1\tg/dL\t12.0-16.0\tL', context: 'Test\tResult\tUnits\tReference range\tFlag' },
    said: [
      'Haemoglobin was 12 g/dL.',
      'Haemoglobin was 16.0 g/dL.',
      'Haemoglobin was within the reference range.',
      'Haemoglobin was above the reference range.',
      'Haemoglobin was normal.',
      'Haemoglobin was dangerously low.',
      'Haemoglobin was 10.1 g/dL (reference range 10-16).',
      'Haemoglobin A1c was 10.1.',
      'Haemoglobin was between 12.0 and 16.0.',
      'The reference range of haemoglobin is 10.1.',
      'Anaemia was found.',
    ],
  },
  {
    evidence: { text: 'LDL cholesterol\t162\tmg/dL\t<130', context: 'Test\tResult\tUnits\tReference range' },
    said: [
      'Cholesterol was 162 mg/dL.',
      'LDL cholesterol was <130 mg/dL.',
      'LDL cholesterol was 130.',
      'Total cholesterol was 162.',
    ],
  },
  {
    evidence: { text: 'Hemoglobin A1c\t7.9\t%', context: 'Test\tResult\tUnits' },
    said: ['Hemoglobin was 7.9.', 'Hemoglobin was 7.9 %.'],
  },
  {
    evidence: { text: 'Urine creatinine 90 mg/dL, free T4 1.2 ng/dL, ionized calcium 1.18 mmol/L' },
    said: [
      'Creatinine was 90 mg/dL.',
      'Serum creatinine was 90 mg/dL.',
      'T4 was 1.2 ng/dL.',
      'Calcium was 1.18 mmol/L.',
    ],
  },
  {
    evidence: {
      text: 'Echocardiogram showed ejection fraction of 55%, mild mitral regurgitation and severe aortic stenosis.',
    },
    said: [
      'Severe mitral regurgitation was found on the echocardiogram.',
      'The echocardiogram showed mild aortic stenosis.',
      'The echocardiogram showed mild mitral and aortic stenosis.',
      'The ejection fraction was severe.',
      'Aortic stenosis was 55%.',
    ],
  },
  {
    evidence: { text: 'MRI on 12 May 2021 showed disc protrusion at L4-L5 and mild stenosis at L3-L4.' },
    said: [
      'The MRI showed mild stenosis at L4-L5.',
      'The MRI showed disc protrusion at L3-L4.',
      'The MRI showed mild disc protrusion at L4-L5.',
      'The MRI on 12 May 2020 showed disc protrusion at L4-L5.',
    ],
  },
  {
    evidence: { text: 'Left knee pain and right hip fracture.' },
    said: [
      'Right knee pain was reported.',
      'A left hip fracture was reported.',
      'Left knee fracture was reported.',
      'Knee fracture was reported.',
    ],
  },
  {
    evidence: {
      text: 'Metformin 500 mg twice daily, lisinopril 10 mg once daily, aspirin 81 mg at bedtime',
      context: 'Medications:',
    },
    said: [
      'Metformin 10 mg is taken twice daily.',
      'Lisinopril 10 mg is taken twice daily.',
      'Metformin 500 mg is taken once daily.',
      'Aspirin 81 mg is taken once daily with lisinopril.',
      'Metformin and lisinopril are taken twice daily.',
      'Lisinopril 500 mg is taken once daily.',
      'Lisinopril 10 mg is taken at bedtime.',
      'Metformin is taken for diabetes.',
      'Metformin 500 mg was started.',
      'Metformin 500 mg was stopped.',
      'Metformin 1000 mg is taken daily.',
      'The patient is allergic to metformin.',
      'Three medicines are taken.',
    ],
  },
  {
    evidence: { text: 'Lisinopril started 3 May 2020, stopped 4 June 2021.' },
    said: [
      'Lisinopril was stopped on 3 May 2020.',
      'Lisinopril was started on 4 June 2021.',
      'The patient takes lisinopril.',
      'Lisinopril is continued.',
    ],
  },
  {
    evidence: { text: 'Stop aspirin. Continue clopidogrel 75 mg daily.' },
    said: ['Aspirin is continued.', 'Clopidogrel was stopped.', 'Aspirin 75 mg daily is listed.', 'Aspirin is listed.'],
  },
  {
    evidence: { text: 'Simvastatin 20 mg', context: 'Discontinued medications:' },
    said: ['The patient takes simvastatin 20 mg.', 'Simvastatin 20 mg is listed.'],
  },
  {
    evidence: { text: 'Furosemide was increased from 20 mg to 40 mg daily.' },
    said: [
      'Furosemide was decreased from 40 mg to 20 mg daily.',
      'Furosemide 20 mg daily is taken.',
      'Furosemide was increased to 20 mg.',
      'Furosemide was increased from 40 mg to 20 mg daily.',
    ],
  },
  {
    evidence: { text: 'Penicillin - rash; codeine - nausea', context: 'Allergies:' },
    said: [
      'Penicillin caused nausea.',
      'Codeine caused a rash.',
      'The patient takes penicillin.',
      'Penicillin was prescribed.',
      'Penicillin was stopped.',
      'The patient is not allergic to penicillin.',
      'No allergy to codeine is recorded.',
      'Penicillin was listed.',
      'The patient is allergic to all antibiotics.',
    ],
  },
  {
    evidence: { text: 'Patient denies chest pain but reports shortness of breath for 3 days.' },
    said: [
      'The patient reports chest pain.',
      'Chest pain for 3 days was reported.',
      'No shortness of breath was reported.',
      'The patient denies shortness of breath.',
      'Shortness of breath for 3 weeks was reported.',
      'Chest pain was reported.',
    ],
  },
  {
    evidence: { text: 'No fever, chills or cough. Positive for fatigue.' },
    said: [
      'Cough was reported.',
      'Fever and chills were reported.',
      'No fatigue was reported.',
      'Chills were present.',
    ],
  },
  {
    evidence: { text: 'Pneumonia cannot be excluded. Rule out tuberculosis. Sarcoidosis is unlikely.' },
    said: [
      'Pneumonia was excluded.',
      'Pneumonia was found.',
      'No pneumonia was found.',
      'Tuberculosis was ruled out.',
      'Tuberculosis was found.',
      'Sarcoidosis is likely.',
      'Sarcoidosis was found.',
      'No sarcoidosis was found.',
    ],
  },
  {
    evidence: {
      text: 'Mother: breast cancer at 52. Father: stroke at 60. Patient has asthma.',
      context: 'Family history',
    },
    said: [
      'The patient had breast cancer at 52.',
      'The father had breast cancer at 52.',
      'The mother had breast cancer at 60.',
      'Breast cancer was recorded.',
      'The patient had a stroke.',
      'The mother had a stroke at 60.',
      'The mother has asthma.',
      'There is no family history of breast cancer.',
    ],
  },
  {
    evidence: { text: 'History of asthma. Anaemia, resolved.' },
    said: [
      'The patient has no asthma.',
      'The mother had asthma.',
      'Anaemia was found.',
      'Asthma resolved.',
      'The patient has anaemia.',
    ],
  },
  {
    evidence: { text: 'HIV not tested. Hepatitis C antibody negative. ANA positive.' },
    said: [
      'HIV was negative.',
      'HIV was tested.',
      'Hepatitis C antibody was positive.',
      'ANA was negative.',
      'HIV and ANA were positive.',
      'Hepatitis C was found.',
    ],
  },
  {
    evidence: { text: 'Consider starting insulin if HbA1c exceeds 9 %.' },
    said: [
      'Insulin was started.',
      'HbA1c was 9 %.',
      'The patient takes insulin.',
      'HbA1c exceeds 9 %.',
      'Insulin was prescribed.',
    ],
  },
  {
    evidence: { text: 'Next colonoscopy due in 5 years. Flu vaccine declined.' },
    said: [
      'Colonoscopy was 5 years ago.',
      'Flu vaccine was given.',
      'The patient received a flu vaccine.',
      'Colonoscopy was performed.',
    ],
  },
  {
    evidence: { text: 'Admitted on 2 October 2022 with chest pain and discharged on 5 October 2022 on aspirin.' },
    said: [
      'Discharged on 2 October 2022.',
      'The patient was admitted on 5 October 2022.',
      'The patient was discharged with chest pain.',
      'The patient was admitted on aspirin.',
      'Chest pain was present on 5 October 2022.',
    ],
  },
  {
    evidence: { text: 'Date: 03/04/2021. Weight 80 kg.' },
    said: [
      'Weight was 80 kg on 3 April 2021.',
      'Weight was 80 kg on 4 March 2021.',
      'Weight was 80 lb.',
      'Weight was 80.5 kg.',
    ],
  },
  {
    evidence: { text: 'Seen by Dr Brown on 3 May 2021 after a fall on 1 May 2021.' },
    said: [
      'A fall on 3 May 2021 was reported.',
      'Dr Brown had a fall on 1 May 2021.',
      'Mr Brown was seen on 3 May 2021.',
      'Seen by Dr Brown on 1 May 2021.',
      'Brown fell on 1 May 2021.',
    ],
  },
  {
    evidence: { text: 'Lisinopril\t10 mg\t30\t3', context: 'Drug\tStrength\tQty\tRefills' },
    said: [
      'Lisinopril 30 mg is taken.',
      'Lisinopril 30 is taken daily.',
      'Lisinopril 3 mg is listed.',
      'Lisinopril 3 tablets are taken.',
    ],
  },
  {
    evidence: { text: 'Type 2 diabetes, stage 3 kidney disease, grade 1 retinopathy' },
    said: [
      'Type 1 diabetes is listed.',
      'Type 3 diabetes is listed.',
      'Stage 2 kidney disease is listed.',
      'Grade 3 retinopathy is listed.',
      'Diabetes 2 weeks is listed.',
    ],
  },
  {
    evidence: { text: 'Ibuprofen 400 mg every 6 hours as needed for pain, maximum 3 doses', context: 'Medications' },
    said: [
      'Ibuprofen 400 mg is taken every 6 hours.',
      'Ibuprofen 400 mg is taken four times a day as needed.',
      'Ibuprofen 400 mg is taken every 3 hours as needed.',
      'Ibuprofen 3 doses are taken.',
    ],
  },
  {
    evidence: { text: 'T-score of the femoral neck -2.6; lumbar spine 1.2' },
    said: [
      'The T-score of the femoral neck was 2.6.',
      'The T-score of the lumbar spine was -2.6.',
      'The T-score of the femoral neck was 1.2.',
      'The T-score of the lumbar spine was -1.2.',
    ],
  },
  {
    evidence: { text: 'Platelets 1,234. Dose 1.000 IU. Lot 4711.' },
    said: ['Platelets were 1234.', 'Platelets were 1.234.', 'Dose 1000 IU was given.'],
  },
  {
    evidence: { text: 'BP 142/88 mmHg, pulse 76 bpm' },
    said: [
      'Blood pressure was 88/142 mmHg.',
      'Blood pressure was 76 bpm.',
      'The pulse was 142.',
      'Blood pressure was 142/76.',
      'Pulse was 88 bpm.',
      'Blood pressure was high.',
    ],
  },
  {
    evidence: { text: 'Right total knee replacement in March 2018. Cataract surgery of the left eye in 2020.' },
    said: [
      'A left total knee replacement was performed in March 2018.',
      'Cataract surgery was performed in March 2018.',
      'A knee replacement was performed in 2020.',
      'Cataract surgery of the right eye was performed in 2020.',
      'A right total knee replacement was performed in March 2019.',
    ],
  },
  {
    evidence: { text: 'Tetanus\t2018-06-30\nPneumococcal\t2020-02-11', context: 'Vaccine\tDate' },
    said: [
      'Tetanus vaccine was given on 11 February 2020.',
      'Pneumococcal vaccine was given on 30 June 2018.',
      'Tetanus was diagnosed on 30 June 2018.',
      'Tetanus and pneumococcal vaccines were given in 2020.',
    ],
  },
]
