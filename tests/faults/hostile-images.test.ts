import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ImageFormat } from '../../src-main/ingest/detect-format.ts'
import { AppError } from '../../src-preload/contract/errors.ts'
import { mutateImage } from '../../tools/make-papers/hostile-image.ts'
import { createRandom } from '../../tools/make-papers/random.ts'
import { decodeAs } from '../ingest/image/decode-all.ts'
import { draw, drawGrey } from '../ingest/image/drawing.ts'
import { writeBmp } from '../ingest/image/write-bmp.ts'

const SEED = 20_260_301
const MUTANTS_EACH = 24
const SLOW_MS = 10_000

const fixture = (name: string) => readFileSync(new URL(`../fixtures/images/${name}`, import.meta.url))
const small = () => draw(120, 80)

const sound: readonly [name: string, ImageFormat, () => Promise<Buffer> | Buffer][] = [
  [
    'jpeg',
    'jpeg',
    () =>
      small()
        .withExif({ IFD2: { FNumber: '28/10' } })
        .jpeg()
        .toBuffer(),
  ],
  ['progressive jpeg', 'jpeg', () => small().jpeg({ progressive: true }).toBuffer()],
  ['png', 'png', () => small().withMetadata({ orientation: 6, density: 200 }).png().toBuffer()],
  ['interlaced png', 'png', () => small().png({ palette: true, progressive: true }).toBuffer()],
  [
    'webp',
    'webp',
    () =>
      small()
        .withExif({ IFD0: { Make: 'None' } })
        .webp()
        .toBuffer(),
  ],
  ['lossless webp', 'webp', () => small().ensureAlpha(0.5).webp({ lossless: true }).toBuffer()],
  [
    'fax',
    'tiff',
    () => small().threshold().toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer(),
  ],
  ['packed tiff', 'tiff', () => small().tiff({ compression: 'lzw', predictor: 'horizontal' }).toBuffer()],
  ['tiled tiff of jpeg', 'tiff', () => small().tiff({ compression: 'jpeg', tile: true, pyramid: true }).toBuffer()],
  ['bitmap', 'bmp', () => writeBmp(drawGrey(120, 80), { bits: 8 })],
  [
    'packed bitmap',
    'bmp',
    () => writeBmp(drawGrey(6, 2), { bits: 8, compression: 1, packed: Buffer.from('0601000003000203', 'hex') }),
  ],
  ['heic', 'heic', () => fixture('photo.heic')],
  ['heic of two', 'heic', () => fixture('two-pictures.heic')],
]

test.each(sound)(
  'every mutant of a %s is read or refused with a code of its own',
  async (name, format, make) => {
    const original = Buffer.from(await make())
    expect(await decodeAs(original, format)).not.toEqual([])
    const random = createRandom(SEED + name.length)
    const wrong: string[] = []
    for (let i = 0; i < MUTANTS_EACH; i += 1) {
      const { kind, bytes } = mutateImage(original, random)
      const startedAt = performance.now()
      const code = await decodeAs(bytes, format).then(
        () => 'read',
        (error) => (error instanceof AppError ? error.code : `${error}`),
      )
      const ms = performance.now() - startedAt
      if ((code !== 'read' && !code.startsWith('image/')) || ms > SLOW_MS)
        wrong.push(`seed ${SEED}, ${name}, mutant ${i} (${kind}): ${code} after ${Math.round(ms)} ms`)
    }
    expect(wrong).toEqual([])
  },
  60_000,
)
