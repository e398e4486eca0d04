/**
 * HEIC and HEIF by libheif in WebAssembly, whose only importer this is: native code for HEVC has had its share of holes.
 * Every file gets a module of its own, so that one that was aborted or left in disorder is never used again. libheif
 * applies the container's turns and mirrors; the EXIF orientation only repeats them and is left aside.
 */
import type { heif_image_handle as Handle, MainModule as Heif } from 'libheif-js/libheif-wasm/libheif.d.ts'
import { AppError } from '#contract/errors.ts'
import { isCameraShot } from './exif.ts'
import { checkSize, type Size } from './pixel-limits.ts'
import type { Raster } from './raster.ts'

export interface OpenHeic {
  /** As shown. One for each picture that stands on its own: no tiles, thumbnails or depth maps. */
  readonly sizes: readonly Size[]
  readonly camera: boolean
  decode(index: number): Raster
}

/** Reads what is in the file and checks the sizes; no picture is decoded yet. */
export async function openHeic(bytes: Uint8Array): Promise<OpenHeic> {
  // @ts-expect-error the types lie beside another build of it; this one brings its code along and fetches nothing
  const { default: createModule } = await import('libheif-js/libheif-wasm/libheif-bundle.js')
  return guarded(() => {
    const heif: Heif = createModule({ print: () => {}, printErr: () => {} })
    const context = heif.heif_context_alloc()
    if (context === null) throw new AppError('image/damaged')
    heif.heif_context_read_from_memory(context, bytes)
    const ids: unknown = heif.heif_js_context_get_list_of_top_level_image_IDs(context)
    if (!Array.isArray(ids) || ids.length === 0) throw new AppError('image/damaged')
    const handles: Handle[] = ids.map((id) => heif.heif_js_context_get_image_handle(context, id))
    const sizes = handles.map((handle) => ({
      width: heif.heif_image_handle_get_width(handle),
      height: heif.heif_image_handle_get_height(handle),
    }))
    for (const size of sizes) checkSize(size)
    const isLimited = hasLimitedRange(bytes)
    return {
      sizes,
      camera: hasCameraExif(bytes),
      decode: (index) => guarded(() => decodeLuma(heif, handles[index] as Handle, sizes[index] as Size, isLimited)),
    }
  })
}

/** An abort of the module, whatever form it takes, is the file's fault. */
function guarded<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('image/damaged', {}, { cause: error })
  }
}

interface Plane {
  readonly id: unknown
  readonly width: number
  readonly height: number
  readonly stride: number
  readonly bits_per_pixel: number
  readonly data: Uint8Array
}

/** Luma is grey already. Of pictures that are stored as red, green and blue, green comes closest. */
function decodeLuma(heif: Heif, handle: Handle, { width, height }: Size, isLimited: boolean): Raster {
  const { heif_colorspace: spaces, heif_chroma: chromas, heif_channel: channels } = heif
  const decoded: { channels?: Plane[]; image?: never } = heif.heif_js_decode_image2(
    handle,
    spaces.heif_colorspace_undefined,
    chromas.heif_chroma_undefined,
  )
  const plane = (id: unknown) => decoded.channels?.find((channel) => channel.id === id)
  const luma = plane(channels.heif_channel_Y) ?? plane(channels.heif_channel_G)
  if (luma === undefined || luma.width !== width || luma.height !== height) throw new AppError('image/damaged')
  const alpha = plane(channels.heif_channel_Alpha)
  const grey = (value: number) => (isLimited ? Math.min(255, Math.max(0, ((value - 16) * 255) / 219)) : value)
  const tones = Uint8Array.from({ length: 256 }, (_, value) => Math.round(grey(value)))
  const data = toRows(luma, tones)
  if (alpha?.width === width && alpha.height === height) layOnWhite(data, toRows(alpha))
  if (decoded.image !== undefined) heif.heif_image_release(decoded.image)
  return { width, height, data }
}

/** Rows without their padding, eight bits each. */
function toRows({ width, height, stride, bits_per_pixel: bits, data }: Plane, tones?: Uint8Array): Uint8Array {
  const rows = new Uint8Array(width * height)
  const [step, shift] = bits > 8 ? [2, bits - 8] : [1, 0]
  let at = 0
  for (let y = 0; y < height; y += 1)
    for (let from = y * stride, end = from + width * step; from < end; from += step) {
      const low = data[from] as number
      const value = step === 1 ? low : (((data[from + 1] as number) << 8) | low) >> shift
      rows[at++] = tones === undefined ? value : (tones[value] as number)
    }
  return rows
}

function layOnWhite(grey: Uint8Array, alpha: Uint8Array): void {
  for (let i = 0; i < grey.length; i += 1)
    grey[i] = 255 - Math.round(((255 - (grey[i] as number)) * (alpha[i] as number)) / 255)
}

/** The colour box of type `nclx` says in its last bit but seven whether black is 0 or 16 (ISO/IEC 23008-12). */
function hasLimitedRange(bytes: Uint8Array): boolean {
  const at = asBuffer(bytes).indexOf('colrnclx')
  return at !== -1 && ((bytes[at + 14] ?? 0x80) & 0x80) === 0
}

/** The EXIF item is told by how it begins, which coded pictures may not hold by their own rules. */
function hasCameraExif(bytes: Uint8Array): boolean {
  return exifStarts.some((start) => {
    const at = asBuffer(bytes).indexOf(start)
    return at !== -1 && isCameraShot(bytes.subarray(at + start.length - 4))
  })
}

/** The item's own offset or mark, then the four bytes of a TIFF header. */
const exifStarts = ['Exif\0\0II*\0', 'Exif\0\0MM\0*', '\0\0\0\0II*\0', '\0\0\0\0MM\0*'] as const

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
