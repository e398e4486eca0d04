/** What the parents, the school and the clinicians of Tobias Wrenfordham ask of his papers. */
import * as say from '../stranger/say.ts'
import type { SecondRecord } from './second-record.ts'

const { lay, pro } = say
const [shots, emergency, allergy, school] = ['2019-09-03', '2022-11-19', '2024-05-07', '2025-08-25']

export const tobiasWrenfordham: SecondRecord = {
  person: 'Tobias Wrenfordham',
  bornOn: '2015-03-30',
  recordNumber: 'TW-9931',
  questions: [
    lay('when did he get his second MMR', say.day('2019-09-02', shots)),
    lay('when was his last polio shot', say.day('2019-09-02', shots)),
    lay('date of first hepatitis b vaccine', say.day('2015-03-31', shots)),
    lay('how many DTaP doses has he had?', say.count(5, shots)),
    lay('how much does Toby weigh now', say.value('34.6', 'kg', school, school)),
    lay('how tall is he', say.value('141.5', 'cm', school, school)),
    lay(
      'How much weight did he gain between 2022 and 2025',
      say.difference(10.5, '24.1 2022-11-19, 34.6 2025-08-25', 'kg', `${emergency} + ${school}`),
    ),
    lay('what was his oxygen when he came into the ER', say.value('91', '%', emergency, emergency)),
    lay('is he allergic to peanuts', say.yes('peanut', `${allergy} | ${emergency}`)),
    lay('what reaction does he get from peanut', say.text('anaphylaxis', emergency)),
    lay('is he still allergic to eggs?', say.ruledOut('egg', allergy)),
    pro('Peanut IgE over time', say.values('41.0 2022-04-12, 34.2 2024-05-07', 'kU/L', allergy)),
    lay('what dose is his epipen', say.dose('0.3 mg', `${school} | ${allergy}`)),
    pro('Cetirizine dose', say.dose('10 mg', school)),
    lay('did the chest xray show pneumonia', say.nothing('never-stated', 'pneumonia')),
    pro('Any consolidation on chest X-ray?', say.ruledOut('consolidation', emergency)),
    lay('who did the school physical', say.text('Farthingham/Odile Farthingham', school)),
    lay('which hospital treated his asthma attack', say.text("St Aldwyn Children's Hospital/St Aldwyn", emergency)),
    lay('which antibiotics has he had', say.items('amoxicillin', emergency)),
    lay('when was he in the emergency room?', say.day('2022-11-19', emergency)),
    pro('Blood pressure at the physical', say.value('102/64', 'mm[Hg]', school, school)),
    lay('what is his daily inhaler', say.text('fluticasone', school)),
    pro('Temperature on arrival, Nov 2022', say.value('37.9', 'Cel', emergency, emergency)),
    lay('what was his vision in the left eye', say.text('20/30', school)),
    lay('has he had chickenpox vaccine', say.yes('varicella', shots)),
    lay('has he had the HPV vaccine', say.nothing('never-stated', 'hpv')),
    lay('is he allergic to penicillin', say.nothing('never-stated', 'penicillin')),
    lay('what is his blood type?', say.nothing('never-stated', 'blood type', 'blood group')),
    lay('last flu vaccine', say.nothing('never-stated', 'influenza', 'flu vaccine')),
    lay('does he take montelukast?', say.nothing('never-stated', 'montelukast')),
    pro('Haemoglobin?', say.nothing('never-stated', 'haemoglobin', 'hemoglobin')),
    lay('what did he weigh in 2023', say.nothing('not-then')),
    lay('has he ever had a seizure', say.nothing('never-stated', 'seizure')),
  ],
}
