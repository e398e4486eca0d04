/** What the daughter, the care home and the clinicians of Wilhelmina Astonbury ask of her papers. */
import * as say from '../stranger/say.ts'
import type { SecondRecord } from './second-record.ts'

const { lay, pro } = say
const [memory, clotting, stay, home] = ['2024-01-30', '2024-08-19', '2025-05-12', '2025-08-21']

export const wilhelminaAstonbury: SecondRecord = {
  person: 'Wilhelmina Astonbury',
  bornOn: '1939-03-08',
  recordNumber: 'TH/6620',
  questions: [
    lay('is nana still on warfarin?', say.stopped('warfarin', home)),
    lay('what did they replace the warfarin with', say.text('apixaban', home)),
    pro('Highest INR', say.extreme('3.8', '1', '2024-07-01', clotting)),
    pro('Most recent INR', say.value('2.2', '1', '2025-05-05', stay)),
    pro('INR values 2024', say.values('2.4 2024-06-03, 3.8 2024-07-01, 2.9 2024-07-15, 1.7 2024-08-19', '1', clotting)),
    lay(
      'how much did her weight drop between June and August 2025',
      say.difference(-4.9, '57.9 2025-06-05, 53.0 2025-08-07', 'kg', home),
    ),
    lay('what is her weight now', say.value('53.0', 'kg', '2025-08-07', home)),
    lay('what was the sodium when she came in', say.value('124', 'mmol/L', '2025-05-05', stay)),
    lay('did the sodium come back up', say.values('124 2025-05-05, 134 2025-05-11', 'mmol/L', stay)),
    lay('did the MRI show a stroke', say.ruledOut('stroke', memory)),
    lay('was there bleeding on the head CT?', say.ruledOut('bleeding', stay)),
    lay('which wrist did she break', say.text('left', stay)),
    lay('did she need surgery for the wrist', say.ruledOut('operation', stay)),
    lay('which antibiotics did gran get', say.items('nitrofurantoin', stay)),
    lay("what's she allergic to", say.items('trimethoprim', stay)),
    lay('when did she move to the care home', say.day('2025-06-02', home)),
    pro('MMSE score?', say.text('21/30', memory)),
    pro('Donepezil current dose', say.dose('10 mg', home)),
    pro('Digoxin dose', say.dose('62.5 micrograms', home)),
    lay('when was the water tablet bendroflumethiazide stopped', say.day('2025-05-06', stay)),
    lay('who is her GP', say.text('Pemberley/Rupert Pemberley', `${home} | ${memory}`)),
    lay('which medicines is she on in the home', say.items('donepezil, digoxin, apixaban, paracetamol', home)),
    lay('was B12 ok', say.text('normal', memory)),
    lay('blood pressure last time', say.value('108/62', 'mm[Hg]', home, home)),
    lay('why was she admitted in may 2025', say.text('fall', stay)),
    lay('did anyone in her family have dementia', say.text('mother', memory)),
    lay(['what was her INR on 1 July 2024', 'and the next one?'], say.value('2.9', '1', '2024-07-15', clotting)),
    lay('what was her A1c', say.nothing('never-stated', 'a1c')),
    lay('is she on memantine', say.nothing('never-stated', 'memantine')),
    lay('has she had her covid jab', say.nothing('never-stated', 'covid')),
    pro('Ejection fraction?', say.nothing('never-stated', 'ejection')),
    lay('digoxin level?', say.nothing('never-stated', 'digoxin level')),
    pro('INR in March 2025', say.nothing('not-then')),
    lay('has she got cancer', say.nothing('never-stated', 'cancer')),
    lay('when was her last bone density scan', say.nothing('never-stated', 'dxa', 'bone density')),
    pro('eGFR?', say.nothing('never-stated', 'egfr')),
  ],
}
