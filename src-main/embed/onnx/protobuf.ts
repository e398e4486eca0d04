/**
 * Walks Protocol Buffers messages without knowing their schema (encoding: protobuf.dev/programming-guides/encoding). Copies
 * nothing, allocates nothing by what the bytes claim, and refuses whatever is not well formed to the last byte.
 */
import { AppError } from '#contract/errors.ts'

export interface Span {
  readonly start: number
  readonly end: number
}

export type Field =
  | { readonly number: number; readonly kind: 'varint'; readonly value: bigint }
  | ({ readonly number: number; readonly kind: 'bytes' } & Span)
  | ({ readonly number: number; readonly kind: 'fixed' } & Span)

/** The fields of the message that the span is, in order. Throws `model/damaged`. */
export function* fieldsOf(bytes: Uint8Array, { start, end }: Span): Generator<Field> {
  let at = start
  while (at < end) {
    const key = readVarint(bytes, at, end)
    at = key.next
    const number = Number(key.value >> 3n)
    if (number < 1 || number > LARGEST_FIELD) throw new AppError('model/damaged')
    const wire = Number(key.value & 7n)
    if (wire === 0) {
      const { value, next } = readVarint(bytes, at, end)
      at = next
      yield { number, kind: 'varint', value }
    } else if (wire === 1 || wire === 5) {
      const next = at + (wire === 1 ? 8 : 4)
      if (next > end) throw new AppError('model/damaged')
      yield { number, kind: 'fixed', start: at, end: next }
      at = next
    } else if (wire === 2) {
      const length = readVarint(bytes, at, end)
      if (length.value > BigInt(end - length.next)) throw new AppError('model/damaged')
      const next = length.next + Number(length.value)
      yield { number, kind: 'bytes', start: length.next, end: next }
      at = next
    } else throw new AppError('model/damaged')
  }
}

/** Packed varints; one value for each. */
export function* varintsOf(bytes: Uint8Array, { start, end }: Span): Generator<bigint> {
  for (let at = start; at < end; ) {
    const { value, next } = readVarint(bytes, at, end)
    at = next
    yield value
  }
}

const LARGEST_FIELD = 2 ** 29 - 1
const LONGEST_VARINT = 10

/** Unsigned, at most 64 bits. */
function readVarint(bytes: Uint8Array, at: number, end: number): { value: bigint; next: number } {
  let value = 0n
  for (let i = 0; i < LONGEST_VARINT && at + i < end; i += 1) {
    const byte = bytes[at + i] ?? 0
    value |= BigInt(byte & 0x7f) << BigInt(7 * i)
    if (byte < 0x80) return { value: BigInt.asUintN(64, value), next: at + i + 1 }
  }
  throw new AppError('model/damaged')
}
