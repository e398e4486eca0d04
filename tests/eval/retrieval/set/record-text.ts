/** A page as it is imported: from its scan where it has one. */
import type { RecordPage } from '../../../../tools/make-papers/records/records.ts'

export const textOf = ({ text, anchors, scan }: RecordPage): Pick<RecordPage, 'text' | 'anchors'> =>
  scan === undefined ? { text, anchors } : { text: scan.noisyText, anchors: scan.anchors }
