import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRecoveryKey, formatRecoveryKey, parseRecoveryKey } from '../../src-main/vault/recovery-key.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const secret = fc.uint8Array({ minLength: 20, maxLength: 20 })
const property = { seed: 731_001, numRuns: 300 }

const isAccepted = (text: string) => {
  try {
    parseRecoveryKey(text)
    return true
  } catch {
    return false
  }
}

test('a new key is 34 characters in groups of four, and no two are alike', () => {
  const keys = Array.from({ length: 100 }, createRecoveryKey)
  for (const { text, secret } of keys) {
    expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{2}$/)
    expect(parseRecoveryKey(text)).toEqual(secret)
    expect(secret).toHaveLength(20)
  }
  expect(new Set(keys.map(({ text }) => text)).size).toBe(100)
})

test('the text of a key never changes: printed sheets stay valid', () => {
  expect(formatRecoveryKey(Buffer.from('000102030405060708090a0b0c0d0e0f10111213', 'hex'))).toBe(
    '000G-40R4-0M30-E209-185G-R38E-1W81-24GK-HV',
  )
})

test('what was written comes back, whatever the case, the spaces, the dashes and the look-alikes', () => {
  fc.assert(
    fc.property(secret, fc.infiniteStream(fc.nat(5)), (bytes, choices) => {
      const typed = [...formatRecoveryKey(bytes)].map((character) => {
        const choice = choices.next().value
        if (character === '0' && choice < 2) return choice === 0 ? 'O' : 'o'
        if (character === '1' && choice < 4) return 'IiLl'[choice]
        if (character === '-') return ['-', ' ', '', '–', ' - ', '\n'][choice]
        return choice % 2 === 0 ? character.toLowerCase() : character
      })
      expect(parseRecoveryKey(typed.join(''))).toEqual(Buffer.from(bytes))
    }),
    property,
  )
})

test('every single wrong character is found, in every place, and every swap of unequal neighbours', () => {
  fc.assert(
    fc.property(secret, (bytes) => {
      const characters = formatRecoveryKey(bytes).replaceAll('-', '')
      let tried = 0
      for (let at = 0; at < characters.length; at++) {
        for (const wrong of alphabet) {
          if (wrong === characters[at]) continue
          tried++
          expect(isAccepted(characters.slice(0, at) + wrong + characters.slice(at + 1))).toBe(false)
        }
        const [a = '', b = ''] = characters.slice(at, at + 2)
        if (a !== b && b !== '')
          expect(isAccepted(characters.slice(0, at) + b + a + characters.slice(at + 2))).toBe(false)
      }
      expect(tried).toBe(34 * 31)
    }),
    { ...property, numRuns: 6 },
  )
})

test('two wrong characters are found unless they stand 31 places apart', () => {
  const place = fc.nat(33)
  const step = fc.integer({ min: 1, max: 31 })
  fc.assert(
    fc.property(secret, place, step, place, step, (bytes, first, by, second, by2) => {
      fc.pre(first !== second && Math.abs(first - second) !== 31)
      const characters = [...formatRecoveryKey(bytes).replaceAll('-', '')]
      for (const [at, shift] of [
        [first, by],
        [second, by2],
      ] as const)
        characters[at] = alphabet[(alphabet.indexOf(characters[at] ?? '') + shift) % 32] ?? ''
      expect(isAccepted(characters.join(''))).toBe(false)
    }),
    { ...property, numRuns: 1000 },
  )
})

test.each(['', '0000', 'U'.repeat(34), '0'.repeat(33), '0'.repeat(35), '☃'.repeat(34), 'x'.repeat(100_000)])(
  'anything else is a wrong recovery key',
  (text) => {
    expect(() => parseRecoveryKey(text)).toThrow(expect.objectContaining({ code: 'vault/wrong-recovery-key' }))
  },
)
