import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMarkdown, readText } from '../../../src-main/ingest/readers/text.ts'

const textOf = async (bytes: Buffer) => (await readText(bytes)).pages.map(({ text }) => text)

test('text is kept as written, in any of its encodings, with one kind of line end', async () => {
  expect(await textOf(Buffer.from('Käse\r\nund\rBrot\n'))).toEqual(['Käse\nund\nBrot'])
  expect(await textOf(Buffer.from('\ufeffKäse', 'utf16le'))).toEqual(['Käse'])
  expect(await textOf(Buffer.from('K\xe4se', 'latin1'))).toEqual(['Käse'])
})

test('a form feed starts a new page', async () => {
  expect(await textOf(Buffer.from('one\ftwo'))).toEqual(['one', 'two'])
})

test('a long text is cut into sections at empty lines, and no word is lost', async () => {
  const paragraphs = Array.from({ length: 300 }, (_, i) => `Paragraph ${i} ${'word '.repeat(50)}`.trim())
  const sections = await textOf(Buffer.from(paragraphs.join('\n\n')))
  expect(sections.length).toBeGreaterThan(4)
  expect(sections.join('\n\n')).toBe(paragraphs.join('\n\n'))
})

test('a text that turns binary is refused', async () => {
  await expect(readText(Buffer.concat([Buffer.from('fine so far'), Buffer.alloc(2000)]))).rejects.toMatchObject({
    code: 'text/not-text',
  })
})

test('a text without line ends is cut as well, so that no page outgrows a message', async () => {
  const sections = await textOf(Buffer.from('One more sentence of the same kind. '.repeat(20_000)))
  expect(sections.length).toBeGreaterThan(10)
  for (const section of sections) expect(section.length).toBeLessThan(100_000)
  expect(sections.join(' ')).toBe('One more sentence of the same kind. '.repeat(20_000).trim())
  expect((await textOf(Buffer.from('x'.repeat(200_000)))).join('')).toBe('x'.repeat(200_000))
})

test('a Markdown heading on the first line is the title, and stays in the text', async () => {
  const { title, pages } = await readMarkdown(Buffer.from('# Visit to the clinic #\n\nAll well.'))
  expect(title).toBe('Visit to the clinic')
  expect(pages[0]?.text).toBe('# Visit to the clinic #\n\nAll well.')
  expect((await readMarkdown(Buffer.from('No heading'))).title).toBeUndefined()
})

test('a table in Markdown is rows of cells; a line with bars that is none stays as it is', async () => {
  const lines = [
    'a | b',
    '',
    '| Vaccine | Given |',
    '| :-- | --: |',
    '| Tdap | 2016 \\| 2017 |',
    '| MMR |  |',
    '',
    'c | d',
  ]
  const { pages } = await readMarkdown(Buffer.from(lines.join('\n')))
  expect(pages[0]?.text).toBe(['a | b', '', 'Vaccine\tGiven', 'Tdap\t2016 | 2017', 'MMR\t', '', 'c | d'].join('\n'))
})

test('the chunks of a Markdown page hold all that is visible of its own text, tables or not', async () => {
  const row = fc.array(fc.lorem({ maxCount: 3 }), { minLength: 2, maxLength: 4 })
  const table = fc
    .array(row, { minLength: 1, maxLength: 6 })
    .map(([head = [], ...rows]) =>
      [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
    )
  const block = fc.oneof(table, fc.lorem({ maxCount: 60 }), fc.constant('## Heading'), fc.constant('one\ftwo'))
  await fc.assert(
    fc.asyncProperty(fc.array(block, { maxLength: 12 }), async (blocks) => {
      const { pages } = await readMarkdown(Buffer.from(blocks.join('\n\n')))
      for (const { text, chunks } of pages) {
        const held = chunks.map(({ start, end }) => text.slice(start, end)).join('')
        expect(held.replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''))
        for (const { start, end } of chunks) expect(text.slice(start, end).trim().length).toBe(end - start)
      }
    }),
    { numRuns: 100 },
  )
})
