/**
 * Makes the golden vaults of a release: small vaults in its format, kept in the repository for ever, so that every later
 * version can prove that it still opens them. Run once a release; the passphrase is in the test.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../src-main/app.ts'
import { minimumKdf } from '../../src-main/vault/keys.ts'
import { makePapers } from '../make-papers/papers.ts'

const [target = ''] = process.argv.slice(2)
if (target === '') throw new Error('name the folder to make the vaults in')
const desk = mkdtempSync(join(tmpdir(), 'medmemory-golden-'))
const papers = (await makePapers()).filter(({ fileName }) => /medication-list|visit-note/.test(fileName))

for (const purpose of ['family', 'patients'] as const) {
  const dir = join(target, purpose)
  mkdirSync(target, { recursive: true })
  const app = createApp({ dir, kdf: minimumKdf })
  const api = app.connect()
  const person = { name: 'Maren Oakhollow', bornOn: '1961-04-17' }
  const { personId } = await api.vault.create({ passphrase: 'golden herons cross the frozen lake', purpose, person })
  if (personId === undefined) throw new Error('no person was made')
  const paths = papers.map(({ fileName, bytes }) => {
    const path = join(desk, fileName)
    writeFileSync(path, bytes)
    return path
  })
  await api.documents.import({ personId, paths })
  for await (const _ of api.jobs.drain());
  await app.close()
  rmSync(join(dir, 'lock.db'), { force: true })
}
rmSync(desk, { recursive: true })
