/** DOCX files that attack whoever opens them: bombs, escaping names, entities, depth, and parts that are missing. */
import { makeBomb } from './bomb.ts'
import { docxParts, makeDocx, paragraph, run } from './docx.ts'
import type { HostileFile } from './hostile-file.ts'
import { type Parts, zipDeflated, zipParts } from './zip.ts'

const BODY = paragraph(run('Echocardiogram with normal pumping function.'))
const MARK = 'normal pumping function'
const DOCUMENT = 'word/document.xml'

export function makeHostileDocx(): HostileFile[] {
  const parts = docxParts({ body: BODY })
  const xml = String(parts[DOCUMENT])
  const without = Object.fromEntries(Object.entries(parts).filter(([name]) => name !== DOCUMENT))
  const broken = (name: string, document: string, expect: string): HostileFile => ({
    name,
    bytes: zipParts({ ...parts, [DOCUMENT]: document }),
    expect,
  })
  return [
    ...makeBombs(without, xml),
    {
      name: 'slip.docx',
      bytes: zipParts({ ...parts, '../escaped.txt': 'this must never be written' }),
      expect: 'indexed|rejected:archive/damaged',
      contains: MARK,
      lacks: 'written',
    },
    {
      name: 'billion-laughs.docx',
      bytes: makeDocx({ body: paragraph(entity('lol9')), prolog: laughs() }),
      expect: 'rejected:xml/forbidden',
    },
    {
      name: 'external-entity.docx',
      bytes: makeDocx({
        body: paragraph(entity('outside')),
        prolog: '<!DOCTYPE d [<!ENTITY outside SYSTEM "file:///etc/hostname">]>',
      }),
      expect: 'rejected:xml/forbidden',
    },
    {
      name: 'deep.docx',
      bytes: makeDocx({ body: `${'<w:sdt>'.repeat(200_000)}${BODY}${'</w:sdt>'.repeat(200_000)}` }),
      expect: 'rejected:xml/forbidden|rejected:xml/damaged',
    },
    { name: 'crowded.docx', bytes: zipParts({ ...parts, ...crowd(5_000) }), expect: 'rejected:archive/bomb' },
    { name: 'no-document.docx', bytes: zipParts(without), expect: 'rejected:docx/damaged|refused:file/unsupported' },
    broken('unclosed.docx', xml.slice(0, -40), 'rejected:xml/damaged|rejected:docx/damaged'),
    broken('empty-document.docx', '', 'rejected:xml/damaged|rejected:docx/damaged'),
    {
      name: 'cut.docx',
      bytes: zipParts(parts).subarray(0, 900),
      expect: 'rejected:archive/damaged|rejected:docx/damaged|refused:file/unsupported',
    },
    { name: 'flipped-bytes.docx', bytes: flipDocument(parts), expect: 'rejected:archive/damaged|rejected:xml/damaged' },
    {
      name: 'plain-archive.docx',
      bytes: zipParts({ 'readme.txt': 'no document here' }),
      expect: 'refused:file/unsupported|rejected:docx/damaged',
    },
  ]
}

/** About one megabyte each. The second claims to be small, so only counting what really comes out can stop it. */
function makeBombs(without: Parts, xml: string): HostileFile[] {
  const at = xml.indexOf('<w:body>')
  const bomb = makeBomb(DOCUMENT, 640, { before: xml.slice(0, at), after: xml.slice(at) })
  return [
    { name: 'bomb.docx', bytes: zipDeflated(without, [bomb]), expect: 'rejected:archive/bomb' },
    {
      name: 'bomb-that-lies.docx',
      bytes: zipDeflated(without, [{ ...bomb, size: 4096 }]),
      expect: 'rejected:archive/bomb|rejected:archive/damaged',
    },
  ]
}

const entity = (name: string) => `<w:r><w:t>&${name};</w:t></w:r>`

function laughs(): string {
  const levels = Array.from({ length: 9 }, (_, level) => `<!ENTITY lol${level + 1} "${`&lol${level};`.repeat(10)}">`)
  return `<!DOCTYPE d [<!ENTITY lol0 "laugh">${levels.join('')}]>`
}

const crowd = (count: number): Parts =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`word/embeddings/part${index}.bin`, 'x']))

/** Damages the packed content of the document part and leaves the archive's own structure whole. */
function flipDocument(parts: Parts): Uint8Array {
  const bytes = Buffer.from(zipParts(parts))
  const content = bytes.indexOf(DOCUMENT) + DOCUMENT.length
  for (let at = content + 40; at < content + 60; at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0xff
  return bytes
}
