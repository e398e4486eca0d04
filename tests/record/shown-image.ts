/** The image of a page as the window gets it, and where its ink lies. */
import sharp from 'sharp'
import type { DocumentId } from '#contract/ids.ts'
import type { Api } from '#contract/index.ts'

export interface ShownImage {
  readonly type: string
  readonly width: number
  readonly height: number
  readonly bytes: Buffer
  /** Of the largest piece in which it came. */
  readonly mostAtOnce: number
}

export async function imageOf(api: Api, id: DocumentId, page: number, width: number): Promise<ShownImage> {
  let head: { type: string; width: number; height: number; length: number } | undefined
  const pieces: Uint8Array[] = []
  for await (const part of api.documents.pageImage({ id, page, width }))
    if (part.kind === 'head') head = part
    else pieces.push(part.bytes)
  if (head === undefined) throw new Error('no image came')
  const bytes = Buffer.concat(pieces)
  if (bytes.length !== head.length) throw new Error('the image is not as long as was said')
  return { ...head, bytes, mostAtOnce: Math.max(...pieces.map((piece) => piece.length)) }
}

type Box = readonly number[]

/** Of the ink on the page, by pixels: what part lies within one of the boxes, give or take `slack` pixels. */
export async function inkWithin({ bytes }: ShownImage, boxes: readonly Box[], slack = 1.5): Promise<number> {
  const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const inside = new Uint8Array(width * height)
  for (const [x = 0, y = 0, w = 0, h = 0] of boxes)
    for (
      let row = Math.max(0, Math.floor(y * height - slack));
      row < Math.min(height, (y + h) * height + slack);
      row += 1
    )
      inside.fill(
        1,
        row * width + Math.max(0, Math.floor(x * width - slack)),
        row * width + Math.min(width, Math.ceil((x + w) * width + slack)),
      )
  let [ink, found] = [0, 0]
  for (let i = 0; i < width * height; i += 1)
    if ((data[i * channels] as number) < 110) {
      ink += 1
      found += inside[i] as number
    }
  if (ink === 0) throw new Error('the page is blank')
  return found / ink
}

/** Smallest box round the ink in and near a box, as fractions; undefined: there is none. */
export async function inkBoxes({ bytes }: ShownImage, boxes: readonly Box[]): Promise<(Box | undefined)[]> {
  const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  return boxes.map(([x = 0, y = 0, w = 0, h = 0]) => {
    let [left, top, right, bottom] = [width, height, 0, 0]
    for (let row = Math.max(0, Math.round(y * height)); row < Math.min(height, Math.round((y + h) * height)); row += 1)
      for (
        let column = Math.max(0, Math.round(x * width));
        column < Math.min(width, Math.round((x + w) * width));
        column += 1
      )
        if ((data[(row * width + column) * channels] as number) < 140) {
          left = Math.min(left, column)
          right = Math.max(right, column + 1)
          top = Math.min(top, row)
          bottom = Math.max(bottom, row + 1)
        }
    return right <= left ? undefined : [left / width, top / height, (right - left) / width, (bottom - top) / height]
  })
}
