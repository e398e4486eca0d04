/** What Desmond Harrowgatt, his wife and his clinicians ask of his papers. */
import * as say from '../stranger/say.ts'
import type { SecondRecord } from './second-record.ts'

const { lay, pro } = say
const [bypass, chest, diabetes] = ['2022-08-30', '2023-12-04', '2024-10-21']
const [flare, list] = ['2025-02-17', '2025-11-03']

export const desmondHarrowgatt: SecondRecord = {
  person: 'Desmond Harrowgatt',
  bornOn: '1952-01-11',
  recordNumber: 'KU 220817',
  questions: [
    lay(
      'what was potassium before and after the operation',
      say.values('4.1 2022-08-20, 5.6 2022-08-23', 'mmol/L', bypass),
    ),
    pro('Highest potassium?', say.extreme('5.6', 'mmol/L', '2022-08-23', bypass)),
    pro('Peak creatinine postop', say.extreme('152', 'umol/L', '2022-08-23', bypass)),
    pro('Latest potassium', say.value('4.7', 'mmol/L', '2024-10-14', diabetes)),
    lay(
      'which antibiotics has he had',
      say.items('co-amoxiclav/amoxicillin, doxycycline', `${bypass} + ${chest} + ${flare}`),
    ),
    lay('when was his bypass', say.day('2022-08-22', bypass)),
    lay('who did the bypass', say.text('Lockhampton/Piers Lockhampton', bypass)),
    lay('does he have a blood transfusion on record', say.yes('transfus/transfused/transfusion', bypass)),
    lay('how long was he in hospital in feb 2025 - when was he discharged?', say.day('2025-02-17', flare)),
    lay('did he have pneumonia last winter', say.ruledOut('pneumonia', flare)),
    lay('was it covid?', say.ruledOut('covid', flare)),
    pro('Which virus was detected in February 2025?', say.text('Influenza A', flare)),
    pro('CRP on admission and before discharge', say.values('118 2025-02-11, 22 2025-02-16', 'mg/L', flare)),
    lay(
      'how much did his CRP fall between 11 and 16 February 2025',
      say.difference(-96, '118 2025-02-11, 22 2025-02-16', 'mg/L', flare),
    ),
    lay('is he still on amiodarone?', say.stopped('amiodarone', `${list} | ${bypass}`)),
    lay(
      'What is he taking these days?',
      say.items('aspirin, atorvastatin, bisoprolol, metformin, gliclazide, tiotropium, salbutamol', list),
    ),
    pro('Gliclazide dose?', say.dose('80 mg', list)),
    lay('how much metformin', say.dose('1 g', list)),
    lay(
      'any allergies I should tell the ambulance about',
      say.items('clarithromycin', `${list} | ${flare} | ${bypass}`),
    ),
    pro('FEV1?', say.value('1.62', 'L', chest, chest)),
    lay('when did he quit smoking', say.day('2019', chest)),
    lay('what was his last hba1c', say.value('66', 'mmol/mol', '2024-10-14', diabetes)),
    lay(
      'how much weight did he lose from october 2024 to february 2025',
      say.difference(-3.7, '91.2 2024-10-21, 87.5 2025-02-17', 'kg', `${diabetes} + ${flare}`),
    ),
    lay('which eye has the retinopathy', say.text('left', diabetes)),
    lay('When was his last eye screening?', say.day('2024-06-03', diabetes)),
    lay('which foot has lost feeling', say.text('right', diabetes)),
    lay('when was his flu jab', say.day('2023-12-04', chest)),
    pro('Is he on warfarin?', say.nothing('never-stated', 'warfarin')),
    lay('when was the last pneumonia vaccine', say.nothing('never-stated', 'pneumococcal')),
    pro('BNP?', say.nothing('never-stated', 'bnp')),
    lay('what was his PSA', say.nothing('never-stated', 'psa')),
    lay('HbA1c in 2023', say.nothing('not-then')),
    lay('has he ever been on insulin?', say.nothing('never-stated', 'insulin')),
    lay('whats his LDL', say.nothing('never-stated', 'ldl')),
    lay('is he allergic to penicillin', say.nothing('never-stated', 'penicillin')),
    lay('did he have a stroke', say.nothing('never-stated', 'stroke')),
  ],
}
