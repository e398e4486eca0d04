/** The first person's laboratory report of March 2024: two pages, one table across both, comments below rows. */
import { createFlow } from './flow.ts'
import { labColumns, marchChemistry, marchLipidsAndBlood } from './lab-values.ts'
import type { Paper } from './paper.ts'
import { doctors, maren, places } from './people.ts'
import type { Random } from './random.ts'
import { createSheet } from './sheet.ts'

export async function makeLabReport(random: Random): Promise<Paper> {
  const sheet = createSheet({ title: 'Laboratory report' })
  const flow = createFlow(sheet)
  const accession = `QL-24-${random.digits(6)}`
  const { laboratory } = places

  flow.turn()
  flow.lines([laboratory.name], { size: 15, bold: true })
  flow.lines([`${laboratory.address}. Telephone ${laboratory.phone}`], { size: 9 })
  flow.rule()
  flow.lines(['LABORATORY REPORT'], { size: 12, bold: true })
  flow.fields(
    [
      ['Patient:', maren.name, 'Collected:', '12 March 2024 07:55'],
      ['Date of birth:', maren.bornInWords, 'Received:', '12 March 2024 11:20'],
      ['Sex:', 'Female', 'Reported:', '13 March 2024 16:05'],
      ['Ordered by:', doctors.family, 'Accession:', accession],
    ],
    [80, 175, 70, 170],
  )
  flow.table(labColumns, marchChemistry(random))
  flow.foot(`${maren.name}, accession ${accession}. Page 1 of 2`)

  flow.turn()
  flow.lines([`${laboratory.name}, report of 13 March 2024, continued`], { size: 9 })
  flow.table(labColumns, marchLipidsAndBlood(random))
  flow.lines(['INTERPRETATION'], { size: 10, bold: true })
  flow.paragraph(
    'Glycemic control has improved since September 2023 but remains above the agreed target. LDL cholesterol is below ' +
      '100 mg/dL under atorvastatin. Kidney function is stable. The urine albumin is above the reference range for the ' +
      'first time and should be confirmed before it is called persistent.',
  )
  flow.paragraph(
    'H = above the reference range, L = below the reference range. Specimen quality: no hemolysis, not lipemic.',
    {
      size: 9,
    },
  )
  flow.lines(['Electronically reviewed by', `${doctors.pathologist}, Clinical Pathology`])
  flow.foot(`${maren.name}, accession ${accession}. Page 2 of 2`)

  const { bytes, pages } = await sheet.finish()
  return { fileName: 'oakhollow-m-lab-report-2024-03.pdf', person: maren.name, bytes, expected: { pages } }
}
