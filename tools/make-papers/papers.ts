/** All papers of the invented household. The seed changes what no question asks about: numbers of files and lots, normal values. */
import { makeDocxReferral } from './docx-referral.ts'
import { makeImagedPapers } from './imaged-papers.ts'
import { makeLabReport } from './lab-report.ts'
import { makeLabTableOrders } from './lab-table-orders.ts'
import { makeMarkdownNote } from './markdown-note.ts'
import { makeMedicationList } from './medication-list.ts'
import type { Paper } from './paper.ts'
import { makePortalMessage } from './portal-message.ts'
import { createRandom } from './random.ts'
import { makeUrgentCareNote, makeVisitNote } from './text-note.ts'
import { makeTwoColumnLetter } from './two-column-letter.ts'
import { makeVaccinationRecord } from './vaccination-record.ts'

export type { Paper } from './paper.ts'

export async function makePapers(seed = 2): Promise<Paper[]> {
  const random = createRandom(seed)
  return [
    await makeLabReport(random),
    await makeTwoColumnLetter(random),
    ...(await makeLabTableOrders(random)),
    makeDocxReferral(random),
    makeVisitNote(random),
    makePortalMessage(random),
    await makeMedicationList(random),
    makeMarkdownNote(random),
    await makeVaccinationRecord(random),
    makeUrgentCareNote(random),
    ...(await makeImagedPapers(random)),
  ]
}
