/**
 * Finds a name among all that the table knows: as it stands, in another word order, with other gaps (`Hb A1c`, `HbA1c`),
 * or, on request, as what recognition makes of it. Only whole names are compared, never parts of them.
 */
import type { AnalyteName } from './analyte-rows.ts'
import { slipShape, slipsIn } from './name-slips.ts'
import { type NameToken, nameTokens, orderlessKey } from './name-tokens.ts'

interface SlipName extends AnalyteName {
  readonly tokens: readonly string[]
}

export function createNameIndex(names: readonly AnalyteName[]) {
  const byKey = new Map<string, AnalyteName[]>()
  const byJoined = new Map<string, AnalyteName[]>()
  let byShape: ReadonlyMap<string, readonly SlipName[]> | undefined
  let mostWords = 0
  for (const name of names) {
    const tokens = nameTokens(name.text)
    mostWords = Math.max(mostWords, tokens.length)
    const keys = tokens.map(({ key }) => key)
    push(byKey, orderlessKey(keys), name)
    if (mayBeJoined(keys)) push(byJoined, keys.join(''), name)
  }

  function find(tokens: readonly NameToken[], hasGaps: boolean): readonly AnalyteName[] {
    if (tokens.length === 0 || tokens.length > mostWords) return []
    const keys = tokens.map(({ key }) => key)
    const found = byKey.get(orderlessKey(keys))
    if (found !== undefined) return found
    const joined = keys.join('')
    return hasGaps && !/\d/.test(joined) ? [] : (byJoined.get(joined) ?? [])
  }

  /** Names of which the tokens are a reading with few letters taken for others of their shape. */
  function findSlipped(tokens: readonly NameToken[], hasGaps: boolean): readonly AnalyteName[] {
    if (tokens.length === 0 || tokens.length > mostWords) return []
    const written = tokens.map((token) => token.written)
    if (!written.some((word) => /\p{L}/u.test(word))) return []
    byShape ??= indexByShape(names)
    const shapes = written.map(slipShape)
    const inOrder = byShape.get(orderlessKey(shapes)) ?? []
    const joined = (byShape.get(shapes.join('')) ?? []).filter(
      (name) => !hasGaps || name.tokens.some((word) => /\d/.test(word)),
    )
    return [...inOrder, ...joined].filter((name) => isSlipOf(written, name.tokens))
  }

  return { find, findSlipped }
}

/** Built when first asked for: papers of print have no slips. */
function indexByShape(names: readonly AnalyteName[]): ReadonlyMap<string, readonly SlipName[]> {
  const byShape = new Map<string, SlipName[]>()
  for (const name of names) {
    const tokens = nameTokens(name.text).map((token) => token.written)
    for (const shape of new Set([orderlessKey(tokens.map(slipShape)), slipShape(tokens.join(''))]))
      push(byShape, shape, { ...name, tokens })
  }
  return byShape
}

/** A letter of its own must stay one: `Proteins` is not `Protein S`. With a digit the gap is only typography. */
const mayBeJoined = (keys: readonly string[]) =>
  keys.some((key) => /\d/.test(key)) || keys.every((key) => key.length > 1 || key === '/')

function isSlipOf(written: readonly string[], name: readonly string[]): boolean {
  const pairs =
    written.length === name.length ? pairByShape(written, name) : [[written.join(''), name.join('')] as const]
  const slips = pairs.map(([read, meant]) => slipsIn(read, meant, written))
  if (slips.includes(undefined)) return false
  const count = slips.reduce((sum: number, slip) => sum + (slip ?? 0), 0)
  return count > 0 && count <= mostSlips(name.join('').length)
}

const byShapeOrder = (words: readonly string[]) =>
  words.includes('/') ? words : [...words].sort((a, b) => (slipShape(a) < slipShape(b) ? -1 : 1))

function pairByShape(written: readonly string[], name: readonly string[]): (readonly [string, string])[] {
  const meant = byShapeOrder(name)
  return byShapeOrder(written).map((word, at) => [word, meant[at] ?? ''] as const)
}

/** Short names have little to tell a slip from another word by. */
function mostSlips(letters: number): number {
  if (letters < 3) return 0
  if (letters < 6) return 1
  return letters < 12 ? 2 : 3
}

function push<T>(index: Map<string, T[]>, key: string, value: T) {
  const list = index.get(key)
  if (list === undefined) index.set(key, [value])
  else list.push(value)
}
