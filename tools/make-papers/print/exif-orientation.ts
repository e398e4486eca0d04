/** How a camera stores a picture that is to be shown otherwise (EXIF 2.32, tag 0x0112). */
import type { Plane } from './plane.ts'
import { type Quarters, turned } from './quarter-turn.ts'

export type ExifOrientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

/** What has to be done to the shown picture to get the stored one: mirror it left to right, then turn it clockwise. */
const stored: Readonly<Record<ExifOrientation, { mirror: boolean; turn: Quarters }>> = {
  1: { mirror: false, turn: 0 },
  2: { mirror: true, turn: 0 },
  3: { mirror: false, turn: 2 },
  4: { mirror: true, turn: 2 },
  5: { mirror: true, turn: 3 },
  6: { mirror: false, turn: 3 },
  7: { mirror: true, turn: 1 },
  8: { mirror: false, turn: 1 },
}

export function storedAs(shown: Plane, orientation: ExifOrientation): Plane {
  const { mirror, turn } = stored[orientation]
  return turned(mirror ? mirrored(shown) : shown, turn)
}

function mirrored({ width, height, channels, data }: Plane): Plane {
  const out = new Uint8Array(data.length)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      for (let i = 0; i < channels; i += 1)
        out[(y * width + width - 1 - x) * channels + i] = data[(y * width + x) * channels + i] as number
  return { width, height, channels, data: out }
}
