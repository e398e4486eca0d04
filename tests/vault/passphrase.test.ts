import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AppError } from '#contract/errors.ts'
import { commonPhrases } from '../../src-main/vault/common-phrases.ts'
import { checkPassphrase, normalizePassphrase } from '../../src-main/vault/passphrase.ts'

function refusal(passphrase: string): string | undefined {
  try {
    checkPassphrase(passphrase)
    return undefined
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

test('fifteen characters are enough, fourteen are not, and the error tells the minimum', () => {
  expect(refusal('grüne Tür im Ma')).toBeUndefined()
  expect(refusal('grüne Tür im M')).toBe('passphrase/too-weak')
  expect(() => checkPassphrase('')).toThrow(expect.objectContaining({ details: { minimum: 15 } }))
})

test('six short words are enough even when they are fewer than fifteen characters', () => {
  expect(refusal('我们 喜欢 苹果 香梨 红茶')).toBe('passphrase/too-weak')
  expect(refusal('我们喜欢苹果和香梨还有红茶绿茶')).toBeUndefined()
  expect(refusal('ox.at my.inn we.go')).toBeUndefined()
  expect(refusal('a b c d e f g')).toBe('passphrase/too-weak')
})

test.each([
  ['one character over and over', 'zzzzzzzzzzzzzzzzzzzz'],
  ['a short piece over and over', 'bluefish bluefish bluefish'],
  ['few different characters', 'ababbabaabbaabab'],
  ['a keyboard row', 'qwertyuiopasdfghjkl'],
  ['a row backwards', 'poiuytrewq0987654321'],
  ['the digits', '123456789012345678'],
  ['the alphabet', 'abcdefghijklmnopqrstuvwxyz'],
  ['shifted digits', '!@#$%^&*()_+!@#$%^&*()_+'],
  ['the name of this program', 'MedMemory MedMemory 2024!'],
  ['a usual password with a tail', 'passwordpassword123'],
  ['a usual password in disguise', 'P4$$w0rd-p4$$w0rd-1'],
  ['a famous sentence', 'To be, or not to be, that is the question'],
  ['the famous example', 'correct horse battery staple'],
  ['full-width letters that mean the same', 'ｐａｓｓｗｏｒｄｐａｓｓｗｏｒｄ'],
])('%s is refused', (_, passphrase) => {
  expect(refusal(passphrase)).toBe('passphrase/too-weak')
})

test.each([
  'correct horse battery staple pond',
  'the family doctor came on a tuesday',
  'password for the greenhouse door',
  'x9#Lq!vT2@mZ8^pK',
  'ἐν ἀρχῇ ἦν ὁ λόγος',
  '🦊🌲🦉🌙🍂🦌🌾🐿🍁🦔🌰🐻🦅🐺🌻',
  ' leading and trailing ',
])('%s is accepted: nothing is asked of the kinds of characters', (passphrase) => {
  expect(refusal(passphrase)).toBeUndefined()
})

test('each common phrase is refused with a few digits after it', () => {
  for (const phrase of commonPhrases)
    expect([phrase, refusal(`${phrase.padEnd(15, '1')}99`)]).toEqual([phrase, 'passphrase/too-weak'])
})

test('up to 4096 characters count, astral ones once, and one more is refused as input', () => {
  const long = Array.from({ length: 4096 }, (_, i) => String.fromCodePoint(0x1f300 + (i % 500))).join('')
  expect(refusal(long)).toBeUndefined()
  expect(refusal(`${long}x`)).toBe('input/invalid')
})

test('the same words typed on another system are the same passphrase', () => {
  expect(normalizePassphrase('Mu\u0308ller \u212b \ufb01n')).toBe('Müller Å fin')
})

test('random passphrases of sixteen letters are accepted', () => {
  const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz')
  fc.assert(
    fc.property(fc.array(letter, { minLength: 16, maxLength: 16 }), (letters) => {
      fc.pre(new Set(letters).size >= 8)
      expect(refusal(letters.join(''))).toBeUndefined()
    }),
    { seed: 20_240_501, numRuns: 2000 },
  )
})
