/** What Ingeborg Tallisander and her clinicians ask of her papers. */
import * as say from '../stranger/say.ts'
import type { SecondRecord } from './second-record.ts'

const { lay, pro } = say
const [joints, labs, bowel, visit] = ['2022-05-10', '2023-11-14', '2024-06-25', '2025-07-08']

export const ingeborgTallisander: SecondRecord = {
  person: 'Ingeborg Tallisander',
  bornOn: '1970-12-01',
  recordNumber: 'ET-40173',
  questions: [
    lay('how much methotrexate am I supposed to take', say.dose('10 mg', visit)),
    pro('MTX dose in 2022?', say.dose('15 mg', joints)),
    lay('how often do I take the methotrexate', say.text('weekly/once weekly', visit)),
    pro('Latest ALT', say.value('74', 'U/L', labs, labs)),
    pro('ALT series', say.values('31 2023-05-16, 39 2023-08-15, 74 2023-11-14', 'U/L', labs)),
    lay('was the last ALT normal', say.outOfRange('74', labs)),
    lay(
      'how much did my CRP drop from may 2022 to november 2023',
      say.difference(-20.9, '24 2022-05-03, 3.1 2023-11-14', 'mg/L', `${joints} + ${labs}`),
    ),
    lay('lowest white count', say.extreme('5.2', '10*3/uL', '2023-11-14', labs)),
    pro('Rheumatoid factor', say.value('88', '[IU]/mL', '2022-05-03', joints)),
    lay('do I have hepatitis b', say.ruledOut('hepatitis b', joints)),
    pro('QuantiFERON?', say.text('negative', joints)),
    lay('when was my last colonoscopy', say.day('2024-06-25', bowel)),
    lay('did they find a polyp', say.yes('polyp', bowel)),
    lay('Who did my colonoscopy?', say.text('Castellane/Winifred Castellane', bowel)),
    lay('who in the family had colon cancer', say.text('sister', bowel)),
    lay('when do I need the next colonoscopy', say.text('5 years', bowel)),
    pro('PHQ-9 latest', say.value('14', '1', visit, visit)),
    lay('what was my PHQ-9 in january 2025', say.value('6', '1', '2025-01-09', visit)),
    lay('list my medicines', say.items('methotrexate, folic acid, adalimumab, sertraline', visit)),
    lay('am I allergic to anything', say.noneKnown('allergies', visit)),
    lay('what is my LDL', say.value('141', 'mg/dL', '2025-07-01', visit)),
    lay('when did I start sertraline', say.day('2025-07-08', visit)),
    lay('is prednisone still on my list?', say.stopped('prednisone', `${visit} | ${joints}`)),
    pro('Thoughts of self-harm documented?', say.ruledOut('self-harm', visit)),
    lay('do I smoke according to my record', say.text('never smoker/never', visit)),
    pro('Adalimumab frequency', say.text('every 2 weeks', visit)),
    lay('did I have diverticula?', say.ruledOut('diverticula', bowel)),
    lay('do I have colon cancer', say.nothing('family-only')),
    lay('what was my tsh', say.nothing('never-stated', 'tsh')),
    lay('when was my last pap smear', say.nothing('never-stated', 'pap')),
    lay('have I had the shingles vaccine', say.nothing('never-stated', 'shingles', 'zoster')),
    pro('Anti-dsDNA?', say.nothing('never-stated', 'dsdna')),
    pro('ALT in 2024', say.nothing('not-then')),
    lay('was I ever on leflunomide', say.nothing('never-stated', 'leflunomide')),
    lay('what did my mother die of', say.nothing('never-stated', 'mother')),
    lay('what is my blood sugar', say.nothing('never-stated', 'glucose', 'blood sugar')),
  ],
}
