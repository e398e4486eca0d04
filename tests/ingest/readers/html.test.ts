import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AppError } from '#contract/errors.ts'
import { readHtml } from '../../../src-main/ingest/readers/html.ts'
import { makeHostileFiles } from '../../../tools/make-papers/hostile.ts'

const read = async (html: string | Buffer) => readHtml(Buffer.from(html as string))
const textOf = async (html: string | Buffer) => (await read(html)).pages.map(({ text }) => text).join('\n')

test('blocks become lines, with an empty line around paragraphs, lists and tables', async () => {
  const html =
    '<h1>Visit</h1><div>One</div><div>Two<br>Three</div><p>Four\n  words <b>he</b>re</p><ul><li>a<li>b</ul><hr>end'
  expect(await textOf(html)).toBe('Visit\n\nOne\nTwo\nThree\n\nFour words here\n\na\nb\n\nend')
})

test('a table gives one line for each row, its cells apart by tabs, whatever end tags are missing', async () => {
  const whole =
    '<table><thead><tr><th>Test</th><th>Value</th></tr></thead><tbody><tr><td><p>HbA1c</p><p>blood</p></td><td>8.4&nbsp;%</td></tr></tbody></table>'
  const lazy = '<table><thead><tr><th>Test<th>Value<tbody><tr><td><p>HbA1c<p>blood<td>8.4&nbsp;%</table>'
  const text = 'Test\tValue\nHbA1c blood\t8.4 %'
  expect(await textOf(`before${whole}after`)).toBe(`before\n\n${text}\n\nafter`)
  expect(await textOf(`before${lazy}after`)).toBe(`before\n\n${text}\n\nafter`)
})

test('a table used for layout keeps the lines of what it holds', async () => {
  const html = '<table><tr><td><p>Left</p><table><tr><td>a<td>b<tr><td>c<td>d</table><td>Right</table>'
  expect(await textOf(html)).toBe('Left\n\na\tb\nc\td\n\nRight')
})

test('stray end tags inside a cell do not end what is around it', async () => {
  expect(await textOf('<div><table><tr><td>a</div></b></td><td>b</td></tr></table></div>')).toBe('a\tb')
})

test('the title is kept aside; scripts, styles, templates and what is hidden are not text', async () => {
  const html = `<head><title> A &amp;
    B </title><style>no</style><script>no("<p>no</p>")</script></head><body><noscript>no</noscript>
    <template><p>no</p></template><p hidden>no<p style="color:red; DISPLAY : none">no <b>no</b></p>
    <table><tr style="display:none"><td>no<td>no</tr><tr><td>yes<td hidden>no<td>1</table>
    <iframe srcdoc="<p>no</p>">no</iframe><svg><title>no</title><path d="no"/><text>drawn</text></svg><!-- no --></body>`
  const { title, pages } = await read(html)
  expect(title).toBe('A & B')
  expect(pages[0]?.text).toBe('yes\t1\n\ndrawn')
})

test('preformatted text keeps its lines and tabs, a form shows what was filled in', async () => {
  expect(await textOf('<pre>Na\t141\nK  4.4\n\nend</pre>')).toBe('Na\t141\nK  4.4\n\nend')
  expect(await textOf('Name <input value="Ilse"> <input type=checkbox checked>Pain <input type=hidden value=no>')).toBe(
    'Name Ilse ☒ Pain',
  )
})

test('raised digits stay raised', async () => {
  expect(await textOf('Leukocytes 6.1 &times; 10<sup>9</sup>/l on the 1<sup>st</sup>')).toBe(
    'Leukocytes 6.1 × 10⁹/l on the 1st',
  )
})

test('the encoding is told from a mark, from the bytes, and from what the page says of itself', async () => {
  expect(await textOf('<p>Käse')).toBe('Käse')
  expect(await textOf(Buffer.from('\ufeff<p>Käse', 'utf16le'))).toBe('Käse')
  expect(await textOf(Buffer.from('\ufeff<p>Käse', 'utf16le').swap16())).toBe('Käse')
  expect(await textOf(Buffer.from('<p>K\xe4se', 'latin1'))).toBe('Käse')
  expect(await textOf(Buffer.from('<meta charset="iso-8859-2"><p>\xb1', 'latin1'))).toBe('ą')
  const old = '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>\xc1'
  expect(await textOf(Buffer.from(old, 'latin1'))).toBe('а')
})

test('an XHTML page may close any element in itself', async () => {
  const html =
    '<?xml version="1.0"?><html><head><title/><script src="x"/></head><body><p/>shown<![CDATA[ &]]></body></html>'
  expect(await textOf(html)).toBe('shown &')
})

test('a page of pixels or zeros is refused as no text', async () => {
  await expect(readHtml(Buffer.from('<html>\0\0\0'))).rejects.toMatchObject({ code: 'text/not-text' })
})

test('hostile pages end as was foreseen', async () => {
  const files = (await makeHostileFiles()).filter(({ name }) => name.endsWith('.html'))
  expect(files.length).toBeGreaterThan(0)
  for (const { bytes, contains = '', lacks = '\0' } of files) {
    const text = (await readHtml(bytes)).pages.map((page) => page.text).join('\n')
    expect(text).toContain(contains)
    expect(text).not.toContain(lacks)
  }
})

const deep = ['div', 'b', 'table', 'table><tr><td', 'ul><li', 'svg', 'form', 'select', 'pre', 'template', 'p', 'sup']

test.each(deep)('50,000 open <%s> take less than two seconds', async (name) => {
  const started = performance.now()
  const close = `</${name.split('>').at(-1)?.replace('<', '')}></i></div>`
  await read([`<${name}>`.repeat(50_000), 'innermost', close.repeat(50_000)].join(''))
  expect(performance.now() - started).toBeLessThan(2_000)
})

const repeated = ['&amp;', '<', '<!--', '<![CDATA[', '<a b="', '</p>', '<td>a', 'a <b> ', '<br>', '&nbsp;', '<?x', ' ']

test.each(repeated)('%s fifty thousand times takes less than two seconds', async (unit) => {
  const started = performance.now()
  await read(unit.repeat(50_000))
  expect(performance.now() - started).toBeLessThan(2_000)
})

test('whatever tags come in whatever order, every word of the page is read once, in order', async () => {
  const tag = fc.constantFrom(
    '<table>',
    '<tr>',
    '<td>',
    '<p>',
    '<li>',
    '<div>',
    '</table>',
    '</tr>',
    '</td>',
    '</p>',
    '</div>',
    '<ul>',
    '</ul>',
    '<b>',
    '</b>',
    '<br>',
    '<tbody>',
    '<caption>',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(tag, { maxLength: 40 }), async (tags) => {
      const text = await textOf(`<body>${tags.map((one, index) => `${one} w${index} `).join('')}`)
      expect((text.match(/w\d+/g) ?? []).toSorted()).toEqual(tags.map((_, index) => `w${index}`).toSorted())
    }),
    { numRuns: 500 },
  )
})

test('random bytes and broken pages are read or refused, never worse', async () => {
  const page = '<html><head><title>T</title></head><body><table><tr><td>a &amp; b</td></tr></table><pre>x</pre></body>'
  await fc.assert(
    fc.asyncProperty(fc.nat(page.length), fc.string({ unit: 'binary' }), fc.nat(20), async (at, put, gone) => {
      const outcome = await read(page.slice(0, at) + put + page.slice(at + gone)).catch((error: unknown) => error)
      if (outcome instanceof Error) expect((outcome as AppError).code).toBe('text/not-text')
    }),
    { numRuns: 500 },
  )
})
