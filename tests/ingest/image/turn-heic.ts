/** Adds the quarter turn that phones write into a HEIC of one picture (ISO/IEC 23008-12, property `irot`). */

/** Quarter turns anticlockwise, as the format counts them. */
export function turnHeic(heic: Uint8Array, quarters: 1 | 2 | 3): Buffer {
  const bytes = Buffer.from(heic)
  const meta = findBox(bytes, 'meta', 0)
  const iprp = findBox(bytes, 'iprp', meta + 12)
  const ipco = findBox(bytes, 'ipco', iprp + 8)
  const ipma = findBox(bytes, 'ipma', iprp + 8)
  const properties = countBoxes(bytes, ipco)
  const turn = Buffer.from([0, 0, 0, 9, ...Buffer.from('irot'), quarters])
  // version 0: count of items, item id, count of its properties, then one byte for each
  const countAt = ipma + 18
  const listEnd = countAt + 1 + (bytes[countAt] as number)
  bytes[countAt] = (bytes[countAt] as number) + 1
  grow(bytes, ipco, turn.length)
  grow(bytes, ipma, 1)
  grow(bytes, iprp, turn.length + 1)
  grow(bytes, meta, turn.length + 1)
  moveItems(bytes, findBox(bytes, 'iloc', meta + 12), turn.length + 1)
  const ipcoEnd = ipco + bytes.readUInt32BE(ipco) - turn.length
  return Buffer.concat([
    bytes.subarray(0, ipcoEnd),
    turn,
    bytes.subarray(ipcoEnd, listEnd),
    Buffer.from([0x80 | (properties + 1)]),
    bytes.subarray(listEnd),
  ])
}

function findBox(bytes: Buffer, type: string, from: number): number {
  for (let at = from; at + 8 <= bytes.length; at += bytes.readUInt32BE(at))
    if (bytes.toString('latin1', at + 4, at + 8) === type) return at
  throw new Error(`no ${type}`)
}

function countBoxes(bytes: Buffer, parent: number): number {
  let count = 0
  const end = parent + bytes.readUInt32BE(parent)
  for (let at = parent + 8; at < end; at += bytes.readUInt32BE(at)) count += 1
  return count
}

const grow = (bytes: Buffer, box: number, by: number) => bytes.writeUInt32BE(bytes.readUInt32BE(box) + by, box)

/** Version 0 with base offsets of four bytes and one extent an item, as libheif writes it. */
function moveItems(bytes: Buffer, iloc: number, by: number): void {
  const [version, sizes, items] = [bytes[iloc + 8], bytes.readUInt16BE(iloc + 12), bytes.readUInt16BE(iloc + 14)]
  if (version !== 0 || sizes !== 0x4440) throw new Error(`an iloc of version ${version} and sizes ${sizes}`)
  for (let i = 0; i < items; i += 1) grow(bytes, iloc + 16 + i * 18 + 4, by)
}
