import { expect, test } from 'vitest'
import { makeLetterTexts } from '../../tools/make-papers/letter-texts.ts'
import { makeLongReport } from '../../tools/make-papers/long-report.ts'
import { makePasswordPdf } from '../../tools/make-papers/password-pdf.ts'
import { readPdf, wordsOf } from './read-pdf.ts'

test('a long report has the pages asked for, each full of text, and the same bytes each time', async () => {
  const bytes = await makeLongReport(12, 5)
  const pages = await readPdf(bytes)
  expect(pages.length).toBe(12)
  for (const items of pages) expect(wordsOf(items.join(' ')).length).toBeGreaterThan(150)
  expect(Buffer.compare(await makeLongReport(12, 5), bytes)).toBe(0)
  expect(Buffer.compare(await makeLongReport(12, 6), bytes)).not.toBe(0)
})

test('a locked paper opens with its password only', async () => {
  const bytes = await makePasswordPdf('swordfish')
  await expect(readPdf(bytes)).rejects.toMatchObject({ name: 'PasswordException', code: 1 })
  await expect(readPdf(bytes, 'herring')).rejects.toMatchObject({ name: 'PasswordException', code: 2 })
  expect((await readPdf(bytes, 'swordfish')).flat().join(' ')).toContain('retinopathy')
})

test('letters for bulk import are all different, repeatable and rich in words', () => {
  const letters = makeLetterTexts(400, 9)
  expect(letters).toEqual(makeLetterTexts(400, 9))
  expect(new Set(letters.map(({ title }) => title)).size).toBe(400)
  expect(new Set(letters.map(({ text }) => text)).size).toBe(400)
  expect(new Set(letters.flatMap(({ text }) => wordsOf(text.toLowerCase()))).size).toBeGreaterThan(3000)
})
