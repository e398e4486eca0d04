/** Writes an original out of the vault, byte for byte. Never over a file that is there. */

import { resolve } from 'node:path'
import type { DocumentId } from '#contract/ids.ts'
import type { Run } from '../call.ts'
import { count } from '../layout.ts'
import { safeLine } from '../terminal-text.ts'
import { wrongUsage } from '../wrong-usage.ts'

export const exportOriginal: Run = async ({ api, words: [id = ''], options: { to } }) => {
  if (to === undefined) throw wrongUsage('"export" needs --to FILE.')
  const { sizeBytes, sha256 } = await api.documents.exportOriginal({ id: id as DocumentId, to: resolve(to) })
  return {
    json: { documentId: id, to, sizeBytes, sha256 },
    lines: [`Wrote ${count(sizeBytes, 'byte')} to ${safeLine(to)}.`, 'This copy is not encrypted.'],
  }
}
