/** What Leonora Bexhillian, her son and her clinicians ask of her papers. */
import * as say from '../stranger/say.ts'
import type { SecondRecord } from './second-record.ts'

const { lay, pro } = say
const [pathology, start, mammogram] = ['2023-03-28', '2023-07-11', '2024-09-17']
const [scan, review] = ['2025-04-02', '2025-10-14']

export const leonoraBexhillian: SecondRecord = {
  person: 'Leonora Bexhillian',
  bornOn: '1956-08-17',
  recordNumber: 'GP-880265',
  questions: [
    lay('which breast was the cancer in', say.text('left', pathology)),
    lay('were the lymph nodes positive?', say.text('0 of 3/0 of 3 positive', pathology)),
    pro('HER2 status', say.text('negative/HER2 negative', pathology)),
    pro('Tumour grade', say.text('grade 2/2', pathology)),
    lay('who was the surgeon for the lumpectomy', say.text('Delacourt/Amara Delacourt', pathology)),
    lay('when did mum finish radiation', say.day('2023-06-30', start)),
    lay('When was the lumpectomy', say.day('2023-03-28', pathology)),
    pro('Anastrozole start date', say.day('2023-07-11', start)),
    lay('is she still on anastrozole', say.stopped('anastrozole', review)),
    lay('why did she come off anastrozole', say.text('joint pain', review)),
    pro('Exemestane dose?', say.dose('25 mg', review)),
    lay(
      'what does she take at the moment',
      say.items('exemestane, calcium carbonate/calcium, vitamin d3/vitamin d/cholecalciferol, venlafaxine', review),
    ),
    lay(
      'how much did the weight drop between May and October 2025',
      say.difference(-5.4, '68.4 2025-05-13, 63.0 2025-10-14', 'kg', review),
    ),
    lay('what does she weigh now?', say.value('63.0', 'kg', review, review)),
    pro('Most recent WBC', say.value('3.6', '10*3/uL', '2025-10-13', review)),
    lay('Is her white count low?', say.outOfRange('3.6', review)),
    lay('is the calcium normal', say.outOfRange('10.6', review)),
    pro('Hb 2023 vs 2025', say.values('13.1 2023-07-10, 12.7 2025-10-13', 'g/dL', `${start} + ${review}`)),
    lay('does she have any drug allergies', say.noneKnown('allergies', review)),
    lay('when was the last mammogram', say.day('2024-09-17', mammogram)),
    lay('did the mammogram show anything suspicious?', say.ruledOut('suspicious', mammogram)),
    lay('how big is the lung nodule', say.text('6 mm', `${review} | ${scan}`)),
    lay('did the chest CT show fluid around the lungs', say.ruledOut('pleural effusion', scan)),
    pro('T-score lumbar spine', say.value('-2.1', '1', '2023-07-05', start)),
    pro('CA 15-3?', say.value('21', 'U/mL', '2025-10-13', review)),
    lay('has she had chemo', say.ruledOut('chemotherapy', start)),
    lay('what was her A1c', say.nothing('never-stated', 'a1c')),
    lay('is she on tamoxifen', say.nothing('never-stated', 'tamoxifen')),
    lay('has she ever had a colonoscopy', say.nothing('never-stated', 'colonoscopy')),
    lay('last tetanus vaccination?', say.nothing('never-stated', 'tetanus')),
    pro('BRCA result', say.nothing('never-stated', 'brca')),
    pro('WBC in 2024?', say.nothing('not-then')),
    lay('what was the creatinine', say.nothing('never-stated', 'creatinine')),
    lay('was there anything on the brain MRI', say.nothing('never-stated', 'brain')),
  ],
}
