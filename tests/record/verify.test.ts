import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { DocumentId } from '#contract/ids.ts'
import { importAndRead, tempApp } from '../support/temp-app.ts'

test('a vault whose only document was found, and then deleted, is not taken for damaged', async () => {
  const { api, desk, personId } = await tempApp()
  writeFileSync(join(desk, 'note.txt'), 'Allergies: penicillin.')
  const { documents } = await importAndRead(api, personId, [join(desk, 'note.txt')])
  // each of the store's readers has then seen the index as it was
  const search = () => api.answers.search({ personId, query: 'penicillin' })
  await Promise.all([search(), search(), search(), search()])
  await api.documents.delete({ id: documents[0]?.id as DocumentId })
  const reports = await Promise.all([api.vault.verify(), api.vault.verify()])
  expect(reports.map(({ problems }) => problems)).toEqual([[], []])
})
