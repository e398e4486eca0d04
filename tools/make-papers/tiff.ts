/** TIFF files tag by tag, in either byte order and either size of offsets, honest or not: no tag is checked. */

export interface TiffPart {
  /** Numbers by tag, in rising order. Where the strip lies and how long it is need not be given. */
  readonly tags: Readonly<Record<number, number | readonly number[]>>
  readonly strip: Uint8Array
}

interface TiffForm {
  readonly isBigEndian?: boolean
  /** Offsets of eight bytes. */
  readonly isBig?: boolean
  /** The page, from 0, that the last one names as its next. */
  readonly lastLinksTo?: number
}

export function writeTiff(parts: readonly TiffPart[], form: TiffForm = {}): Buffer {
  const number = numberWriter(form.isBigEndian ?? false)
  const offsetSize = form.isBig ? 8 : 4
  const mark = Buffer.from(form.isBigEndian ? 'MM' : 'II')
  const head = form.isBig ? [mark, number(43, 2), number(8, 2), number(0, 2)] : [mark, number(42, 2)]
  let at = Buffer.concat(head).length + offsetSize
  const pages = parts.map(({ tags, strip }) => {
    const { values, directory } = writeDirectory(
      { 273: at, 279: strip.length, ...tags },
      at + strip.length,
      form,
      number,
    )
    const start = at + strip.length + values.length
    at = start + directory.length + offsetSize
    return { start, content: [strip, values, directory] }
  })
  const startOf = (page: number | undefined) => number(page === undefined ? 0 : (pages[page]?.start ?? 0), offsetSize)
  return Buffer.concat([
    ...head,
    startOf(0),
    ...pages.flatMap(({ content }, i) => [...content, startOf(i + 1 < pages.length ? i + 1 : form.lastLinksTo)]),
  ])
}

type NumberWriter = (value: number, size: number) => Buffer

const numberWriter =
  (isBigEndian: boolean): NumberWriter =>
  (value, size) => {
    const bytes = Buffer.alloc(size)
    bytes.writeUIntLE(value, 0, Math.min(size, 6))
    return isBigEndian ? bytes.reverse() : bytes
  }

/** `valuesAt`: where the values that do not fit into their entry will stand, before the directory itself. */
function writeDirectory(tags: TiffPart['tags'], valuesAt: number, { isBig = false }: TiffForm, number: NumberWriter) {
  const offsetSize = isBig ? 8 : 4
  let values = Buffer.alloc(0)
  const entries = Object.entries(tags).map(([name, given]) => {
    const tag = Number(name)
    const numbers = [given].flat() as number[]
    const { type, size } = typeOf(tag)
    const content = Buffer.concat(
      numbers.flatMap((value) => (type === RATIONAL ? [number(value, 4), number(1, 4)] : [number(value, size)])),
    )
    const isInline = content.length <= offsetSize
    const field = isInline ? Buffer.alloc(offsetSize) : number(valuesAt + values.length, offsetSize)
    if (isInline) content.copy(field)
    else values = Buffer.concat([values, content])
    return Buffer.concat([number(tag, 2), number(type, 2), number(numbers.length, offsetSize), field])
  })
  return { values, directory: Buffer.concat([number(entries.length, isBig ? 8 : 2), ...entries]) }
}

const RATIONAL = 5

/** Resolutions are fractions, sizes and offsets long, the rest short. */
function typeOf(tag: number): { type: number; size: number } {
  if (tag === 282 || tag === 283) return { type: RATIONAL, size: 8 }
  return [254, 256, 257, 273, 278, 279, 322, 323, 324, 325].includes(tag) ? { type: 4, size: 4 } : { type: 3, size: 2 }
}
