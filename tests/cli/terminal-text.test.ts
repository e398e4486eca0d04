import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safeJson, safeLine, safeText } from '../../src-main/cli/terminal-text.ts'

/** Any control character but the line break, and what hides or turns text. */
const harmful = /(?!\n)\p{Cc}|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u

const anyText = fc.string({ unit: 'binary', maxLength: 40 })
const hostileText = fc
  .array(
    fc.oneof(
      anyText,
      fc.constantFrom('\u001b[2J', '\u001b]0;owned\u0007', '\u009b31m', '\u202e', '\r', '\ud800', '\u{e0041}'),
    ),
  )
  .map((parts) => parts.join(''))

describe('text for the terminal', () => {
  test('shows control characters instead of obeying them', () => {
    expect(safeLine('lab\u001b[31m.pdf')).toBe('lab␛[31m.pdf')
    expect(safeLine('a\u0000b\u007fc\u009bd')).toBe('a␀b␡c\ufffdd')
  })

  test('drops what would turn the direction of a file name around', () => {
    expect(safeLine('invoice\u202efdp.exe')).toBe('invoicefdp.exe')
    expect(safeLine('\u2067abc\u2069\u200e\ufeff')).toBe('abc')
  })

  test('leaves letters of every script, their joiners and emoji alone', () => {
    const text = 'Überweisung 检查 تقرير نیم‌فاصله שלום 👩‍⚕️'
    expect(safeLine(text)).toBe(text)
  })

  test('keeps the lines of a page, and makes one line of a title', () => {
    expect(safeText('a\r\nb\tc\u2028d\r')).toBe('a\nb    c\nd\n')
    expect(safeLine('a\r\n  b\tc ')).toBe('a   b c')
  })

  test('lets nothing harmful through, whatever is in the text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(safeLine(text)).not.toMatch(harmful)
        expect(safeLine(text)).not.toContain('\n')
        expect(safeText(text)).not.toMatch(harmful)
        expect(safeText(text).isWellFormed()).toBe(true)
      }),
    )
  })

  test('writes JSON that says the same and cannot drive a terminal', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), hostileText), (value) => {
        const json = safeJson(value)
        expect(json).not.toMatch(harmful)
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})
