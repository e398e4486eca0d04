/** What Rodney Capstickle, his wife and his clinicians ask of his papers. */
import * as say from '../stranger/say.ts'
import type { SecondRecord } from './second-record.ts'

const { lay, pro } = say
const [heart, bloods23, letter] = ['2022-02-14', '2023-10-09', '2024-04-22']
const [bloods25, repeats, knee] = ['2025-01-20', '2025-06-30', '2025-08-12']

export const rodneyCapstickle: SecondRecord = {
  person: 'Rodney Capstickle',
  bornOn: '1961-09-23',
  recordNumber: 'HG331907',
  questions: [
    lay('when did he have his heart attack', say.day('2022-01-29', heart)),
    pro('Ejection fraction on echo?', say.value('48', '%', '2022-01-31', heart)),
    lay('what is my most recent HbA1c', say.value('49', 'mmol/mol', bloods25, bloods25)),
    pro('Peak HbA1c', say.extreme('58', 'mmol/mol', '2024-04-15', letter)),
    pro('List all PSA values', say.values('2.8 2023-10-09, 3.4 2025-01-20', 'ug/L', `${bloods23} + ${bloods25}`)),
    lay(
      'how much has my PSA gone up between 2023 and 2025',
      say.difference(0.6, '2.8 2023-10-09, 3.4 2025-01-20', 'ug/L', `${bloods23} + ${bloods25}`),
    ),
    lay('was the ALT in October 2023 too high?', say.outOfRange('61', bloods23)),
    lay('is my ALT ok now', say.inRange('38', bloods25)),
    lay('what tablets am I on', say.items('aspirin, atorvastatin, bisoprolol, losartan, metformin', repeats)),
    lay('am I still supposed to be taking ramipril', say.stopped('ramipril', letter)),
    lay('why was the ramipril stopped?', say.text('cough/dry cough', letter)),
    pro('Is he on ticagrelor?', say.stopped('ticagrelor', `${repeats} | ${heart}`)),
    pro('Atorvastatin dose?', say.dose('80 mg', repeats)),
    pro('Bisoprolol dose', say.dose('2.5 mg', repeats)),
    lay('did the MRI show a ligament tear', say.ruledOut('ligament', knee)),
    lay('what did the knee MRI show?', say.text('meniscal tear/medial meniscus/meniscus', knee)),
    lay('which knee was scanned', say.text('left', knee)),
    lay('Who is my cardiologist?', say.text('Pallister/Meera Pallister', heart)),
    lay('any drug allergies?', say.noneKnown('allergies', letter)),
    lay('what did he weigh in april 2024', say.value('96.5', 'kg', letter, letter)),
    lay('what was my cholesterol last time', say.value('3.9', 'mmol/L', bloods25, bloods25)),
    pro(
      'Creatinine Oct 2023 vs Jan 2025',
      say.values('94 2023-10-09, 101 2025-01-20', 'umol/L', `${bloods23} + ${bloods25}`),
    ),
    lay('what illness did his mum have?', say.text('bowel cancer', letter)),
    lay('How old was his father when he had his heart attack', say.text('54', letter)),
    lay('when was the metformin started', say.day('2024-04-22', letter)),
    lay('has he got bowel cancer', say.nothing('family-only')),
    lay('what was my vitamin D', say.nothing('never-stated', 'vitamin d')),
    lay('when did I have my last colonoscopy', say.nothing('never-stated', 'colonoscopy')),
    pro('INR?', say.nothing('never-stated', 'inr')),
    pro('Is he taking clopidogrel?', say.nothing('never-stated', 'clopidogrel')),
    lay('HbA1c in 2022?', say.nothing('not-then')),
    lay('has he had his flu jab', say.nothing('never-stated', 'flu')),
    lay('what was his potassium', say.nothing('never-stated', 'potassium')),
    lay('did he ever have a hip replacement', say.nothing('never-stated', 'hip')),
  ],
}
