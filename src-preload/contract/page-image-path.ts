/** The address under which the window's own origin serves a page's image, from memory. No other address holds a record. */
import { DocumentId } from './ids.ts'
import { MAX_IMAGE_WIDTH, MIN_IMAGE_WIDTH } from './pages.ts'

export interface PageImageRequest {
  readonly id: DocumentId
  readonly page: number
  /** Pixels. */
  readonly width: number
}

/** `/page/<document>/<page>/<width>` */
export const pageImagePath = ({ id, page, width }: PageImageRequest): string =>
  `/page/${encodeURIComponent(id)}/${page}/${width}`

/** Undefined for whatever is no such path; `pathname` as a URL has it. */
export function parsePageImagePath(pathname: string): PageImageRequest | undefined {
  const [, document = '', page = '', width = ''] =
    /^\/page\/([\w-]{1,64})\/([1-9]\d{0,5})\/([1-9]\d{0,4})$/.exec(pathname) ?? []
  const id = DocumentId.safeParse(document)
  const isInRange = Number(width) >= MIN_IMAGE_WIDTH && Number(width) <= MAX_IMAGE_WIDTH
  return id.success && isInRange ? { id: id.data, page: Number(page), width: Number(width) } : undefined
}
