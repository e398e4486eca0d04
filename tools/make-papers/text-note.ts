/** Plain text notes: a visit of the first person and an urgent care visit of the second. */
import { type Paper, pageText } from './paper.ts'
import { doctors, maren, places, tobin } from './people.ts'
import type { Random } from './random.ts'

const toPaper = (fileName: string, person: string, blocks: readonly string[]): Paper => {
  const text = pageText(blocks)
  return { fileName, person, bytes: new TextEncoder().encode(text), expected: { pages: [{ number: 1, text }] } }
}

export const makeVisitNote = (random: Random): Paper =>
  toPaper('oakhollow-m-visit-note-2024-04-02.txt', maren.name, [
    `${places.practice.name.toUpperCase()}\nVisit note, 2 April 2024, visit number ${random.digits(6)}`,
    `Patient: ${maren.name}\nDate of birth: ${maren.bornOn}\nSeen by: ${doctors.family}`,
    'REASON FOR VISIT\nFollow-up of type 2 diabetes and high blood pressure, discussion of the laboratory report of March.',
    'HISTORY\nShe feels well. The cough after the pneumonia of November has gone completely. She walks forty minutes\n' +
      'on most days. No low blood glucose. No chest pain. She sometimes forgets the evening tablet.',
    'EXAMINATION\nBlood pressure 134/82 mmHg, pulse 72 per minute, regular.\nWeight 78.4 kg, height 166 cm, body mass index 28.5.\n' +
      'Lungs clear on both sides. No edema.\nFeet: skin intact, pulses palpable, monofilament felt at 9 of 10 points on each side.',
    'ASSESSMENT\n1. Type 2 diabetes with improved control, HbA1c 7.2 % in March 2024 after 8.4 % in September 2023.\n' +
      '2. Hypertension, close to target.\n3. Urine albumin raised once, to be confirmed.\n4. Low vitamin D.',
    'PLAN\n- Continue metformin 1,000 mg twice daily, lisinopril 20 mg and amlodipine 5 mg in the morning.\n' +
      '- Start vitamin D3 1,000 IU once daily.\n- Repeat the urine albumin/creatinine ratio in June.\n' +
      '- Pneumococcal vaccine (PCV20) given today in the left arm.\n- Next appointment on 9 July 2024 at 08:30, fasting.',
    `Allergy to penicillin confirmed and kept on the list.\nSigned: ${doctors.family}`,
  ])

export const makeUrgentCareNote = (random: Random): Paper =>
  toPaper('oakhollow-t-urgent-care-2023-08-21.txt', tobin.name, [
    `${places.urgentCare.name}, ${places.urgentCare.address}\nEncounter ${random.digits(8)}   21 August 2023   18:40`,
    `Name:        ${tobin.name}\nBorn:        ${tobin.bornOn}\nClinician:   ${doctors.urgent}`,
    'Complaint: twisted the left ankle while playing volleyball two hours ago.',
    'Background: exercise-induced asthma since childhood, uses an albuterol inhaler about twice a month.\n' +
      'Allergies: tree nuts (throat itching, carries an epinephrine auto-injector). No drug allergies;\n' +
      'he has taken penicillin and ibuprofen without problems.\nSmoking: never. Work: carpenter.',
    'Examination: swelling and bruising below the outer malleolus, tender over the anterior talofibular ligament.\n' +
      'No bony tenderness at the posterior edge of the malleoli, none at the fifth metatarsal. Can take four steps.\n' +
      'Blood pressure 122/74 mmHg. Lungs clear, no wheeze.',
    'Diagnosis: grade 2 sprain of the left ankle. A radiograph was not needed by the Ottawa ankle rules.',
    'Treatment: rest, ice, compression and elevation. Ibuprofen 400 mg three times daily with food for five days.\n' +
      'Lace-up brace for four weeks. Balance exercises from the second week.',
    'Follow-up: with the family doctor if he cannot walk normally in two weeks. No return to volleyball before October.',
  ])
