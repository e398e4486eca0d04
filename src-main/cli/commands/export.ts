/** Writes an original out of the vault, byte for byte. Never over a file that is there. */

import { resolve } from 'node:path'
import type { DocumentId } from '#contract/ids.ts'
import type { Run } from '../call.ts'
import { count } from '../layout.ts'
import { safeLine } from '../terminal-text.ts'
import { wrongUsage } from '../wrong-usage.ts'

export const exportOriginal: Run = async ({ api, words: [id = ''], options: { to, part = 1 } }) => {
  if (to === undefined) throw wrongUsage('"export" needs --to FILE.')
  const input = { id: id as DocumentId, to: resolve(to), part }
  const { sizeBytes, sha256, parts } = await api.documents.exportOriginal(input)
  const which = parts === 1 ? '' : ` (picture ${part} of ${parts})`
  return {
    json: { documentId: id, to, part, parts, sizeBytes, sha256 },
    lines: [`Wrote ${count(sizeBytes, 'byte')} to ${safeLine(to)}${which}.`, 'This copy is not encrypted.'],
  }
}
