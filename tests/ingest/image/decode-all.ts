import { detectFormat, type ImageFormat, isImageFormat } from '../../../src-main/ingest/detect-format.ts'
import { type DecodedPage, decodeImage, type FailedPage } from '../../../src-main/ingest/image/decode-image.ts'

type Page = DecodedPage | FailedPage

export async function decodeAs(bytes: Uint8Array, format: ImageFormat, options: { fromPage?: number } = {}) {
  const pages: Page[] = []
  for await (const page of decodeImage(bytes, format, options)) pages.push(page)
  return pages
}

/** By the format that the bytes show. */
export async function decodeAll(bytes: Uint8Array, options: { fromPage?: number } = {}): Promise<Page[]> {
  const format = await detectFormat(bytes.subarray(0, 65_536), 'file')
  if (format === undefined || !isImageFormat(format)) throw new Error(`no image but ${format}`)
  return decodeAs(bytes, format, options)
}

export async function decodeOne(bytes: Uint8Array): Promise<DecodedPage> {
  const [page] = await decodeAll(bytes)
  if (page === undefined || 'failed' in page) throw new Error('not decoded')
  return page
}
