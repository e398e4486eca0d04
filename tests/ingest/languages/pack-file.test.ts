import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPackFile } from '../../../src-main/ingest/languages/pack-file.ts'
import { isTraineddata } from '../../../src-main/ingest/languages/traineddata.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { englishModel, modelOf, writePack } from './make-pack.ts'

const TABLE = 4 + 8 * 24
const absent = Array<number>(24).fill(-1)
const lstmOnly = absent
  .with(17, TABLE)
  .with(21, TABLE + 10)
  .with(22, TABLE + 20)

test('a pack is read with its code from its name, packed or not', async () => {
  const desk = tempDir()
  const model = englishModel()
  for (const name of ['xxx.traineddata', 'xxx.traineddata.gz', 'xxx_old.traineddata.gz']) {
    const { code, packed } = await readPackFile(writePack(desk, name, model))
    expect(code).toBe(name.split('.')[0])
    expect(gunzipSync(packed).equals(model)).toBe(true)
  }
})

test('what follows the packed data, and the name inside it, are not kept', async () => {
  const path = join(tempDir(), 'xxx.traineddata.gz')
  writeFileSync(path, Buffer.concat([gzipSync(modelOf(lstmOnly, TABLE + 30)), Buffer.from([0, 0, 0])]))
  const { packed } = await readPackFile(path)
  expect(packed[3]).toBe(0) // gzip flags (RFC 1952): no name, no comment
  expect(gunzipSync(packed)).toHaveLength(TABLE + 30)
})

test.each([
  'eng.txt',
  'traineddata',
  '.traineddata',
  'English.traineddata',
  'de.traineddata',
  'osd.traineddata',
  'a b.traineddata',
])('a file named "%s" is no pack', async (name) => {
  const path = writePack(tempDir(), name, modelOf(lstmOnly, TABLE + 30))
  await expect(readPackFile(path)).rejects.toMatchObject({ code: 'language/damaged-pack' })
})

test.each([
  ['missing', 'file/not-found', undefined],
  ['empty', 'file/empty', Buffer.alloc(0)],
  ['of text', 'language/damaged-pack', Buffer.from('This is a letter and no model. '.repeat(40))],
  ['of zeros', 'language/damaged-pack', Buffer.alloc(5000)],
])('a pack that is %s is refused as %s', async (_, code, bytes) => {
  const path = join(tempDir(), 'xxx.traineddata')
  if (bytes !== undefined) writeFileSync(path, bytes)
  await expect(readPackFile(path)).rejects.toMatchObject({ code })
})

test('a packed file cut short is refused', async () => {
  const path = join(tempDir(), 'xxx.traineddata.gz')
  const packed = gzipSync(englishModel(), { level: 1 })
  writeFileSync(path, packed.subarray(0, packed.length / 2))
  await expect(readPackFile(path)).rejects.toMatchObject({ code: 'language/damaged-pack' })
})

test('a file that unpacks to more than any model is refused before it does', async () => {
  const path = join(tempDir(), 'xxx.traineddata.gz')
  writeFileSync(path, gzipSync(Buffer.alloc(70 * 2 ** 20), { level: 1 }))
  await expect(readPackFile(path)).rejects.toMatchObject({ code: 'archive/bomb' })
})

test('the model that comes with the program has the structure of one', () => {
  expect(isTraineddata(englishModel())).toBe(true)
  expect(isTraineddata(modelOf(lstmOnly, TABLE + 30))).toBe(true)
})

test.each([
  ['nothing in it', modelOf(absent, TABLE + 30)],
  ['no component that recognises', modelOf(lstmOnly.with(17, -1), TABLE + 30)],
  ['no letters', modelOf(lstmOnly.with(21, -1), TABLE + 30)],
  ['a component before the end of the table', modelOf(lstmOnly.with(17, TABLE - 1), TABLE + 30)],
  ['a component past the end of the file', modelOf(lstmOnly.with(22, TABLE + 30), TABLE + 30)],
  ['a component far past the end of the file', modelOf(lstmOnly.with(22, 2 ** 52), TABLE + 30)],
  ['two components in one place', modelOf(lstmOnly.with(22, TABLE + 10), TABLE + 30)],
  ['components in the wrong order', modelOf(lstmOnly.with(17, TABLE + 25), TABLE + 30)],
  ['an offset below -1', modelOf(lstmOnly.with(0, -2), TABLE + 30)],
  ['more components than there are kinds', modelOf([...lstmOnly, -1], TABLE + 60)],
  ['a table cut short', modelOf(lstmOnly, TABLE - 8)],
])('a model with %s is none', (_, bytes) => {
  expect(isTraineddata(bytes)).toBe(false)
})

test('no bytes make the check fail other than by saying no', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      isTraineddata(bytes)
    }),
    { numRuns: 500 },
  )
})

test('a model cut anywhere before its last component is none', () => {
  const model = englishModel()
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: Math.floor(model.length * 0.9) }),
      (length) => !isTraineddata(model.subarray(0, length)),
    ),
    { numRuns: 100 },
  )
})
