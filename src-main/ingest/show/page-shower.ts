/**
 * Keeps the files looked at last open, within bounds, so that the next page of a long one is drawn at once; forgets them
 * when nobody looks for a while. All of it is in this process's memory.
 */
import type { ImageFormat } from '../detect-format.ts'
import { type EncodedImage, encodePixels } from './encode-pixels.ts'
import { showPdf } from './show-pdf.ts'
import { showPicture } from './show-picture.ts'
import type { PageRequest, PixelSize, ShownFile } from './shown-file.ts'

export interface ShowInput extends PageRequest {
  /** Names the file while it is open. */
  readonly file: string
  readonly format: ImageFormat | 'pdf'
  readonly password?: string
}

export type ShowStep =
  /** The file is not open here: ask again, and feed its bytes. */
  | { readonly kind: 'unopened' }
  | { readonly kind: 'size'; readonly size: PixelSize }
  | ({ readonly kind: 'head'; readonly length: number; readonly type: EncodedImage['type'] } & PixelSize)
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }

const MOST_FILES = 4
const MOST_BYTES = 128 * 2 ** 20
const IDLE_MS = 120_000
/** Far below what a message may be. */
const PIECE = 256 * 1024

export function createPageShower() {
  /** In the order of use, the last one last. */
  const open = new Map<string, { readonly shown: ShownFile; readonly bytes: number }>()
  let idle: NodeJS.Timeout | undefined

  async function find({ file, format, password }: ShowInput, bytes: Uint8Array): Promise<ShownFile | undefined> {
    clearTimeout(idle)
    idle = setTimeout(() => void closeAll(), IDLE_MS)
    idle.unref()
    const known = open.get(file)
    open.delete(file)
    if (known !== undefined) open.set(file, known)
    if (known !== undefined || bytes.length === 0) return known?.shown
    const shown = await (format === 'pdf' ? showPdf(bytes, password) : showPicture(bytes, format))
    open.set(file, { shown, bytes: bytes.length })
    await makeRoom()
    return shown
  }

  async function makeRoom(): Promise<void> {
    let total = [...open.values()].reduce((sum, { bytes }) => sum + bytes, 0)
    for (const [file, { shown, bytes }] of open) {
      if (open.size === 1 || (open.size <= MOST_FILES && total <= MOST_BYTES)) return
      open.delete(file)
      total -= bytes
      await shown.close()
    }
  }

  async function closeAll(): Promise<void> {
    const all = [...open.values()]
    open.clear()
    for (const { shown } of all) await shown.close()
  }

  return {
    async *measure(input: ShowInput, bytes: Uint8Array): AsyncGenerator<ShowStep> {
      const shown = await find(input, bytes)
      yield shown === undefined ? { kind: 'unopened' } : { kind: 'size', size: await shown.measure(input) }
    },

    async *draw(input: ShowInput & { width: number }, bytes: Uint8Array): AsyncGenerator<ShowStep> {
      const shown = await find(input, bytes)
      if (shown === undefined) return yield { kind: 'unopened' }
      const pixels = await shown.draw(input)
      const { type, bytes: image } = await encodePixels(pixels)
      yield { kind: 'head', type, width: pixels.width, height: pixels.height, length: image.length }
      for (let at = 0; at < image.length; at += PIECE) yield { kind: 'bytes', bytes: image.slice(at, at + PIECE) }
    },
  }
}
