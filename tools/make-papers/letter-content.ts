/** What the discharge letter of November 2023 says, in order, without any layout. */
import { doctors } from './people.ts'

export type LetterPart = { heading: string } | { paragraph: string } | { items: readonly string[] }

export const letterParts: readonly LetterPart[] = [
  { paragraph: `Dear ${doctors.family},` },
  {
    paragraph:
      'Thank you for taking over the care of your patient, who stayed on our medical ward from 20 November to 24 ' +
      'November 2023. She went home in good condition, walking without help and eating normally.',
  },
  { heading: 'Diagnoses' },
  {
    items: [
      'Pneumonia of the right lower lobe',
      'Type 2 diabetes, known since 2015',
      'High blood pressure, known since 2012',
      'High cholesterol under treatment',
    ],
  },
  { heading: 'Allergies' },
  {
    paragraph:
      'Penicillin: hives and swelling of the lips in 1989, within one hour of the first tablet. She has taken ' +
      'cephalosporins since then without any trouble. No other allergy is known.',
  },
  { heading: 'Reason for admission' },
  {
    paragraph:
      'For four days before admission she had a cough with yellow sputum, shaking chills and a temperature of up to ' +
      '39.1 °C. On the morning of 20 November she felt short of breath on the stairs and her son called ' +
      'the ambulance. She had no chest pain, no leg swelling and had not travelled.',
  },
  { heading: 'Findings on arrival' },
  {
    paragraph:
      'Temperature 38.6 °C, pulse 104 per minute, blood pressure 118/70 mmHg, breathing rate 24 per minute, oxygen ' +
      'saturation 91 % on room air. Coarse crackles over the right lower lung. Heart sounds were regular without a ' +
      'murmur. The abdomen was soft. There was no rash, and the feet showed no ulcer.',
  },
  {
    paragraph:
      'The chest radiograph of 20 November showed a patchy consolidation in the right lower lobe and no effusion. ' +
      'The electrocardiogram showed a sinus tachycardia without signs of ischemia.',
  },
  {
    paragraph:
      'White cells were 15.8 x10E3/uL, C-reactive protein 186 mg/L, creatinine 1.32 mg/dL and lactate 1.4 mmol/L. ' +
      'The pneumococcal antigen in the urine was positive. Two sets of blood cultures remained sterile after five ' +
      'days. Tests for influenza and for SARS-CoV-2 were negative.',
  },
  { heading: 'Course' },
  {
    paragraph:
      'Because of the penicillin allergy we chose ceftriaxone 2 g once daily into a vein together with doxycycline ' +
      '100 mg twice daily by mouth. She needed two liters of oxygen per minute until the morning of 22 November. ' +
      'The fever settled on the second day and the cough became looser.',
  },
  {
    paragraph:
      'Metformin was paused on admission because she was dehydrated and the creatinine had risen. Blood glucose was ' +
      'between 148 and 236 mg/dL under short-acting insulin given by scale. After two days of fluids the creatinine ' +
      'came down to 0.96 mg/dL, and metformin was started again on 23 November. Insulin was stopped and is not ' +
      'needed at home.',
  },
  {
    paragraph:
      'Lisinopril was paused for one day and then continued at the dose she took before. Blood pressure on the day of ' +
      'discharge was 136/82 mmHg. Atorvastatin was never interrupted.',
  },
  {
    paragraph:
      'Our physiotherapist showed her breathing exercises. The diabetes nurse went through the technique of measuring ' +
      'blood glucose at home, and we gave her a leaflet on what to do with her tablets on sick days.',
  },
  { heading: 'Medicines at discharge' },
  {
    items: [
      'Metformin 1,000 mg twice daily, with meals',
      'Lisinopril 20 mg once daily, morning',
      'Atorvastatin 40 mg once daily, evening',
      'Amlodipine 5 mg once daily, morning',
      'Doxycycline 100 mg twice daily until',
      '27 November 2023, then stop',
    ],
  },
  { heading: 'Laboratory on 24 November' },
  {
    paragraph:
      'White cells 8.9 x10E3/uL, C-reactive protein 41 mg/L, creatinine 0.96 mg/dL, potassium 4.3 mmol/L, hemoglobin ' +
      '12.9 g/dL. No value needs to be repeated before her next visit with you.',
  },
  { heading: 'What we ask you to do' },
  {
    paragraph:
      'Please see her within ten days and listen to the chest. A second chest radiograph should be taken six weeks ' +
      'after discharge, to be sure that the consolidation has gone and that nothing lies behind it.',
  },
  {
    paragraph:
      'Please check creatinine and potassium in two weeks, since lisinopril was restarted while she was recovering. ' +
      'The last HbA1c that we know of was measured in your practice in September, and we did not repeat it here.',
  },
  {
    paragraph:
      'She has not yet had a pneumococcal vaccine. We recommend it four weeks after recovery, together with the yearly ' +
      'influenza vaccine if that has not been given. An appointment with an eye clinic for the retina is overdue.',
  },
  { heading: 'Advice given to the patient' },
  {
    paragraph:
      'She may return to her work in the library after 8 December if she feels well. She was told to call your ' +
      'practice, or the emergency number at night, if fever returns, if breathing becomes harder, or if she coughs up ' +
      'blood. She has never smoked. She lives with her son, who was present at the discharge talk and has read this ' +
      'letter.',
  },
  {
    paragraph:
      'Thank you for the good cooperation. We are glad to answer any question by telephone on weekdays between eight ' +
      'and four.',
  },
  { paragraph: 'With kind regards' },
  { items: [doctors.hospital, 'Attending physician, Internal Medicine'] },
]
