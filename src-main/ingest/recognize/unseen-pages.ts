/** A picture's pages as they stand before recognition: counted from the file's header, nothing decoded. */
import type { ImageFormat } from '../detect-format.ts'
import { readImageHeader } from '../image/image-header.ts'
import type { ReadPage } from '../read-page.ts'
import { packWords } from '../words.ts'

type Part =
  | { readonly kind: 'opened'; readonly pages: number; readonly title?: string }
  | { readonly kind: 'page'; readonly page: ReadPage }

export async function* unseenPages(
  bytes: Uint8Array,
  { format, fromPage }: { format: ImageFormat; fromPage: number },
): AsyncGenerator<Part> {
  const { pages } = await readImageHeader(bytes, format)
  yield { kind: 'opened', pages }
  for (let number = fromPage; number <= pages; number++)
    yield {
      kind: 'page',
      page: { number, text: '', words: packWords([]), method: 'none', needsOcr: true, chunks: [] },
    }
}
