/** Letters, notes, findings, vaccines and histories. */
import { type Paper, span } from './paper.ts'

export const LETTERS: readonly Paper[] = [
  span(
    'denies',
    'Patient denies chest pain, shortness of breath or palpitations.',
    ['The patient denies chest pain.', 'No chest pain, shortness of breath or palpitations were reported.'],
    ['No palpitations were reported.'],
  ),
  span(
    'no-fracture',
    'X-ray of the right wrist shows no evidence of fracture or dislocation.',
    [
      'The X-ray of the right wrist showed no fracture.',
      'No fracture or dislocation was seen on the right wrist X-ray.',
    ],
    ['According to the X-ray of the right wrist, there was no evidence of dislocation.'],
  ),
  span(
    'suspected-pneumonia',
    'Impression: suspected pneumonia in the left lower lobe.',
    ['Pneumonia in the left lower lobe was suspected.', 'The impression was suspected left lower lobe pneumonia.'],
    ['A suspected pneumonia of the left lower lobe was reported.'],
    undefined,
    '2022-11-02',
  ),
  span(
    'pe-ruled-out',
    'Pulmonary embolism was ruled out by CT angiography.',
    ['Pulmonary embolism was ruled out by CT angiography.', 'CT angiography ruled out pulmonary embolism.'],
    ['By CT angiography, a pulmonary embolism was excluded.'],
  ),
  span(
    'mother-cancer',
    'Mother: breast cancer at 52. Father: myocardial infarction at 60.',
    ['The mother had breast cancer at age 52.', 'Her father had a myocardial infarction at 60.'],
    ['The father had a heart attack at age 60.'],
    'Family history',
  ),
  span(
    'family-prose',
    'There is a family history of colon cancer in his brother.',
    ['His brother had colon cancer.', 'There is a family history of colon cancer.'],
    ['Colon cancer in a brother is noted in the family history.'],
  ),
  span(
    'history-asthma',
    'Past medical history: asthma, hypertension, type 2 diabetes',
    ['The past medical history includes asthma and hypertension.', 'A history of type 2 diabetes is recorded.'],
    ['There is a history of asthma, high blood pressure and type II diabetes.'],
  ),
  span(
    'problem-list',
    'Essential hypertension\nAtrial fibrillation\nOsteoarthritis of the left knee',
    [
      'Essential hypertension and atrial fibrillation are listed as diagnoses.',
      'Osteoarthritis of the left knee is listed.',
    ],
    ['The problem list includes left knee osteoarthritis.'],
    'Problem list:',
    '2020-09-01',
  ),
  span(
    'diagnosed',
    'He was diagnosed with coeliac disease in June 2015.',
    ['Coeliac disease was diagnosed in June 2015.', 'He was diagnosed with celiac disease in 2015.'],
    ['The diagnosis of celiac disease was made in June 2015.'],
  ),
  span(
    'echo',
    'Echocardiogram showed ejection fraction of 55% and mild mitral regurgitation.',
    [
      'The echocardiogram showed an ejection fraction of 55 %.',
      'Mild mitral regurgitation was seen on the echocardiogram.',
    ],
    ['An ejection fraction of 55% was found on echocardiogram.'],
  ),
  span(
    'mri-spine',
    'MRI of the lumbar spine on 12 May 2021 showed disc protrusion at L4-L5 and mild stenosis at L3-L4.',
    [
      'The MRI of the lumbar spine on 12 May 2021 showed disc protrusion at L4-L5.',
      'Mild stenosis at L3-L4 was shown on the MRI of the lumbar spine.',
    ],
    ['A lumbar spine MRI dated 2021-05-12 revealed a disc protrusion at L4-L5.'],
  ),
  span(
    'ct-nodule',
    'CT chest: 6 mm nodule in the right upper lobe, no pleural effusion.',
    ['CT chest showed a 6 mm nodule in the right upper lobe.', 'No pleural effusion was seen on CT chest.'],
    ['The chest CT found a nodule of 6 mm in the right upper lobe and no pleural effusion.'],
  ),
  span(
    'ultrasound',
    'Abdominal ultrasound: gallstones without signs of cholecystitis.',
    [
      'The abdominal ultrasound showed gallstones.',
      'The abdominal ultrasound showed gallstones without cholecystitis.',
    ],
    ['Gallstones were seen on abdominal ultrasound, without signs of cholecystitis.'],
  ),
  span(
    'mammogram',
    'Bilateral screening mammogram: BI-RADS 2, benign findings.',
    [
      'The bilateral screening mammogram was BI-RADS 2.',
      'Benign findings were reported on the bilateral screening mammogram.',
    ],
    ['The screening mammogram showed benign findings.'],
  ),
  span(
    'admission',
    'Admitted on 2 October 2022 with chest pain and discharged on 5 October 2022.',
    ['The patient was admitted on 2 October 2022 with chest pain.', 'He was discharged on 5 October 2022.'],
    ['The admission with chest pain was on 2022-10-02.'],
  ),
  span(
    'discharge-note',
    'She underwent laparoscopic appendectomy on 14.07.2019 without complications.',
    [
      'She underwent laparoscopic appendectomy on 14 July 2019.',
      'A laparoscopic appendectomy was performed on 2019-07-14 without complications.',
    ],
    ['Laparoscopic appendicectomy was performed in July 2019.'],
  ),
  span(
    'knee-surgery',
    'Right total knee replacement performed by Dr. Brown in March 2018.',
    [
      'A right total knee replacement was performed by Dr. Brown in March 2018.',
      'In 2018 a right total knee replacement was performed.',
    ],
    ['The patient had a total right knee replacement in March 2018.'],
  ),
  span(
    'colonoscopy',
    'Colonoscopy 2019: two polyps removed, repeat in 5 years.',
    ['Two polyps were removed at colonoscopy in 2019.', 'The 2019 colonoscopy removed 2 polyps.'],
    ['At the colonoscopy in 2019, two polyps were removed.'],
  ),
  span(
    'letter-cardiology',
    'Thank you for referring this 67-year-old man with atrial fibrillation. He remains on apixaban 5 mg twice daily.',
    ['He remains on apixaban 5 mg twice a day.', 'The man with atrial fibrillation is 67 years old.'],
    ['Apixaban 5 mg BID is continued.'],
    undefined,
    '2021-08-20',
  ),
  span(
    'follow-up',
    'Follow-up in the cardiology clinic in 6 weeks is recommended.',
    [
      'Follow-up in the cardiology clinic in 6 weeks was recommended.',
      'A follow-up in six weeks in the cardiology clinic is recommended.',
    ],
    ['The letter recommended follow-up in 6 weeks in the cardiology clinic.'],
  ),
  span(
    'flu-vaccine',
    'Influenza vaccine given 12 October 2021, lot AB1234',
    ['The influenza vaccine was given on 12 October 2021.', 'A flu vaccine, lot AB1234, was given in October 2021.'],
    ['The patient received the influenza vaccination on 2021-10-12.'],
    'Immunizations',
  ),
  {
    id: 'vaccine-table',
    evidence: {
      text: 'Hepatitis B dose 2\t2020-02-11\tLot X99\nTetanus\t2018-06-30\tLot T12',
      context: 'Vaccine\tDate\tLot',
    },
    said: [
      'The second dose of hepatitis B vaccine was given on 11 February 2020.',
      'Tetanus vaccine was given on 30 June 2018.',
    ],
    aside: ['Tetanus vaccination, lot T12, is dated 2018-06-30.'],
  },
  span(
    'covid',
    'COVID-19 vaccine (Comirnaty) dose 1 on 01.02.2021 and dose 2 on 22.02.2021',
    [
      'The first dose of COVID-19 vaccine was given on 1 February 2021.',
      'Dose 2 of the COVID-19 vaccine was given on 22 February 2021.',
    ],
    ['The second dose of COVID-19 vaccine was given on 2021-02-22.'],
    'Vaccinations:',
  ),
  span(
    'smoking',
    'Smoking: 20 pack-years, quit in 2010.',
    ['Smoking amounted to 20 pack-years, quit in 2010.', 'Smoking was quit in 2010.'],
    ['Smoking of 20 pack-years was recorded.'],
  ),
  span(
    'symptom-duration',
    'She reports headaches for 3 weeks, worse in the morning.',
    ['She reported headaches for three weeks.', 'Headaches for 3 weeks were reported.'],
    ['Headaches have been present for 3 weeks and worse in the morning.'],
  ),
  span(
    'ecg',
    'ECG: sinus rhythm, rate 68, no ST changes.',
    ['The ECG showed sinus rhythm.', 'The electrocardiogram showed sinus rhythm with a rate of 68.'],
    ['No ST changes were seen on the ECG.'],
  ),
  span(
    'biopsy',
    'Biopsy of the left breast: invasive ductal carcinoma, grade 2, ER positive, HER2 negative.',
    [
      'The biopsy of the left breast showed invasive ductal carcinoma.',
      'The left breast biopsy was ER positive and HER2 negative.',
    ],
    ['Invasive ductal carcinoma, grade II, was found on biopsy of the left breast.'],
  ),
  span(
    'blood-group',
    'Blood group: A Rh positive',
    ['The blood group is A Rh positive.', 'Blood group A Rh positive was recorded.'],
    ['The documented blood group is A Rh positive.'],
  ),
  span(
    'urine',
    'Urine dipstick: protein 2+, glucose negative, nitrite negative.',
    ['The urine dipstick showed protein 2+.', 'Urine dipstick was negative for nitrite.'],
    ['Glucose was negative on the urine dipstick.'],
  ),
  span(
    'bone-density',
    'T-score of the femoral neck -2.6, consistent with osteoporosis.',
    [
      'The T-score of the femoral neck was -2.6.',
      'The T-score of the femoral neck was -2.6, consistent with osteoporosis.',
    ],
    ['A femoral neck T-score of -2.6 was measured.'],
  ),
  span(
    'eyes',
    'Intraocular pressure right 14 mmHg, left 22 mmHg.',
    ['Intraocular pressure was 22 mmHg on the left.', 'Right intraocular pressure was 14 mmHg.'],
    ['The right intraocular pressure measured 14 mmHg and the left 22 mmHg.'],
  ),
  span(
    'normal-stated',
    'Liver and spleen are normal. Kidneys are unremarkable.',
    ['The liver and spleen were normal.', 'The kidneys were described as unremarkable.'],
    ['Kidneys were unremarkable.'],
  ),
  span(
    'gp-letter',
    'Mrs. Keller has had type 1 diabetes since 1998 and uses an insulin pump.',
    ['Mrs. Keller has had type 1 diabetes since 1998.', 'An insulin pump is used.'],
    ['The patient has had type 1 diabetes since 1998.'],
  ),
  span(
    'resolved',
    'Iron deficiency anemia, resolved in 2017.',
    ['Iron deficiency anaemia resolved in 2017.', 'The iron deficiency anemia was resolved in 2017.'],
    ['Iron deficiency anemia was recorded as resolved in 2017.'],
  ),
  span(
    'pt-referral',
    'Referred to physiotherapy for low back pain on 9 January 2023.',
    [
      'The patient was referred to physiotherapy for low back pain.',
      'A referral to physiotherapy was made on 9 January 2023 for low back pain.',
    ],
    ['On 2023-01-09 a referral to physiotherapy was recorded.'],
  ),
]
