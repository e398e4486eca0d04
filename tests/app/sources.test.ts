/** Where the originals lay before: to the trash only what the vault was proved to hold. */
import { appendFileSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { noDesktop } from '../../src-main/desktop.ts'
import { importAndRead, tempApp } from '../support/temp-app.ts'
import { tempDir } from '../support/temp-dir.ts'

async function withTrash() {
  const trashFolder = tempDir()
  const desktop = {
    ...noDesktop({ folder: '/unused', version: '0' }),
    trash: (path: string) => rename(path, join(trashFolder, 'trashed')),
  }
  const given = await tempApp({ desktop })
  const path = join(given.desk, 'note.txt')
  writeFileSync(path, 'Metformin 500 mg twice daily.\n')
  const [document] = (await importAndRead(given.api, given.personId, [path])).documents
  if (document === undefined) throw new Error('nothing was imported')
  return { ...given, path, documentId: document.id, trashed: join(trashFolder, 'trashed') }
}

test('a file that the vault holds whole goes to the trash, and the vault still gives it back', async () => {
  const { api, path, documentId, trashed, desk } = await withTrash()
  await api.desktop.trashSource({ documentId, path })
  expect([existsSync(path), existsSync(trashed)]).toEqual([false, true])
  await api.documents.exportOriginal({ id: documentId, to: join(desk, 'back.txt') })
  expect(existsSync(join(desk, 'back.txt'))).toBe(true)
})

test.each([
  ['longer', (path: string) => appendFileSync(path, 'More.')],
  ['of the same length', (path: string) => writeFileSync(path, 'Metformin 850 mg twice daily.\n')],
])('a file that is %s by now stays where it lies', async (_, change) => {
  const { api, path, documentId } = await withTrash()
  change(path)
  await expect(api.desktop.trashSource({ documentId, path })).rejects.toMatchObject({ code: 'file/differs' })
  expect(existsSync(path)).toBe(true)
})

test('a file whose copy in the vault is damaged stays where it lies', async () => {
  const { api, dir, path, documentId } = await withTrash()
  const blobs = readdirSync(join(dir, 'blobs'), { recursive: true, encoding: 'utf8' }).map((name) =>
    join(dir, 'blobs', name),
  )
  for (const blob of blobs) if (statSync(blob).isFile()) appendFileSync(blob, 'x')
  await expect(api.desktop.trashSource({ documentId, path })).rejects.toMatchObject({ code: 'vault/damaged-original' })
  expect(existsSync(path)).toBe(true)
})

test('without a desktop nothing is moved', async () => {
  const { api, personId, desk } = await tempApp()
  const path = join(desk, 'a.txt')
  writeFileSync(path, 'Lisinopril 10 mg.\n')
  const [document] = (await importAndRead(api, personId, [path])).documents
  if (document === undefined) throw new Error('nothing was imported')
  await expect(api.desktop.trashSource({ documentId: document.id, path })).rejects.toMatchObject({
    code: 'desktop/absent',
  })
  expect(existsSync(path)).toBe(true)
})
