/** A text PDF of any length for benchmarks: on every page a head, prose, a table of results, a foot. */
import { createFlow } from './flow.ts'
import { labColumns } from './lab-values.ts'
import { inventDate, inventName, makeParagraph, makeResultRows } from './prose.ts'
import { createRandom } from './random.ts'
import { createSheet } from './sheet.ts'

export async function makeLongReport(pages: number, seed = 2): Promise<Uint8Array> {
  const random = createRandom(seed)
  const sheet = createSheet({ title: 'Collected record' })
  const flow = createFlow(sheet)
  const proseEnd = sheet.height - 130
  for (let page = 1; page <= pages; page += 1) {
    flow.turn()
    flow.lines([`Collected record, section ${page}: ${inventName(random)} clinic, ${inventDate(random)}`], {
      size: 12,
      bold: true,
    })
    flow.paragraph(makeParagraph(random, 6))
    flow.table(labColumns, makeResultRows(random, random.between(7, 12)))
    while (flow.y() < proseEnd) flow.paragraph(makeParagraph(random, random.between(3, 5)))
    flow.foot(`Page ${page} of ${pages}`)
  }
  return (await sheet.finish()).bytes
}
