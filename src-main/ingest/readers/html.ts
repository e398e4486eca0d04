/** HTML: the text a browser would show, in the order of the page. Nothing is run, fetched or followed. */
import { Tokenizer } from 'htmlparser2'
import { AppError } from '#contract/errors.ts'
import { decodeText } from './decode-text.ts'
import { createHtmlTree } from './html-tree.ts'
import { toPages } from './lines.ts'
import { type ReadSections, toSections } from './section.ts'

const read = new Set(['style', 'hidden', 'type', 'value', 'checked'])

/** Fails as `text/not-text`. */
export async function readHtml(bytes: Uint8Array): Promise<ReadSections> {
  const html = decodeText(bytes, declaredCharset(bytes))
  if (html === undefined) throw new AppError('text/not-text')
  const isXml = /^\s*<\?xml/.test(html)
  const tree = createHtmlTree()
  let name = ''
  let attribute = ''
  let value = ''
  let attributes = new Map<string, string>()
  const nameAt = (start: number, end: number) => html.slice(start, end).toLowerCase()

  // The library's parser keeps a stack that costs quadratic time in depth; its tokenizer has none.
  const tokenizer = new Tokenizer(
    { decodeEntities: true, recognizeSelfClosing: isXml },
    {
      onopentagname: (start, end) => {
        name = nameAt(start, end)
        attributes = new Map()
      },
      onattribname: (start, end) => {
        attribute = nameAt(start, end)
        value = ''
      },
      onattribdata: (start, end) => {
        if (read.has(attribute)) value += html.slice(start, end)
      },
      onattribentity: (code) => {
        if (read.has(attribute)) value += String.fromCodePoint(code)
      },
      onattribend: () => {
        if (read.has(attribute) && !attributes.has(attribute)) attributes.set(attribute, value)
      },
      onopentagend: () => tree.begin(name, attributes),
      onselfclosingtag: () => {
        const closes = isXml || tree.isForeign()
        tree.begin(name, attributes)
        if (closes) tree.end(name)
      },
      onclosetag: (start, end) => tree.end(nameAt(start, end)),
      ontext: (start, end) => tree.text(html.slice(start, end)),
      ontextentity: (code) => tree.text(String.fromCodePoint(code)),
      oncdata: (start, end, offset) => {
        if (isXml || tree.isForeign()) tree.text(html.slice(start, end - offset))
      },
      oncomment: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
      isInForeignContext: () => tree.isForeign(),
    },
  )
  tokenizer.write(html)
  tokenizer.end()

  const { title, lines } = tree.finish()
  const pages = toSections(toPages(lines).map(({ text }) => text))
  return title ? { title, pages } : { pages }
}

/** What the page says of itself, in its first bytes. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const [, xml, meta] =
    /^<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)|<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head) ?? []
  return xml ?? meta
}
