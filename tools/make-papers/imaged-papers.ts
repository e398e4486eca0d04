/** The papers that exist only as images: a scanned letter, a scan between text pages, a phone photo, a fax. */

import { makeBoneScanLetter } from './bone-scan-letter.ts'
import { makeDentalPhoto } from './dental-photo.ts'
import { makeEchoFax } from './echo-fax.ts'
import { makeOldRecords } from './old-records.ts'
import type { Paper } from './paper.ts'
import type { Random } from './random.ts'

export async function makeImagedPapers(random: Random): Promise<Paper[]> {
  return [
    await makeBoneScanLetter(random),
    await makeOldRecords(random),
    await makeDentalPhoto(random),
    await makeEchoFax(random),
  ]
}
