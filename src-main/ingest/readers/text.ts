/** Plain text and Markdown: as it was written, in pages where it has form feeds, else in sections of bounded length. */
import { AppError } from '#contract/errors.ts'
import { decodeText } from './decode-text.ts'
import { type ReadSections, toSections } from './section.ts'

/** Fails as `text/not-text` when bytes beyond the file's head are no text after all. */
export async function readText(bytes: Uint8Array): Promise<ReadSections> {
  const text = decodeText(bytes)
  if (text === undefined) throw new AppError('text/not-text')
  return { pages: toSections(text.replace(/\r\n?|\u2028|\u2029/g, '\n').split('\f')) }
}

/** As `readText`; a first line that is a heading is the title as well. */
export async function readMarkdown(bytes: Uint8Array): Promise<ReadSections> {
  const { pages } = await readText(bytes)
  const [first = ''] = pages[0]?.text.split('\n', 1) ?? []
  const heading = first.startsWith('#') ? first.replace(/^#{1,6}\s+/, '').replace(/[\s#]{1,20}$/, '') : first
  return heading !== first && heading !== '' && heading.length <= 80 ? { title: heading, pages } : { pages }
}
