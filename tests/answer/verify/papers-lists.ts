/** Rows of laboratories, vital signs, lists of medicines and allergies. */
import { type Paper, span } from './paper.ts'

const LAB_HEADER = 'Test\tResult\tUnits\tReference range\tFlag'
const LABS = `Collected: 4 March 2021\n${LAB_HEADER}`
const lab = (id: string, text: string, said: string[], aside: string[]): Paper => ({
  id,
  evidence: { text, context: LABS },
  said,
  aside,
})
export const LISTS: readonly Paper[] = [
  lab(
    'hemoglobin-row',
    'Hemoglobin\t10.1\tg/dL\t12.0-16.0\tL',
    ['Haemoglobin was 10.1 g/dL.', 'The hemoglobin of 4 March 2021 was 10.1 g/dL, flagged low.'],
    ['On 4 March 2021, Hb measured 10.1 g/dL (reference range 12.0-16.0).'],
  ),
  lab(
    'creatinine-row',
    'Creatinine\t1.90\tmg/dL\t0.60-1.20\tH',
    ['The creatinine level was 1.9 mg/dl.', 'Creatinine was reported as 1.90 mg/dL, above the reference range.'],
    ['A creatinine of 1.9 mg/dL was recorded in March 2021.'],
  ),
  lab(
    'potassium-row',
    'Potassium\t4,2\tmmol/L\t3,5-5,1\t',
    ['Potassium was 4.2 mmol/L.', 'The potassium was within the reference range.'],
    ['The paper gives a potassium of 4.2 mmol/L with a reference range of 3.5 to 5.1.'],
  ),
  lab(
    'a1c-row',
    'Hemoglobin A1c\t7.9\t%\t4.0-5.6\tH',
    ['HbA1c was 7.9 %.', 'The hemoglobin A1c was 7.9 percent.'],
    ['An HbA1c of 7.9% was measured on 2021-03-04.'],
  ),
  lab(
    'ldl-row',
    'LDL cholesterol\t162\tmg/dL\t<130\tH',
    ['LDL cholesterol was 162 mg/dL.', 'LDL cholesterol was high at 162 mg/dL.'],
    ['The LDL cholesterol came to 162 mg/dL, which is above the reference range.'],
  ),
  lab(
    'tsh-row',
    'TSH\t<0.01\tmIU/L\t0.40-4.00\tL',
    ['TSH was <0.01 mIU/L.', 'The TSH was less than 0.01 mIU/L.'],
    ['The TSH level was below 0.01 mIU/L.'],
  ),
  lab(
    'hiv-row',
    'HIV 1/2 antibody\tNegative\t\tNegative\t',
    ['The HIV 1/2 antibody was negative.', 'The HIV 1/2 antibody test result was negative.'],
    ['A negative HIV 1/2 antibody result was reported.'],
  ),
  lab(
    'platelets-row',
    'Platelets\t212\t10*9/L\t150-400\t',
    ['Platelets were 212 x10^9/L.', 'The platelets measured 212.'],
    ['The platelet result was 212 with a reference range of 150-400.'],
  ),
  lab(
    'egfr-row',
    'eGFR\t42\tmL/min/1.73 m2\t>60\tL',
    ['eGFR was 42 mL/min/1.73 m2.', 'The eGFR was 42, flagged low.'],
    ['On 4 March 2021 the eGFR was 42 mL/min/1.73 m2.'],
  ),
  {
    id: 'two-date-table',
    evidence: { text: 'Ferritin\t9\t35', context: 'Test\t2021-03-04\t2021-06-10' },
    said: ['Ferritin was 9 on 4 March 2021.', 'Ferritin was 35 on 2021-06-10.'],
    aside: ['Ferritin rose from 9 on 4 March 2021 to 35 on 10 June 2021.'],
  },
  {
    id: 'many-rows',
    evidence: {
      text: 'Sodium\t138\tmmol/L\t135-145\nUrea\t6.4\tmmol/L\t2.5-7.8\nCalcium\t2.31\tmmol/L\t2.20-2.60',
      context: 'Collected: 12 May 2022',
    },
    said: ['Sodium was 138 mmol/L and calcium was 2.31 mmol/L.', 'Urea was 6.4 mmol/L on 12 May 2022.'],
    aside: ['On 12 May 2022 the sodium was 138 mmol/L, the urea 6.4 mmol/L and the calcium 2.31 mmol/L.'],
  },
  span(
    'lab-prose',
    'Hb 10.1 g/dL, creatinine 0.9 mg/dL, CRP 48 mg/L.',
    ['Haemoglobin was 10.1 g/dL.', 'Creatinine was 0.9 mg/dL and CRP was 48 mg/L.'],
    ['C-reactive protein was 48 mg/L and haemoglobin 10.1 g/dL.'],
  ),
  span(
    'inr-prose',
    'INR today is 2.6 (target 2.0-3.0).',
    ['The INR was 2.6.', 'The INR was recorded as 2.6.'],
    ['INR was 2.6, with a target of 2.0-3.0.'],
  ),
  span(
    'vitals-line',
    'BP 142/88 mmHg, pulse 76 bpm, temp 37.2 °C, SpO2 97 %',
    ['Blood pressure was 142/88 mmHg.', 'The pulse was 76 bpm and the temperature was 37.2 °C.'],
    ['Oxygen saturation was 97% and heart rate was 76 beats per minute.'],
    'Vital signs',
    '2021-03-04',
  ),
  span(
    'weight',
    'Weight: 81.4 kg  Height: 172 cm',
    ['The weight was 81.4 kg.', 'Height was measured as 172 cm.'],
    ['Weight was recorded as 81.4 kg and height as 172 cm.'],
  ),
  span(
    'temp',
    'On arrival temperature was 38.9 °C and respiratory rate 22.',
    ['On arrival the temperature was 38.9 °C.', 'The respiratory rate was 22 on arrival.'],
    ['The temperature on arrival was recorded as 38.9 °C.'],
  ),
  span(
    'metformin',
    'Metformin 500 mg tablet, take 1 tablet by mouth twice daily with meals',
    [
      'The patient takes metformin 500 mg by mouth twice a day.',
      'Metformin 500 mg is taken as one tablet twice daily with meals.',
    ],
    ['Metformin 500 mg was prescribed, 1 tablet PO BID with meals.'],
    'Current medications',
    '2021-03-04',
  ),
  span(
    'lisinopril',
    'Lisinopril 10 mg PO daily',
    ['Lisinopril 10 mg by mouth once daily is listed.', 'She takes lisinopril 10 mg orally every day.'],
    ['The medication list includes lisinopril 10 mg, taken by mouth once a day.'],
    'Medications:',
    '2022-01-15',
  ),
  span(
    'warfarin',
    'Coumadin 5 mg every evening',
    ['Warfarin 5 mg is taken every evening.', 'Coumadin 5 mg in the evening was listed.'],
    ['The patient was prescribed Coumadin (warfarin) 5 mg every evening.'],
    'Medications:',
  ),
  span(
    'ibuprofen',
    'Ibuprofen 400 mg q6h PRN for pain',
    [
      'Ibuprofen 400 mg is taken every 6 hours as needed for pain.',
      'Ibuprofen 400 mg was prescribed as needed for pain every six hours.',
    ],
    ['For pain, ibuprofen 400 mg every 6 hours as needed is listed.'],
    'Discharge medications',
  ),
  span(
    'insulin',
    'Insulin glargine 18 units subcutaneously at bedtime',
    ['Insulin glargine 18 units under the skin at bedtime is listed.', 'Lantus 18 units SC at bedtime was prescribed.'],
    ['She takes insulin glargine, 18 units subcutaneously at bedtime.'],
    'Medications',
  ),
  {
    id: 'med-table',
    evidence: {
      text: 'Atorvastatin\t40 mg\toral\tonce daily at night\nAmlodipine\t5 mg\toral\tonce daily',
      context: 'Drug\tDose\tRoute\tFrequency',
      documentDate: '2023-02-01',
    },
    said: ['Atorvastatin 40 mg is taken by mouth at night.', 'Amlodipine 5 mg by mouth once daily was listed.'],
    aside: ['The list of 1 February 2023 names amlodipine 5 mg once a day and atorvastatin 40 mg every night.'],
  },
  span(
    'stopped-drug',
    'Simvastatin was stopped on 3 May 2020 because of muscle pain.',
    [
      'Simvastatin was discontinued on 3 May 2020 due to muscle pain.',
      'Muscle pain was the reason simvastatin was stopped.',
    ],
    ['On 2020-05-03 simvastatin was stopped because of muscle pain.'],
  ),
  span(
    'started-drug',
    'She was started on sertraline 50 mg once daily on 12/03/2021.',
    ['Sertraline 50 mg once a day was started.', 'Sertraline was started in 2021.'],
    ['Sertraline 50 mg daily was initiated in 2021.'],
  ),
  span(
    'dose-change',
    'Furosemide was increased from 20 mg to 40 mg daily.',
    ['Furosemide was increased from 20 mg to 40 mg daily.', 'The furosemide dose was raised to 40 mg once daily.'],
    ['Furosemide was raised from 20 mg to 40 mg a day.'],
  ),
  span(
    'antibiotic-course',
    'Amoxicillin 500 mg three times a day for 7 days',
    ['Amoxicillin 500 mg was prescribed three times daily for seven days.', 'Amoxicillin 500 mg TID for 7 days.'],
    ['A prescription for amoxicillin 500 mg, three times a day for 7 days, is documented.'],
    'Prescription',
  ),
  span(
    'inhaler',
    'Salbutamol inhaler 2 puffs every 4 hours as needed',
    [
      'Salbutamol inhaler, two puffs every four hours as needed, is listed.',
      'Albuterol inhaler 2 puffs every 4 hours PRN was prescribed.',
    ],
    ['The salbutamol inhaler is used as needed, 2 puffs every 4 hours.'],
    'Medications',
  ),
  span(
    'levothyroxine',
    'Levothyroxine 75 mcg every morning before breakfast',
    [
      'Levothyroxine 75 µg is taken every morning before breakfast.',
      'Levothyroxine 75 micrograms in the morning before breakfast was listed.',
    ],
    ['The patient takes levothyroxine 75 mcg each morning before breakfast.'],
    'Medications',
  ),
  span(
    'penicillin-allergy',
    'Penicillin - rash',
    ['The patient is allergic to penicillin, with a rash as the reaction.', 'Penicillin caused a rash.'],
    ['An allergy to penicillin with rash is recorded.'],
    'Allergies:',
    '2021-03-04',
  ),
  span(
    'peanut-allergy',
    'Peanuts: anaphylaxis (2009)',
    ['An allergy to peanuts with anaphylaxis was recorded.', 'In 2009, peanuts caused anaphylaxis.'],
    ['Anaphylaxis to peanuts in 2009 is listed under allergies.'],
    'ALLERGIES',
  ),
  span(
    'nkda',
    'NKDA',
    ['No known drug allergies were recorded.', 'The paper states no known drug allergies.'],
    ['No known drug allergies are documented.'],
    'Allergies:',
  ),
  span(
    'none-known',
    'Allergies: None known',
    ['No known allergies were reported.', 'Allergies are stated as none known.'],
    ['The document lists no known allergies.'],
  ),
  {
    id: 'allergy-table',
    evidence: {
      text: 'Sulfamethoxazole\tHives\tModerate\nLatex\tItching\tMild',
      context: 'Allergen\tReaction\tSeverity',
    },
    said: ['Sulfamethoxazole caused hives, a moderate reaction.', 'The latex allergy was mild, with itching.'],
    aside: ['A mild reaction to latex with itching is listed.'],
  },
]
