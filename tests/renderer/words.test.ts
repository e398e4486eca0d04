import { expect, test } from 'vitest'
import { errorCodes } from '#contract/errors.ts'
import { textOfError } from '../../src-renderer/app/error-text.ts'
import { missingCharacters, strengthOf } from '../../src-renderer/app/passphrase-strength.ts'
import { pseudo } from '../../src-renderer/app/pseudo.ts'
import { en } from '../../src-renderer/locales/en/index.ts'

type Texts = { readonly [key: string]: string | Texts }
const textsOf = (texts: Texts): string[] =>
  Object.values(texts).flatMap((one) => (typeof one === 'string' ? [one] : textsOf(one)))

test('no error tells the person at the window to type a command', () => {
  for (const code of errorCodes) {
    const { message, next } = textOfError(code)
    expect(`${message} ${next}`, code).not.toMatch(/medmemory |--\w|docs\//)
    expect(next.length, code).toBeGreaterThan(5)
  }
})

test('the pseudo-locale is longer, keeps what is filled in, and leaves no text as it was', () => {
  const [plain, strange] = [textsOf(en as Texts), textsOf(pseudo(en as Texts))]
  expect(strange).toHaveLength(plain.length)
  for (const [at, text] of plain.entries()) {
    const other = strange[at] ?? ''
    expect(other.length, text).toBeGreaterThan(text.length)
    expect(other.match(/\{\{[^}]*\}\}/g), text).toEqual(text.match(/\{\{[^}]*\}\}/g))
  }
})

test('the words are plain: no exclamation marks, and dots as one sign', () => {
  for (const text of textsOf(en as Texts)) expect(text).not.toMatch(/!|\.\.\./)
})

test('a passphrase is enough from 15 characters or six words on, and never by its signs', () => {
  expect(strengthOf('')).toBe(0)
  expect(strengthOf('P4$$w0rd!')).toBe(1)
  expect(strengthOf('aaaaaaaaaaaaaaaaaaaaaaaa')).toBe(1)
  expect(strengthOf('a pond of blue ik')).toBeGreaterThanOrEqual(2)
  expect(strengthOf('correct horse battery staple pond')).toBe(4)
  expect([missingCharacters('twelve chars'), missingCharacters('correct horse battery')]).toEqual([3, 0])
})
