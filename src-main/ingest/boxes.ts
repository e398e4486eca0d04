/** Boxes as 8 bytes each, the form in which they lie in the store: x y width height as u16 of 65535, little endian. */
import type { Box } from './read-page.ts'

const BYTES = 8

export function packBoxes(boxes: readonly Box[]): Uint8Array {
  const bytes = new Uint8Array(boxes.length * BYTES)
  const view = new DataView(bytes.buffer)
  boxes.forEach((box, index) => {
    box.forEach((part, i) => {
      view.setUint16(index * BYTES + i * 2, Math.round(Math.min(1, Math.max(0, part)) * 0xffff), true)
    })
  })
  return bytes
}

export function unpackBoxes(bytes: Uint8Array): Box[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: Math.floor(bytes.byteLength / BYTES) }, (_, index) => {
    const part = (i: number) => view.getUint16(index * BYTES + i * 2, true) / 0xffff
    return [part(0), part(1), part(2), part(3)] as const
  })
}
