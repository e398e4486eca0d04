import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { PersonId } from '#contract/ids.ts'
import type { Api } from '#contract/index.ts'
import { scriptedExtractor } from '../facts/scripted-extractor.ts'
import { importAndRead, tempApp } from '../support/temp-app.ts'
import { filesBelow, makeBackup, openVault, restoreBackup } from './backup-work.ts'

vi.setConfig({ testTimeout: 200_000 })

const recordOf = async (api: Api, personId: PersonId) => ({
  documents: (await api.documents.list({ filter: { personId }, limit: 200 })).items,
  facts: (await api.facts.list({ filter: { personId }, limit: 200 })).items,
  found: (await api.answers.search({ personId, query: 'penicillin' })).hits.map(({ documentId, text }) => [
    documentId,
    text,
  ]),
})

const factsOf = async (api: Api, personId: PersonId) =>
  (await api.facts.list({ filter: { personId }, limit: 200 })).items.length

test('the invented person is not in a backup, and of a real one everything is', async () => {
  const { api, dir, desk, personId } = await tempApp({ extractor: scriptedExtractor() })
  const letter = join(desk, 'letter.txt')
  writeFileSync(letter, 'condition: Asthma @ 2019-05-01\nallergy: Penicillin\nPotassium = 4.1 mmol/L @ 2020-01-01\n')
  await importAndRead(api, personId, [letter])
  await api.facts.enter({ personId, kind: 'note', name: 'Prefers mornings', valueText: '' })
  const sample = await api.people.addSample()
  await api.facts.enter({ personId: sample.id, kind: 'condition', name: 'Invented', valueText: '' })
  // the first of their papers is read; the others may wait
  await vi.waitFor(
    async () =>
      expect((await api.documents.list({ filter: { personId: sample.id, states: ['indexed'] } })).items).not.toEqual(
        [],
      ),
    { timeout: 60_000, interval: 300 },
  )
  const before = await recordOf(api, personId)
  expect(before.facts.map(({ name }) => name).toSorted()).toEqual([
    'Asthma',
    'Penicillin',
    'Potassium',
    'Prefers mornings',
  ])
  const originals = filesBelow(join(dir, 'blobs'))
  expect(originals.length).toBeGreaterThan(1)

  const made = await makeBackup(api, join(desk, 'backups'))
  expect(made).toMatchObject({ isSampleLeftOut: true, written: 1, snapshot: { documents: 1 } })
  // the vault itself keeps them
  expect(filesBelow(join(dir, 'blobs'))).toEqual(originals)
  expect(await factsOf(api, sample.id)).not.toBe(0)

  await restoreBackup(made.folder, join(desk, 'restored'))
  const again = await openVault(join(desk, 'restored'))
  expect((await again.people.list({ filter: {} })).items.map(({ id }) => id)).toEqual([personId])
  expect((await again.documents.list({ filter: {}, limit: 200 })).items).toHaveLength(1)
  expect(await recordOf(again, personId)).toEqual(before)
  expect(await again.vault.verify()).toMatchObject({ ok: true, problems: [], documents: 1, originals: 1 })
  expect(filesBelow(join(desk, 'restored', 'blobs'))).toHaveLength(1)
})
