/** The parts of a DOCX around a given body, written by hand: just what a word processor writes that a reader must face. */
import { type Parts, zipParts } from './zip.ts'

interface DocxContent {
  body: string
  header?: string
  footer?: string
  /** Written in front of the root element of the document part. */
  prolog?: string
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORDPROCESSING = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

export const makeDocx = (content: DocxContent): Uint8Array => zipParts(docxParts(content))

export function docxParts({ body, header = '', footer = '', prolog = '' }: DocxContent): Parts {
  const section =
    '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/>' +
    '<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
  return {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relationships([['rId1', `${OFFICE}/officeDocument`, 'word/document.xml']]),
    'word/document.xml': `${XML}${prolog}<w:document ${W} ${R}><w:body>${body}${section}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships([
      ['rId1', `${OFFICE}/styles`, 'styles.xml'],
      ['rId2', `${OFFICE}/header`, 'header1.xml'],
      ['rId3', `${OFFICE}/footer`, 'footer1.xml'],
    ]),
    'word/header1.xml': `${XML}<w:hdr ${W}>${header}</w:hdr>`,
    'word/footer1.xml': `${XML}<w:ftr ${W}>${footer}</w:ftr>`,
    'word/styles.xml': `${XML}<w:styles ${W}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
  }
}

export const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

export const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`

export const paragraph = (content: string, style?: string) =>
  `<w:p>${style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${content}</w:p>`

export const table = (rows: readonly (readonly string[])[]) =>
  `<w:tbl><w:tblPr/>${rows
    .map((row) => `<w:tr>${row.map((cell) => `<w:tc><w:tcPr/>${paragraph(run(cell))}</w:tc>`).join('')}</w:tr>`)
    .join('')}</w:tbl>`

const relationships = (all: readonly (readonly [id: string, type: string, target: string])[]) =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const contentTypes = () =>
  `${XML}<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  [
    ['document', 'document.main'],
    ['header1', 'header'],
    ['footer1', 'footer'],
    ['styles', 'styles'],
  ]
    .map(([part, type]) => `<Override PartName="/word/${part}.xml" ContentType="${WORDPROCESSING}.${type}+xml"/>`)
    .join('') +
  '</Types>'
