/** Pictures that lie in no file: taken by their bytes, in pieces, and nothing else is. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { MAX_PASTED_BYTES, MAX_PIECE_BYTES } from '#contract/documents.ts'
import type { PersonId } from '#contract/ids.ts'
import type { Api } from '#contract/index.ts'
import { tempApp } from '../support/temp-app.ts'

/** Noise, so that it is larger than one piece. */
const noisy = () =>
  sharp({
    create: {
      width: 600,
      height: 600,
      channels: 3,
      background: 'white',
      noise: { type: 'gaussian', mean: 128, sigma: 50 },
    },
  })
    .png()
    .toBuffer()

async function paste(api: Api, personId: PersonId, bytes: Uint8Array) {
  const of = createHash('sha256').update(bytes).digest('hex')
  for (let at = 0; at < bytes.length; at += MAX_PIECE_BYTES)
    await api.documents.givePiece({ of, at, bytes: new Uint8Array(bytes.subarray(at, at + MAX_PIECE_BYTES)) })
  return api.documents.importPicture({ personId, of, title: 'Pasted picture, 4 Mar 2024, 10:20' })
}

test('a pasted picture becomes a document, byte for byte, once for each person', async () => {
  const { api, personId, desk } = await tempApp()
  const bea = await api.people.add({ name: 'Bea Example' })
  const picture = await noisy()
  expect(picture.length).toBeGreaterThan(MAX_PIECE_BYTES)
  const first = await paste(api, personId, picture)
  expect(await api.documents.get({ id: first.documentId })).toMatchObject({
    ...{ personId, format: 'png', sizeBytes: picture.length },
    ...{ title: 'Pasted picture, 4 Mar 2024, 10:20', fileName: 'Pasted picture, 4 Mar 2024, 10-20.png' },
  })
  await api.documents.exportOriginal({ id: first.documentId, to: join(desk, 'back.png') })
  expect(readFileSync(join(desk, 'back.png')).equals(picture)).toBe(true)
  expect(await paste(api, personId, picture)).toEqual({ documentId: first.documentId, isNew: false })
  expect(await paste(api, bea.id, picture)).toMatchObject({ isNew: true })
  expect((await api.vault.verify()).ok).toBe(true)
})

test('what is no picture, too large, torn, or of nobody is refused by name, and leaves nothing', async () => {
  const { api, personId } = await tempApp()
  const refused = async (bytes: Uint8Array, code: string) =>
    expect(paste(api, personId, bytes), code).rejects.toMatchObject({ code })
  await refused(Buffer.from('What was copied is text.'), 'file/no-picture')
  await refused(Buffer.from('%PDF-1.7\n'), 'file/no-picture')
  await refused(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'file/no-picture')
  await refused(Buffer.alloc(MAX_PASTED_BYTES + 1), 'file/pasted-too-large')
  await expect(
    api.documents.givePiece({ of: 'x', at: 0, bytes: Buffer.alloc(MAX_PIECE_BYTES + 1) }),
  ).rejects.toMatchObject({ code: 'input/invalid' })
  await expect(api.documents.givePiece({ of: 'x', at: 5, bytes: new Uint8Array(1) })).rejects.toMatchObject({
    code: 'input/invalid',
  })
  await expect(api.documents.importPicture({ personId, of: 'x', title: 'x' })).rejects.toMatchObject({
    code: 'input/invalid',
  })
  const picture = await noisy()
  await expect(paste(api, 'nobody' as PersonId, picture)).rejects.toMatchObject({ code: 'person/unknown' })
  await api.settings.set({ name: 'maxFileMegabytes', value: 1 })
  await refused(Buffer.concat([picture, Buffer.alloc(2 ** 20)]), 'file/too-large')
  expect((await api.documents.list({ filter: {} })).items).toEqual([])
  await api.vault.lock()
  await refused(picture, 'vault/locked')
})
