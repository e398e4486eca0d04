/**
 * One lab report of September 2023 as two programs print it: drawn row after row, and drawn column after column.
 * Both look alike, so both must read alike.
 */
import { createFlow } from './flow.ts'
import { labColumns, septemberResults } from './lab-values.ts'
import type { Paper } from './paper.ts'
import { doctors, maren, places } from './people.ts'
import type { Random } from './random.ts'
import { createSheet } from './sheet.ts'
import type { Row } from './table.ts'

export async function makeLabTableOrders(random: Random): Promise<Paper[]> {
  const rows = septemberResults(random)
  return [
    await draw(rows, 'row', 'Copy for the practice', 'oakhollow-m-lab-2023-09-practice-copy.pdf'),
    await draw(rows, 'column', 'Copy for the patient', 'oakhollow-m-lab-2023-09-patient-copy.pdf'),
  ]
}

async function draw(rows: readonly Row[], order: 'row' | 'column', copy: string, fileName: string): Promise<Paper> {
  const sheet = createSheet({ title: 'Laboratory results' })
  const flow = createFlow(sheet)
  flow.turn()
  flow.lines([places.laboratory.name], { size: 14, bold: true })
  flow.lines([copy], { size: 9 })
  flow.paragraph(
    `Results for ${maren.name}, born ${maren.bornInWords}. Blood collected on 14 September 2023, ordered by ${doctors.family}.`,
  )
  flow.table(labColumns, rows, order)
  flow.paragraph(
    'These results belong to one collection. Reference ranges are those of this laboratory for adult women.',
  )
  const { bytes, pages } = await sheet.finish()
  return { fileName, person: maren.name, bytes, expected: { pages } }
}
