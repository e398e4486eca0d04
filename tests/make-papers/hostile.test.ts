import { createInflateRaw } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { errorCodes } from '../../src-preload/contract/errors.ts'
import { makeBomb } from '../../tools/make-papers/bomb.ts'
import { makeHostileFiles } from '../../tools/make-papers/hostile.ts'
import { makeHostilePdfs } from '../../tools/make-papers/hostile-pdf.ts'
import { readPdf, wordsOf } from './read-pdf.ts'

const files = await makeHostileFiles()
const pdfs = await makeHostilePdfs()
const bytesOf = (name: string) => {
  const file = files.find((one) => one.name === name)
  if (file === undefined) throw new Error('no such file')
  return file.bytes
}

describe('hostile files', () => {
  test('have names of their own and expect only outcomes that exist', () => {
    expect(new Set(files.map(({ name }) => name)).size).toBe(files.length)
    const outcomes = new Set([
      ...['indexed', 'needs-password'],
      ...errorCodes.flatMap((code) => [`refused:${code}`, `rejected:${code}`]),
    ])
    for (const { expect: expected } of files)
      for (const outcome of expected.split('|')) expect(outcomes).toContain(outcome)
  })

  test('are the same bytes every time, but for the locked one', async () => {
    const again = await makeHostileFiles()
    for (const [index, { name, bytes }] of files.entries()) {
      if (name !== 'password.pdf') expect(Buffer.compare(bytes, again[index]?.bytes ?? new Uint8Array(0)), name).toBe(0)
    }
  })

  test.each(pdfs.map((file) => [file.name, file] as const))('%s is for pdfjs what it claims to be', async (_, file) => {
    const text = await readPdf(file.bytes).then((pages) => wordsOf(pages.flat().join(' ')).join(' '), nameOf)
    if (file.expect.startsWith('rejected:pdf/damaged')) expect(text).toBe('InvalidPDFException')
    else if (file.expect === 'needs-password') expect(text).toBe('PasswordException')
    else if (file.name === 'picture-only.pdf') expect(text).toBe('')
    else expect(text).toContain(file.contains)
  })

  test('a bomb is about a megabyte and opens to more than 512 MiB', async () => {
    expect(bytesOf('bomb.docx').length).toBeLessThan(1_200_000)
    const bomb = makeBomb('part', 3, { before: '<a>', after: '</a>' })
    const inflated = await inflate(bomb.deflated)
    expect(inflated.length).toBe(bomb.size)
    expect(inflated.toString()).toMatch(/^<a> +<\/a>$/)
    expect(makeBomb('part', 640, { before: '', after: '' }).size).toBeGreaterThan(512 * 1024 * 1024)
  })

  test('the escaping entry and the entities are really in their archives', () => {
    expect(Buffer.from(bytesOf('slip.docx')).includes('../escaped.txt')).toBe(true)
    expect(bytesOf('crowded.docx').length).toBeGreaterThan(500_000)
    expect([...bytesOf('utf-16-big-endian.txt').subarray(0, 2)]).toEqual([0xfe, 0xff])
  })
})

async function inflate(bytes: Uint8Array): Promise<Buffer> {
  const stream = createInflateRaw()
  stream.end(bytes)
  return Buffer.concat(await stream.toArray())
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'not an error')
