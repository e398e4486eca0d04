/**
 * The recovery key as a person copies it from paper: 160 random bits as 32 Crockford base32 characters and two check
 * characters, in groups of four. The checks find every single wrong character and every swap of neighbours.
 */
import { randomBytes } from 'node:crypto'
import { AppError } from '#contract/errors.ts'

const SECRET_BYTES = 20
const SECRET_CHARACTERS = 32
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `secret` is the caller's to zero. */
export function createRecoveryKey(): { text: string; secret: Buffer } {
  const secret = randomBytes(SECRET_BYTES)
  return { text: formatRecoveryKey(secret), secret }
}

export function formatRecoveryKey(secret: Uint8Array): string {
  const values = toValues(secret)
  const characters = [...values, ...checksOf(values)].map((value) => alphabet[value]).join('')
  return characters.match(/.{1,4}/g)?.join('-') ?? ''
}

/** Takes any case, spaces and dashes anywhere, O for 0, I and L for 1. */
export function parseRecoveryKey(text: string): Buffer {
  const characters = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const values = [...characters].map((character) => alphabet.indexOf(character))
  const secret = values.slice(0, SECRET_CHARACTERS)
  const wrong =
    values.length !== SECRET_CHARACTERS + 2 ||
    values.includes(-1) ||
    checksOf(secret).some((check, index) => check !== values[SECRET_CHARACTERS + index])
  if (wrong) throw new AppError('vault/wrong-recovery-key')
  return toBytes(secret)
}

/**
 * Two checks c, d over GF(32) that make both sums over all 34 characters zero: the plain sum, which any single change
 * breaks, and the sum weighted with 2^position, which a swap of neighbours breaks because their weights differ.
 */
function checksOf(values: readonly number[]): [number, number] {
  let sum = 0
  let weighted = 0
  for (const [position, value] of values.entries()) {
    sum ^= value
    weighted ^= multiply(power(position), value)
  }
  const [atC, atD] = [power(SECRET_CHARACTERS), power(SECRET_CHARACTERS + 1)]
  const d = divide(weighted ^ multiply(atC, sum), atC ^ atD)
  return [sum ^ d, d]
}

/** In GF(2^5) with x^5 + x^2 + 1, where 2 generates all 31 elements but zero. */
function multiply(a: number, b: number): number {
  let product = 0
  for (let bit = 4; bit >= 0; bit--) {
    product <<= 1
    if (product & 32) product ^= 0b100101
    if ((b >> bit) & 1) product ^= a
  }
  return product
}

function power(exponent: number): number {
  let value = 1
  for (let i = exponent % 31; i > 0; i--) value = multiply(value, 2)
  return value
}

/** b^30 is 1/b. */
function divide(a: number, b: number): number {
  let quotient = a
  for (let i = 0; i < 30; i++) quotient = multiply(quotient, b)
  return quotient
}

function toValues(bytes: Uint8Array): number[] {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return bits.match(/.{5}/g)?.map((five) => Number.parseInt(five, 2)) ?? []
}

function toBytes(values: readonly number[]): Buffer {
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('')
  return Buffer.from(bits.match(/.{8}/g)?.map((eight) => Number.parseInt(eight, 2)) ?? [])
}
