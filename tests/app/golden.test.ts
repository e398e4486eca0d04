import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { appOver } from '../support/temp-app.ts'
import { tempDir } from '../support/temp-dir.ts'

const golden = fileURLToPath(new URL('../fixtures/golden', import.meta.url))
const vaults = readdirSync(golden).flatMap((version) =>
  readdirSync(join(golden, version)).map((purpose) => [version, purpose] as const),
)

test.each(vaults)('the %s vault for %s opens, answers and holds', async (version, purpose) => {
  const dir = join(tempDir(), 'vault')
  cpSync(join(golden, version, purpose), dir, { recursive: true })
  const { api } = appOver(dir)
  await api.vault.unlock({ passphrase: 'golden herons cross the frozen lake' })
  expect((await api.vault.status()).notices).toEqual([])
  const { items } = await api.people.list({ filter: {} })
  expect(items.map(({ name, bornOn }) => [name, bornOn])).toEqual([['Maren Oakhollow', '1961-04-17']])
  const personId = items[0]?.id
  if (personId === undefined) throw new Error('nobody is in the vault')
  const documents = await api.documents.list({ filter: { personId } })
  expect(documents.items.map(({ state }) => state)).toEqual(['indexed', 'indexed'])
  expect((await api.answers.search({ personId, query: 'metformin' })).hits.length).toBeGreaterThan(0)
  expect(await api.vault.verify()).toMatchObject({ ok: true, problems: [] })
  // as it was, for whoever wants back
  const kept = readdirSync(dir).filter((name) => name.startsWith('before-schema-'))
  expect(kept).toHaveLength(version === '0.1.0' ? 1 : 0)
})

test('there is a golden vault for each cipher', () => {
  expect(vaults.length).toBeGreaterThanOrEqual(2)
})
