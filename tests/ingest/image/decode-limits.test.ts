import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { makeHostileImages } from '../../../tools/make-papers/hostile-image.ts'
import { pngChunk, writePng } from '../../../tools/make-papers/png.ts'
import { writeTiff } from '../../../tools/make-papers/tiff.ts'
import { tempDir } from '../../support/temp-dir.ts'
import type { Outcome } from './decode-child.ts'
import { draw } from './drawing.ts'

const child = fileURLToPath(new URL('./decode-child.ts', import.meta.url))

async function decodeApart(...files: readonly Uint8Array[]): Promise<Outcome[]> {
  const dir = tempDir()
  const paths = files.map((_, i) => join(dir, `${i}`))
  for (const [i, path] of paths.entries()) writeFileSync(path, files[i] as Uint8Array)
  const { stdout } = await promisify(execFile)(process.execPath, [child, ...paths])
  return JSON.parse(stdout)
}

/** A process that has only loaded the decoder takes 80 MB, and up to 210 under coverage; one of these pictures, decoded, 320 more. */
const MODEST = 280

test('a photo of 60 megapixels is read scaled down', async () => {
  const photo = await draw(6708, 8944).jpeg({ quality: 80 }).toBuffer()
  const progressive = await draw(6708, 8944).jpeg({ progressive: true }).toBuffer()
  const outcomes = await decodeApart(photo, progressive)
  expect(outcomes.map(({ sizes }) => sizes)).toEqual([['4330x5773'], ['4330x5773']])
  expect(outcomes[0]?.megabytes).toBeLessThan(300)
  expect(outcomes[1]?.megabytes).toBeLessThan(700)
})

test('more than 100 megapixels are refused from the header alone, in no time and without memory', async () => {
  const photo = await sharp({ create: { width: 12_000, height: 9000, channels: 3, background: 'white' } })
    .jpeg()
    .toBuffer()
  const [outcome] = await decodeApart(photo)
  expect(outcome).toMatchObject({ code: 'image/too-large', details: { megapixels: 108 } })
  expect(outcome?.ms).toBeLessThan(1000)
  expect(outcome?.megabytes).toBeLessThan(MODEST)
})

test('a file that lies about its size is refused without harm', async () => {
  const files = makeHostileImages()
  const outcomes = await decodeApart(...files.map(({ bytes }) => bytes))
  const ended = (i: number) => `rejected:${outcomes[i]?.code}`
  expect(files.flatMap(({ name, expect }, i) => (ended(i) === expect ? [] : [`${name}: ${ended(i)}`]))).toEqual([])
  expect(Math.max(...outcomes.map(({ ms }) => ms))).toBeLessThan(5000)
  expect(outcomes.at(-1)?.megabytes).toBeLessThan(MODEST)
})

test('small files that unpack into much stay within their bounds', async () => {
  const grey = { width: 100, height: 100, bits: 8, colour: 0 }
  const text = Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(Buffer.alloc(200_000_000, 65))])
  const page = { tags: { 256: 8, 257: 4, 258: 8, 259: 1, 262: 1, 277: 1, 278: 4 }, strip: Buffer.alloc(32, 0xff) }
  const [moreThanItSays, inflatingText, manyPages, zeros] = await decodeApart(
    writePng(grey, Buffer.alloc(101 * 1_000_000)),
    writePng(grey, Buffer.alloc(101 * 100), [pngChunk('zTXt', text)]),
    writeTiff(Array(1500).fill(page)),
    writePng({ width: 9900, height: 10_000, bits: 8, colour: 0 }, Buffer.alloc(9901 * 10_000)),
  )
  expect(moreThanItSays?.sizes).toEqual(['100x100'])
  expect(inflatingText?.sizes).toEqual(['100x100'])
  expect(manyPages?.sizes).toHaveLength(1500)
  expect(manyPages?.ms).toBeLessThan(10_000)
  expect(manyPages?.megabytes).toBeLessThan(MODEST)
  expect(zeros?.sizes).toEqual(['4974x5025'])
  expect(zeros?.megabytes).toBeLessThan(300)
})
