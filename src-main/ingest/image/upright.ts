/** Turns and mirrors a picture as its orientation tag asks (EXIF 2.32, tag 0x0112: 1 to 8). */
import type { Raster } from './raster.ts'

/** One number a pixel: a byte of grey, or four of colour. */
type Pixels = Omit<Raster, 'data'> & { readonly data: Uint8Array | Uint32Array }

/** An orientation out of range is taken for 1, as every viewer does. */
export function standUpright<P extends Pixels>(raster: P, orientation: number | undefined): P {
  const turn = orientation === undefined ? undefined : turns[orientation]
  if (turn === undefined) return raster
  const { width, height, data } = raster
  const isSideways = orientation !== undefined && orientation >= 5
  const [toWidth, toHeight] = isSideways ? [height, width] : [width, height]
  const turned = data instanceof Uint32Array ? new Uint32Array(data.length) : new Uint8Array(data.length)
  // where the picture's first pixel is in the file, and how far apart its neighbours to the right and below are there
  const right = isSideways ? width : 1
  const down = isSideways ? 1 : width
  const stepX = turn.flipX ? -right : right
  const stepY = turn.flipY ? -down : down
  let row = (turn.flipX ? (toWidth - 1) * right : 0) + (turn.flipY ? (toHeight - 1) * down : 0)
  let at = 0
  for (let y = 0; y < toHeight; y += 1, row += stepY)
    for (let x = 0, from = row; x < toWidth; x += 1, from += stepX) turned[at++] = data[from] as number
  return { ...raster, width: toWidth, height: toHeight, data: turned }
}

/** After rows and columns are swapped where the tag is 5 or more. */
const turns: Readonly<Record<number, { flipX: boolean; flipY: boolean }>> = {
  2: { flipX: true, flipY: false },
  3: { flipX: true, flipY: true },
  4: { flipX: false, flipY: true },
  5: { flipX: false, flipY: false },
  6: { flipX: true, flipY: false },
  7: { flipX: true, flipY: true },
  8: { flipX: false, flipY: true },
}
