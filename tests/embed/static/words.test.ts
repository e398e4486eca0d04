import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LONGEST_WORD, wordsOf } from '../../../src-main/embed/static/words.ts'

describe('words as the built-in embedder reads them', () => {
  test('are lower case and without accents, whichever way these are encoded', () => {
    expect(wordsOf('Café-au-lait Spots; Sjo\u0308gren, SJÖGREN')).toEqual([
      'cafe',
      'au',
      'lait',
      'spots',
      'sjogren',
      'sjogren',
    ])
  })

  test('are whole where a page has ligatures or soft hyphens', () => {
    expect(wordsOf('ﬁbrosis hyper\u00adtension')).toEqual(['fibrosis', 'hypertension'])
  })

  test('leave long numbers to full text and keep numbers with letters', () => {
    expect(wordsOf('HbA1c 6.5 % on 2021-03-14, CD4 1200, b12')).toEqual([
      'hba1c',
      '6',
      '5',
      'on',
      '03',
      '14',
      'cd4',
      'b12',
    ])
  })

  test('of more than thirty characters are none', () => {
    const longest = 'a'.repeat(LONGEST_WORD)
    expect(wordsOf(`${longest} ${longest}a`)).toEqual([longest])
  })

  test('are what a slow reading of any text finds', () => {
    const slowly = (text: string) =>
      (
        text
          .normalize('NFKD')
          .replace(/[\u0300-\u036f\u00ad]/g, '')
          .match(/[A-Za-z0-9]+/g) ?? []
      )
        .map((word) => word.toLowerCase())
        .filter((word) => word.length <= (/[a-z]/.test(word) ? LONGEST_WORD : 2))
    const letters = fc.constantFrom('a', 'Z', '7', '42', 'é', 'e\u0301', 'ﬁ', 'ß', 'K', '\u00ad', ' ', '-', '日')
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: letters, maxLength: 80 })), (text) => {
        expect(wordsOf(text)).toEqual(slowly(text))
      }),
    )
  })
})
