/** Run as a user who is not root: makes a vault, imports the given paths, prints the outcomes or the error's code. */
import { createApp } from '../../src-main/app.ts'
import { minimumKdf } from '../../src-main/vault/keys.ts'

const [dir = '', ...paths] = process.argv.slice(2)
const app = createApp({ dir, kdf: minimumKdf })
const api = app.connect()
try {
  const { personId } = await api.vault.create({
    passphrase: 'correct horse battery staple pond',
    person: { name: 'Ada Example' },
  })
  const { outcomes } = await api.documents.import({ personId: personId as never, paths })
  console.log(
    JSON.stringify(
      outcomes.map(({ path, kind, ...rest }) => ({ path, kind, ...('code' in rest && { code: rest.code }) })),
    ),
  )
} catch (error) {
  console.log(JSON.stringify({ code: (error as { code?: string }).code }))
} finally {
  await app.close()
}
