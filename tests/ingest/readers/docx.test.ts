import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '#contract/errors.ts'
import { readDocx } from '../../../src-main/ingest/readers/docx.ts'
import { docxParts, paragraph, run, table } from '../../../tools/make-papers/docx.ts'
import { makeDocxReferral } from '../../../tools/make-papers/docx-referral.ts'
import { makeHostileFiles } from '../../../tools/make-papers/hostile.ts'
import { createRandom } from '../../../tools/make-papers/random.ts'
import { type Parts, zipParts } from '../../../tools/make-papers/zip.ts'

const p = (text: string) => paragraph(run(text))
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const read = (body: string, more: Parts = {}) => readDocx(zipParts({ ...docxParts({ body }), ...more }))
const pagesOf = async (body: string, more?: Parts) => (await read(body, more)).pages.map(({ text }) => text)
const textOf = async (body: string, more?: Parts) => (await pagesOf(body, more)).join('\f')
const outcomeOf = (bytes: Uint8Array) =>
  readDocx(bytes).then(
    ({ pages }) => `indexed ${pages.map(({ text }) => text).join('\n')}`,
    (error: unknown) => (error instanceof AppError ? `rejected:${error.code}` : error),
  )

test('a referral with split words, a tracked change, a table, header and footer reads as on paper', async () => {
  const { bytes, expected } = makeDocxReferral(createRandom(11))
  const { pages } = await readDocx(bytes)
  const plain = (text = '') => text.replace(/\s+/g, ' ').trim()
  expect(pages.length).toBe(1)
  expect(plain(pages[0]?.text)).toBe(plain(expected.pages[0]?.text))
  expect(pages[0]).toMatchObject({ number: 1, method: 'text', needsOcr: false, words: new Uint8Array() })
  expect(pages[0]?.chunks.length).toBeGreaterThan(0)
})

describe('paragraphs', () => {
  test('are lines; an empty one is an empty line, and so is what stands around a heading', async () => {
    expect(await textOf(`${p('one')}${p('two')}${p('')}${p(' ')}${p('three')}`)).toBe('one\ntwo\n\nthree')
    expect(await textOf(p('one') + paragraph(run('Head'), 'Heading1') + p('two'))).toMatch(/^one\n\nHead\n+two$/)
  })

  test('keep line breaks, tabs and hyphens, wherever their runs are cut', async () => {
    const body = `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${run('Met')}${run('formin')}<w:r><w:br/><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/></w:r></w:p>`
    expect(await textOf(body)).toBe('Metformin\na\tb-c')
  })

  test('in links, controls and small containers are read', async () => {
    const body = `<w:p><w:hyperlink r:id="x">${run('link')}</w:hyperlink><w:smartTag>${run(' smart')}</w:smartTag><w:sdt><w:sdtPr><w:alias w:val="no"/></w:sdtPr><w:sdtContent>${run(' control')}</w:sdtContent></w:sdt></w:p>`
    expect(await textOf(body)).toBe('link smart control')
  })
})

describe('left out', () => {
  test('is what was deleted or moved away; what was put in stays', async () => {
    const gone = '<w:r><w:delText>no</w:delText><w:t>no</w:t></w:r>'
    const body = `<w:p>${run('a ')}<w:del w:id="1">${gone}</w:del><w:moveFrom w:id="2">${run('no')}</w:moveFrom><w:ins w:id="3">${run('b ')}</w:ins><w:moveTo w:id="4">${run('c')}</w:moveTo></w:p>`
    expect(await textOf(body)).toBe('a b c')
  })

  test('is a deleted row, and a paragraph whose end is deleted joins the next', async () => {
    const row = (text: string, deleted = '') =>
      `<w:tr><w:trPr>${deleted}</w:trPr><w:tc>${p(text)}</w:tc><w:tc>${p(text)}</w:tc></w:tr>`
    expect(await textOf(`<w:tbl>${row('a')}${row('no', '<w:del w:id="1"/>')}${row('b')}</w:tbl>`)).toBe('a\ta\nb\tb')
    const joined = `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('one ')}</w:p>${p('two')}`
    expect(await textOf(joined)).toBe('one two')
  })

  test('is hidden text, by itself or by its style, but not what says it is shown', async () => {
    const body = paragraph(
      run('a') +
        run('no', '<w:vanish/>') +
        run('b', '<w:vanish w:val="0"/>') +
        run('no', '<w:rStyle w:val="Secret"/>') +
        run('c'),
    )
    const styles = `<w:styles ${W}><w:style w:styleId="Secret" w:type="character"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`
    expect(await textOf(body, { 'word/styles.xml': styles })).toBe('abc')
  })

  test('is the code of a field, never its result', async () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`
    const inner = `${mark('begin')}${code('MERGEFIELD no')}${mark('separate')}${run('no')}${mark('end')}`
    const field = `${mark('begin')}${code('IF ')}${inner}${code(' = 1')}${mark('separate')}${run('yes')}${mark('end')}`
    expect(await textOf(paragraph(run('a ') + field + run(' b')) + p('c'))).toBe('a yes b\nc')
    expect(await textOf(paragraph(mark('begin') + code('PAGE')) + p('still read'))).toBe('still read')
  })
})

describe('tables', () => {
  test('give a line for each row; paragraphs of one cell are joined by a space', async () => {
    const cell = (...texts: string[]) => `<w:tc>${texts.map(p).join('')}</w:tc>`
    const body = `${p('before')}<w:tbl><w:tr>${cell('a', 'b')}${cell('c')}</w:tr><w:tr>${cell('')}${cell('d')}</w:tr></w:tbl>${p('after')}`
    expect(await textOf(body)).toBe('before\n\na b\tc\n\td\n\nafter')
  })

  test('inside a table keep their rows, and the cells around them their lines', async () => {
    const body = `<w:tbl><w:tr><w:tc>${p('left')}${table([
      ['a', 'b'],
      ['c', 'd'],
    ])}${p('')}</w:tc><w:tc>${p('right')}</w:tc></w:tr></w:tbl>`
    expect(await textOf(body)).toBe('left\n\na\tb\nc\td\n\nright')
  })
})

test('a text box is read once, after its paragraph, from whichever form of it there is', async () => {
  const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`
  const both = (choice: string, fallback: string) =>
    `<w:p>${run('anchor ')}<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing>${choice}</w:drawing></mc:Choice><mc:Fallback><w:pict>${fallback}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('end')}</w:p>`
  expect(await textOf(both(box('boxed'), box('boxed')))).toBe('anchor end\n\nboxed')
  expect(await textOf(both('', box('boxed')))).toBe('anchor end\n\nboxed')
})

test('text drawn in a picture does not cost the text around it', async () => {
  const drawing =
    '<w:r><w:drawing><a:txBody xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:p><a:r><a:t>drawn</a:t></a:r></a:p></a:txBody></w:drawing></w:r>'
  expect(await textOf(paragraph(run('a ') + drawing + run('b')))).toBe('a b\n\ndrawn')
})

describe('pages', () => {
  const ordered = '<w:r><w:br w:type="page"/></w:r>'
  const laidOut = '<w:r><w:lastRenderedPageBreak/></w:r>'

  test('begin where they were ordered or last laid out, once for both', async () => {
    expect(await pagesOf(p('one') + paragraph(ordered) + paragraph(laidOut + run('two')))).toEqual(['one', 'two'])
    expect(
      await pagesOf(paragraph(run('one ') + laidOut + run('two')) + paragraph(run('two') + ordered + run('three'))),
    ).toEqual(['one', 'two\ntwo', 'three'])
  })

  test('keep their numbers where one has no text', async () => {
    const { pages } = await read(p('one') + paragraph(ordered) + paragraph(ordered) + p('three'))
    expect(pages.map(({ number, text }) => [number, text])).toEqual([
      [1, 'one'],
      [2, ''],
      [3, 'three'],
    ])
  })

  test('begin before a paragraph that asks for it, unless it stands on top of one already', async () => {
    const top = (text: string, before = '') => `<w:p><w:pPr><w:pageBreakBefore/></w:pPr>${before}${run(text)}</w:p>`
    expect(await pagesOf(top('one') + p('more') + top('two', laidOut))).toEqual(['one\nmore', 'two'])
  })

  test('may break inside a table, in front of the row', async () => {
    const row = (text: string) => `<w:tr><w:tc><w:p>${text}</w:p></w:tc><w:tc>${p('x')}</w:tc></w:tr>`
    expect(await pagesOf(`<w:tbl>${row(run('a'))}${row(laidOut + run('b'))}</w:tbl>`)).toEqual(['a\tx', 'b\tx'])
  })
})

test('a footnote follows its page, an endnote the last one; separators are none', async () => {
  const note = (kind: string, text: string) =>
    `<w:${kind}s ${W}><w:${kind} w:type="separator" w:id="-1">${p('no')}</w:${kind}><w:${kind} w:id="2">${p(text)}</w:${kind}></w:${kind}s>`
  const reference = (kind: string) => `<w:r><w:${kind}Reference w:id="2"/></w:r>`
  const body = `${paragraph(run('one') + reference('footnote') + reference('endnote') + run(' go on'))}${paragraph('<w:r><w:br w:type="page"/></w:r>')}${p('two')}`
  const rels = `<Relationships xmlns="x"><Relationship Id="a" Type="${OFFICE}/footnotes" Target="footnotes.xml"/><Relationship Id="b" Type="${OFFICE}/endnotes" Target="/word/endnotes.xml"/></Relationships>`
  const pages = await pagesOf(body, {
    'word/_rels/document.xml.rels': rels,
    'word/footnotes.xml': note('footnote', 'at the foot'),
    'word/endnotes.xml': note('endnote', 'at the end'),
  })
  expect(pages).toEqual(['one go on\n\nat the foot', 'two\n\nat the end'])
})

test('a header used twice is read once, and one that no section uses is not read', async () => {
  const header = (text: string) => `<w:hdr ${W}>${p(text)}</w:hdr>`
  const type = `${OFFICE}/header`
  const rels = `<Relationships xmlns="x">${['1', '2', '3'].map((id) => `<Relationship Id="h${id}" Type="${type}" Target="h${id}.xml"/>`).join('')}</Relationships>`
  const body = `${p('body')}<w:p><w:pPr><w:sectPr><w:headerReference r:id="h1"/><w:headerReference r:id="h2"/></w:sectPr></w:pPr></w:p>`
  const more = {
    'word/_rels/document.xml.rels': rels,
    'word/h1.xml': header('Ilse'),
    'word/h2.xml': header('Ilse'),
    'word/h3.xml': header('no'),
  }
  expect(await textOf(body, more)).toBe('Ilse\n\nbody')
})

test('the title comes from the properties, and a damaged one costs nothing', async () => {
  const core = (title: string) =>
    `<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:title>${title}</dc:title></cp:coreProperties>`
  expect((await read(p('x'), { 'docProps/core.xml': core(' Eye  letter ') })).title).toBe('Eye letter')
  expect((await read(p('x'), { 'docProps/core.xml': core(' ') })).title).toBeUndefined()
  expect((await read(p('x'), { 'docProps/core.xml': '<broken' })).title).toBeUndefined()
})

test('any prefix, any encoding and any place of the document part will do', async () => {
  const xml = String(docxParts({ body: p('Käse') })['word/document.xml'])
  expect(await textOf('', { 'word/document.xml': xml.replaceAll('w:', 'ns0:').replace('xmlns:w', 'xmlns:ns0') })).toBe(
    'Käse',
  )
  expect(
    await textOf('', { 'word/document.xml': Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le') }),
  ).toBe('Käse')
  const strict = xml.replace(
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
    'http://purl.oclc.org/ooxml/wordprocessingml/main',
  )
  expect(await textOf('', { 'word/document.xml': strict })).toBe('Käse')
  const { 'word/document.xml': document, ...rest } = docxParts({ body: p('moved') })
  const rels = String(rest['_rels/.rels']).replace('word/document.xml', 'word/document2.xml')
  const bytes = zipParts({ ...rest, '_rels/.rels': rels, 'word/document2.xml': document ?? '' })
  expect((await readDocx(bytes)).pages[0]?.text).toBe('moved')
})

describe('hostile files', async () => {
  const files = (await makeHostileFiles()).filter(({ name }) => name.endsWith('.docx'))

  test.each(files.map((file) => [file.name, file] as const))(
    '%s ends as was foreseen, within two seconds',
    async (_, file) => {
      const started = performance.now()
      const outcome = await outcomeOf(file.bytes)
      expect(performance.now() - started).toBeLessThan(2_000)
      const [word = '', code] = String(outcome).split(/[ :]/)
      const foreseen = file.expect
        .split('|')
        .map((one) => one.replace('refused:file/unsupported', 'rejected:docx/damaged'))
      expect(foreseen).toContain(word === 'indexed' ? word : `${word}:${code}`)
      if (word === 'indexed') expect(outcome).toContain(file.contains ?? '')
    },
  )
})

const codes = /^(indexed|rejected:(docx\/damaged|archive\/damaged|archive\/bomb|xml\/forbidden)$)/

test('cut off anywhere it is damaged', async () => {
  const { bytes } = makeDocxReferral(createRandom(11))
  for (let length = 0; length < bytes.length - 1; length += 61)
    expect(await outcomeOf(bytes.subarray(0, length))).toBe('rejected:archive/damaged')
})

test('whatever bytes of the file are changed, it is read or named for what is wrong', async () => {
  const { bytes } = makeDocxReferral(createRandom(11))
  const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255))
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
      const broken = new Uint8Array(bytes)
      for (const [at, value] of changes) broken[at] = value
      expect(await outcomeOf(broken)).toMatch(codes)
    }),
    { numRuns: 500 },
  )
})

test('whatever is torn out of or put into its XML, it is read or named for what is wrong', async () => {
  const parts = docxParts({
    body: p('one') + table([['a', 'b']]) + paragraph('<w:r><w:br w:type="page"/></w:r>'),
    header: p('head'),
  })
  const xml = String(parts['word/document.xml'])
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('</w:p>', '<w:tc>', '</w:tc>', '<w:tr>', '<w:p>', '</w:tbl>', '&x;', '<w:t>x</w:t>', '<!--', ']]>'),
  )
  await fc.assert(
    fc.asyncProperty(fc.nat(xml.length), piece, fc.nat(12), async (at, put, gone) => {
      const broken = xml.slice(0, at) + put + xml.slice(at + gone)
      expect(await outcomeOf(zipParts({ ...parts, 'word/document.xml': broken }))).toMatch(codes)
    }),
    { numRuns: 500 },
  )
})

test('however its elements are nested, no shown word is lost or read twice', async () => {
  const names = ['w:p', 'w:tbl', 'w:tr', 'w:tc', 'w:r', 'w:txbxContent', 'w:sdt', 'a:p']
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.constant('<w:t>@ </w:t>'),
      fc
        .tuple(fc.constantFrom(...names), fc.array(tie('tree'), { maxLength: 4 }))
        .map(([name, inside]) => `<${name}>${inside.join('')}</${name}>`),
    ),
  }))
  await fc.assert(
    fc.asyncProperty(tree, async (body) => {
      let count = 0
      const numbered = body.replace(/@/g, () => `n${count++}`)
      const found = (await textOf(numbered)).match(/n\d+/g) ?? []
      expect(found.toSorted()).toEqual(Array.from({ length: count }, (_, index) => `n${index}`).toSorted())
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['line breaks', paragraph(`<w:r>${'<w:t>x</w:t><w:br/>'.repeat(200_000)}</w:r>`)],
  ['page breaks', paragraph(`<w:r>${'<w:t>x</w:t><w:br w:type="page"/>'.repeat(100_000)}</w:r>`)],
  ['cells', `<w:tbl><w:tr>${`<w:tc>${p('x')}</w:tc>`.repeat(50_000)}</w:tr></w:tbl>`],
  ['paragraphs', p('x').repeat(100_000)],
  ['nested tables', `${'<w:tbl><w:tr><w:tc>'.repeat(80)}${p('x').repeat(5_000)}${'</w:tc></w:tr></w:tbl>'.repeat(80)}`],
])('a crowd of %s is read in bounded time', async (_, body) => {
  const started = performance.now()
  expect(await outcomeOf(zipParts(docxParts({ body })))).toMatch(/^(indexed|rejected:archive\/bomb)/)
  expect(performance.now() - started).toBeLessThan(8_000)
})
