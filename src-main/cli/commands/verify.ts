/** Reads the whole vault back. */
import type { Run } from '../call.ts'
import { exitCodes } from '../exit-codes.ts'
import { columns, count } from '../layout.ts'

const partWords = {
  header: 'the header or its copy',
  store: 'the store',
  fullText: 'the full-text index',
  audit: 'the audit log, from entry',
  original: 'the original of document',
  pages: 'the pages of document',
  chunks: 'the index entries of document',
}

export const verify: Run = async ({ api, signal }) => {
  const report = await api.vault.verify(undefined, { signal })
  const { ok, problems, originals, documents, auditRows } = report
  const read = `${count(documents, 'document')}, ${count(originals, 'original')}, ${count(auditRows, 'audit entry', 'audit entries')}`
  const lines = ok
    ? [`Everything holds: ${read}.`]
    : [
        `${count(problems.length, 'problem')} found among ${read}:`,
        ...columns(
          problems.map(({ part, id }) => [partWords[part], id ?? '']),
          '  ',
        ),
        'Copy the whole vault folder before anything else, then restore a backup or import the files again.',
      ]
  return { json: { ...report }, lines, exitCode: ok ? exitCodes.done : exitCodes.damaged }
}
