import { expect, test } from 'vitest'
import { detectFormat } from '../../src-main/ingest/detect-format.ts'

const of = (content: string | Buffer, name = 'file') => detectFormat(Buffer.from(content), name)

test.each([
  ['%PDF-1.7\n…', 'pdf'],
  [`${'junk '.repeat(20)}%PDF-1.4`, 'pdf'],
  ['Dear colleague,\nthank you for seeing …', 'text'],
  ['<!DOCTYPE html><html><body>x', 'html'],
  ['<!-- saved --> <HTML>', 'html'],
  ['<div><p>Message</p></div>', 'html'],
  ['MSH|^~\\&|LAB', undefined],
  ['{"resourceType":"Bundle"}', undefined],
  ['<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3">', undefined],
  ['{\\rtf1\\ansi', undefined],
] as const)('%j is taken for %s', async (content, format) => {
  expect(await of(content)).toBe(format)
})

test('the content decides, not the name', async () => {
  expect(await of('%PDF-1.7', 'letter.txt')).toBe('pdf')
  expect(await of('plain words', 'letter.pdf')).toBe('text')
  expect(await of('# Heading', 'note.md')).toBe('markdown')
})

test('pictures, programs and other archives are refused', async () => {
  expect(await of(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))).toBeUndefined()
  expect(await of(Buffer.from('7f454c460201010000000000', 'hex'))).toBeUndefined()
  expect(await of(Buffer.from('504b0304140000000000', 'hex'))).toBeUndefined()
  expect(await of(Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)))).toBeUndefined()
})

test('text is known in UTF-8, UTF-16 with a mark, and windows-1252', async () => {
  expect(await of(Buffer.from('\ufeffGrüße', 'utf8'))).toBe('text')
  expect(await of(Buffer.from('\ufeffGrüße', 'utf16le'))).toBe('text')
  expect(await of(Buffer.from('Gr\xfc\xdfe aus K\xf6ln', 'latin1'))).toBe('text')
  expect(await of(Buffer.from('ends within a character é').subarray(0, -1))).toBe('text')
})
