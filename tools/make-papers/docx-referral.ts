/**
 * The referral to the eye clinic: the patient's name is in the page header only, the practice's address in the footer.
 * Runs are split inside words, and one tracked deletion must not be read, as word processors leave them.
 */
import { escapeXml, makeDocx, paragraph, run, table } from './docx.ts'
import { type Paper, pageText } from './paper.ts'
import { doctors, maren, places } from './people.ts'
import type { Random } from './random.ts'

const medicines = [
  ['Medicine', 'Dose', 'Frequency'],
  ['Metformin', '1,000 mg', 'twice daily'],
  ['Lisinopril', '20 mg', 'once daily'],
  ['Amlodipine', '5 mg', 'once daily'],
  ['Atorvastatin', '40 mg', 'once daily at night'],
]

export function makeDocxReferral(random: Random): Paper {
  const reference = random.digits(6)
  const patient = `${maren.name}, born ${maren.bornInWords}, referral ${reference}`
  const address = `${places.practice.name}, ${places.practice.address}, telephone ${places.practice.phone}`
  const request =
    'Please examine both retinas through dilated pupils. She has had type 2 diabetes since 2015; the last eye examination was in ' +
    'February 2021 and showed mild background retinopathy of the left eye.'

  const bytes = makeDocx({
    header: paragraph(run(patient)),
    footer: paragraph(`${run(address)}<w:r><w:br/></w:r>${run('Page ')}${pageField()}`),
    body: [
      paragraph(run('Referral to ophthalmology'), 'Heading1'),
      paragraph(run('To: ') + run(places.eyeClinic.name, '<w:b/>') + run(`, ${places.eyeClinic.address}`)),
      paragraph(run('Date: 18 January 2024')),
      paragraph(run(`Dear ${doctors.eye},`)),
      paragraph(run(request.slice(0, 21)) + proofMark + run(request.slice(21))),
      paragraph(
        run('She reports ') +
          deleted('double vision') +
          inserted('slightly blurred reading vision') +
          run(' for three months, without flashes and without pain. Intraocular pressure was never measured.'),
      ),
      paragraph(run('Current medicines'), 'Heading1'),
      table(medicines),
      paragraph(run('Allergies: penicillin (hives). No allergy to eye drops is known.')),
      paragraph(run('HbA1c was 8.4 % in September 2023; blood pressure is 138/84 mmHg.')),
      paragraph(`${run('With thanks')}<w:r><w:br/></w:r>${run(doctors.family)}`),
    ].join(''),
  })
  const text = pageText([
    patient,
    'Referral to ophthalmology',
    `To: ${places.eyeClinic.name}, ${places.eyeClinic.address}`,
    'Date: 18 January 2024',
    `Dear ${doctors.eye},`,
    request,
    'She reports slightly blurred reading vision for three months, without flashes and without pain. Intraocular pressure was never measured.',
    'Current medicines',
    medicines.map((row) => row.join('\t')).join('\n'),
    'Allergies: penicillin (hives). No allergy to eye drops is known.',
    'HbA1c was 8.4 % in September 2023; blood pressure is 138/84 mmHg.',
    `With thanks\n${doctors.family}`,
    `${address}\nPage 1`,
  ])
  return {
    fileName: 'oakhollow-m-eye-referral-2024-01.docx',
    person: maren.name,
    bytes,
    expected: { pages: [{ number: 1, text }] },
  }
}

const proofMark =
  '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'
const author = 'w:author="practice" w:date="2024-01-18T09:00:00Z"'

const deleted = (text: string) =>
  `<w:del w:id="1" ${author}><w:r><w:delText xml:space="preserve">${escapeXml(text)}</w:delText></w:r></w:del>`
const inserted = (text: string) => `<w:ins w:id="2" ${author}>${run(text)}</w:ins>`

const pageField = () =>
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>' +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('1')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
