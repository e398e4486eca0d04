/** DOCX: headers first, the body page by page as it was last laid out, notes after the page that names them, footers last. */
import { AppError } from '#contract/errors.ts'
import { findPart, relationshipsOf, titleOf } from './docx-parts.ts'
import { readStory, type Story } from './docx-story.ts'
import { type Style, stylesOf } from './docx-styles.ts'
import { type GuardedZip, openZip } from './guarded-zip.ts'
import { type LinePage, toPages } from './lines.ts'
import { type ReadSections, toSections } from './section.ts'

const DOCUMENT = 'word/document.xml'
const plain: Style = { heading: false, hidden: false }

/** Fails as `docx/damaged`, `archive/damaged`, `archive/bomb` or `xml/forbidden`. */
export async function readDocx(bytes: Uint8Array): Promise<ReadSections> {
  const zip = await openZip(bytes)
  try {
    return await readPackage(zip)
  } finally {
    zip.close()
  }
}

async function readPackage(zip: GuardedZip): Promise<ReadSections> {
  const top = await relationshipsOf(zip, '')
  const named = top.find(({ role }) => role === 'officeDocument')?.target
  const name = (named !== undefined && findPart(zip, named)) || findPart(zip, DOCUMENT)
  const document = name === undefined ? undefined : await zip.read(name)
  if (name === undefined || document === undefined) throw new AppError('docx/damaged')

  const relationships = await relationshipsOf(zip, name)
  const targets = new Map(relationships.map(({ id, target }) => [id, target]))
  const read = async (target: string | undefined) => {
    const part = target === undefined ? undefined : findPart(zip, target)
    return part === undefined ? undefined : zip.read(part)
  }
  const readRole = (role: string) => read(relationships.find((one) => one.role === role)?.target)

  const styles = await readRole('styles')
  const styleOf = styles === undefined ? () => plain : stylesOf(styles)
  const body = readStory(document, styleOf)
  const notes = new Map<string, string>()
  for (const role of ['footnotes', 'endnotes']) {
    const part = await readRole(role)
    if (part === undefined) continue
    for (const [id, lines] of readStory(part, styleOf).notes) notes.set(id, textOf(lines))
  }
  const margins = async (ids: readonly string[]) => {
    const found = new Set<string>()
    for (const target of new Set(ids.map((id) => targets.get(id)))) {
      const part = await read(target)
      if (part !== undefined) found.add(textOf(readStory(part, styleOf).lines))
    }
    return [...found]
  }

  const pages = toPages(body.lines)
  const first = await margins(body.headers)
  const last = [...notesOf(pages, 'endnote', notes), ...(await margins(body.footers))]
  const sections = toSections(
    pages.map((page, index) =>
      joinBlocks([
        ...(index === 0 ? first : []),
        page.text,
        ...notesOf([page], 'footnote', notes),
        ...(index === pages.length - 1 ? last : []),
      ]),
    ),
  )
  const title = await readTitle(zip, top.find(({ role }) => role === 'core-properties')?.target)
  return title === undefined ? { pages: sections } : { title, pages: sections }
}

const textOf = (lines: Story['lines']) =>
  toPages(lines)
    .map(({ text }) => text)
    .join('\n')
    .trim()

const notesOf = (pages: readonly LinePage[], kind: string, notes: ReadonlyMap<string, string>): string[] => {
  const ids = pages.flatMap((page) => page.notes).filter((id) => id.startsWith(kind))
  return [...new Set(ids)].map((id) => notes.get(id) ?? '')
}

const joinBlocks = (blocks: readonly string[]) => blocks.filter((block) => block !== '').join('\n\n')

/** A title is a nicety: a damaged one never costs the document. */
async function readTitle(zip: GuardedZip, target = 'docProps/core.xml'): Promise<string | undefined> {
  const name = findPart(zip, target)
  const part = name === undefined ? undefined : await zip.read(name)
  try {
    return part === undefined ? undefined : titleOf(part)
  } catch (error) {
    if (error instanceof AppError && error.code === 'docx/damaged') return undefined
    throw error
  }
}
