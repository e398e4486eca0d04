/** What Priyanka Odenwell, her partner and her clinicians ask of her papers. */
import * as say from '../stranger/say.ts'
import type { SecondRecord } from './second-record.ts'

const { lay, pro } = say
const [prenatal, birth, thyroid, visit] = ['2023-05-16', '2023-07-27', '2024-02-06', '2025-05-28']

export const priyankaOdenwell: SecondRecord = {
  person: 'Priyanka Odenwell',
  bornOn: '1988-07-04',
  recordNumber: 'LW-55120',
  questions: [
    lay('what is my current thyroid level', say.value('2.15', 'm[IU]/L', '2025-05-21', visit)),
    pro('Highest TSH on record', say.extreme('6.84', 'm[IU]/L', thyroid, thyroid)),
    pro('Levothyroxine dose now?', say.dose('100 mcg', visit)),
    lay('when did they change my levothyroxine', say.day('2024-02-12', visit)),
    lay('when was the c-section', say.day('2023-07-24', birth)),
    lay('who did my caesarean', say.text('Vossler/Corinne Vossler', birth)),
    lay('why did I have a cesarean?', say.text('breech/breech presentation', birth)),
    pro('Hb before and after section', say.values('11.4 2023-07-24, 9.1 2023-07-26', 'g/dL', birth)),
    lay('what was my lowest haemoglobin', say.extreme('9.1', 'g/dL', '2023-07-26', birth)),
    lay('am I allergic to sulfa', say.yes('sulfa', `${birth} | ${visit}`)),
    lay('List her allergies', say.items('sulfa, latex', `${birth} | ${visit}`)),
    lay('do I still have to take iron', say.stopped('iron/ferrous sulfate', visit)),
    lay(
      'all the meds I take right now please',
      say.items('levothyroxine, sumatriptan, cholecalciferol/vitamin d', visit),
    ),
    lay('when was my last tdap', say.day('2023-05-16', prenatal)),
    lay('what was my ferritin in feb 2024', say.value('14', 'ng/mL', thyroid, thyroid)),
    lay('is my ferritin back to normal', say.inRange('38', visit)),
    lay(
      'how much has my weight dropped from may 2023 to may 2025',
      say.difference(-8.6, '74.8 2023-05-16, 66.2 2025-05-28', 'kg', `${prenatal} + ${visit}`),
    ),
    pro('Platelets after delivery', say.value('198', '10*3/uL', '2023-07-26', birth)),
    pro('Result of the 1 h glucose tolerance test', say.value('128', 'mg/dL', prenatal, prenatal)),
    lay('what problems are on my problem list', say.items('hypothyroidism, migraine, vitamin d deficiency', visit)),
    lay('what blood group am I', say.text('A negative', prenatal)),
    lay('Was the vitamin D low?', say.outOfRange('22', thyroid)),
    lay('who saw me in may 2025?', say.text('Amsinck/Leopold Amsinck', visit)),
    lay(['what was my TSH in February 2024', 'and in May 2025?'], say.value('2.15', 'm[IU]/L', '2025-05-21', visit)),
    lay('how much did the baby weigh', say.text('3240 g/3240', birth)),
    lay('did I test positive for HPV?', say.ruledOut('hpv', visit)),
    lay('what was my A1c', say.nothing('never-stated', 'a1c')),
    lay('were my TPO antibodies positive', say.nothing('never-stated')),
    lay('when was my last covid booster', say.nothing('never-stated', 'covid')),
    lay('am i on birth control', say.nothing('never-stated', 'contracept')),
    pro('Was she given enoxaparin at discharge?', say.nothing('never-stated')),
    pro('Ferritin 2023?', say.nothing('not-then')),
    lay('did I have preeclampsia', say.nothing('never-stated', 'preeclampsia')),
    lay('what is her cholesterol', say.nothing('never-stated', 'cholesterol')),
  ],
}
