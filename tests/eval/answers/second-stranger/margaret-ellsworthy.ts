/** What her daughter and her clinicians ask of Margaret Ellsworthy's papers. */
import * as say from '../stranger/say.ts'
import type { SecondRecord } from './second-record.ts'

const { lay, pro } = say
const [labs21, labs23, labs25] = ['2021-06-15', '2023-06-20', '2025-03-18']
const [stay, visit, shots] = ['2024-11-05', '2025-09-10', '2025-09-11']

export const margaretEllsworthy: SecondRecord = {
  person: 'Margaret Ellsworthy',
  bornOn: '1947-05-12',
  recordNumber: 'CH-704418',
  questions: [
    lay("what's mom's latest A1c", say.value('6.9', '%', labs25, labs25)),
    pro(
      'HbA1c trend since 2021?',
      say.values('7.9 2021-06-15, 7.2 2023-06-20, 6.9 2025-03-18', '%', '2021-06-15 + 2023-06-20 + 2025-03-18'),
    ),
    lay('highest creatinine since 2022', say.extreme('1.31', 'mg/dL', labs23, labs23)),
    lay(
      'whats the lowest her kidney function eGFR has ever been',
      say.extreme('42', 'mL/min/{1.73_m2}', labs23, labs23),
    ),
    lay('is she still on warfarin?', say.stopped('warfarin', stay)),
    lay('when did they stop the coumadin', say.day('2024-10-27', stay)),
    pro('Apixaban start date?', say.day('2024-11-02', stay)),
    lay('Is mom still taking lisinopril', say.stopped('lisinopril', visit)),
    lay('which medicines does she take now?', say.items('apixaban, metformin, atorvastatin, amlodipine', visit)),
    pro('Current metformin dose', say.dose('500 mg', visit)),
    lay("when was mom's last tetanus shot", say.day('2016-04-22', shots)),
    lay('when did she get her second shingles shot?', say.day('2023-05-15', shots)),
    lay('when was her last flu shot', say.day('2024-10-17', shots)),
    lay('any allergies?', say.items('penicillin, codeine', `${stay} | ${visit}`)),
    lay('what happens when she gets codeine', say.text('vomiting', `${stay} | ${visit}`)),
    lay('Who did the hip replacement?', say.text('Prestwood/Julian Prestwood', stay)),
    pro('Hgb before and after the hip arthroplasty', say.values('12.1 2024-10-31, 9.4 2024-11-03', 'g/dL', stay)),
    lay('Which hip was replaced?', say.text('right', stay)),
    lay('how long ago was her diabetic eye exam - what date', say.day('2025-05-02', visit)),
    pro('Was the last potassium within the lab range?', say.outOfRange('5.3', labs25)),
    lay('how much does she weigh', say.value('81.4', 'kg', visit, visit)),
    lay('what was her blood pressure at the last visit', say.value('138/76', 'mm[Hg]', visit, visit)),
    lay(
      'how much did her LDL come down from 2021 to 2023',
      say.difference(-43, '131 2021-06-15, 88 2023-06-20', 'mg/dL', '2021-06-15 + 2023-06-20'),
    ),
    lay(['what is her latest hemoglobin', 'and the one before that?'], say.value('9.4', 'g/dL', '2024-11-03', stay)),
    lay('what was her ferritin', say.nothing('never-stated', 'ferritin')),
    lay('has she had a covid vaccine?', say.nothing('never-stated', 'covid')),
    lay('when was her last mammogram', say.nothing('never-stated', 'mammogram')),
    pro('Troponin on admission?', say.nothing('never-stated', 'troponin')),
    lay('what was her TSH in 2024?', say.nothing('not-then')),
    lay('is she on insulin', say.nothing('never-stated', 'insulin')),
    lay('has mom ever had a stroke', say.nothing('never-stated', 'stroke')),
    lay('what is her blood type', say.nothing('never-stated', 'blood type', 'blood group')),
    lay('what was the fasting sugar in june 2021', say.value('148', 'mg/dL', labs21, labs21)),
  ],
}
