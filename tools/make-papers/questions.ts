/**
 * Questions about the papers with what a right answer must contain. `null` means that no paper of that person says
 * anything about it, though a paper of the other person may: the answer has to be that it is not in the record.
 */
import { maren, tobin } from './people.ts'

interface DemoQuestion {
  person: string
  question: string
  answerContains: string | null
  fileName?: string
  page?: number
}

const letter = 'oakhollow-m-discharge-letter-2023-11.pdf'
const report = 'oakhollow-m-lab-report-2024-03.pdf'
const visit = 'oakhollow-m-visit-note-2024-04-02.txt'
const medication = 'oakhollow-m-medication-list-2024-04.pdf'
const referral = 'oakhollow-m-eye-referral-2024-01.docx'
const urgent = 'oakhollow-t-urgent-care-2023-08-21.txt'
const boneScan = 'oakhollow-m-bone-density-letter-2022-10.pdf'
const older = 'oakhollow-m-older-records-2024-02.pdf'
const echo = 'oakhollow-m-echo-fax-2024-01.tiff'
const dentist = 'oakhollow-t-dentist-advice-2024-05.jpg'
const vaccinations = 'oakhollow-t-vaccination-record-2023.pdf'

const of = (
  person: string,
  question: string,
  answerContains: string | null,
  fileName?: string,
  page?: number,
): DemoQuestion => ({
  person,
  question,
  answerContains,
  ...(fileName === undefined ? {} : { fileName }),
  ...(page === undefined ? {} : { page }),
})

export const demoQuestions: readonly DemoQuestion[] = [
  of(maren.name, 'What was the last HbA1c?', '7.2', report, 1),
  of(maren.name, 'Which dose of metformin?', '1,000 mg', medication, 1),
  of(maren.name, 'Is there an allergy to penicillin?', 'hives', medication, 1),
  of(maren.name, 'What was the LDL cholesterol in March 2024?', '88', report, 2),
  of(maren.name, 'What was the TSH?', '2.31', report, 2),
  of(maren.name, 'What did the chest radiograph show?', 'consolidation', letter, 1),
  of(maren.name, 'Until when should doxycycline be taken?', '27 November 2023', letter, 2),
  of(maren.name, 'When was the last eye examination?', 'February 2021', referral, 1),
  of(maren.name, 'What was the weight at the visit in April?', '78.4 kg', visit, 1),
  of(maren.name, 'Why was hydrochlorothiazide stopped?', 'low sodium', medication, 1),
  of(maren.name, 'Which pneumococcal vaccine was given?', 'PCV20', visit, 1),
  of(maren.name, 'What did the bone density scan show?', 'osteopenia', boneScan, 1),
  of(maren.name, 'When is the second bone density scan due?', 'October 2025', boneScan, 2),
  of(maren.name, 'When was the gallbladder removed?', '3 June 2009', older, 2),
  of(maren.name, 'What was the ejection fraction?', '58 %', echo, 1),
  of(tobin.name, 'When were the wisdom teeth removed?', '14 May 2024', dentist, 1),
  of(tobin.name, 'When was the last tetanus booster?', '8 Jun 2022', vaccinations, 1),
  of(tobin.name, 'What happened to the ankle?', 'sprain', urgent, 1),
  of(tobin.name, 'Is there an allergy to nuts?', 'tree nuts', urgent, 1),
  of(tobin.name, 'Which inhaler is used for asthma?', 'albuterol', urgent, 1),
  of(maren.name, 'When was the last colonoscopy?', null),
  of(maren.name, 'Which dose of warfarin?', null),
  of(maren.name, 'Is there a pacemaker?', null),
  of(maren.name, 'What did the mammogram show?', null),
  of(tobin.name, 'What was the last HbA1c?', null),
  of(tobin.name, 'Which dose of metformin?', null),
]
