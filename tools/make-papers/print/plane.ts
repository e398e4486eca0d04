/** The pixels of a page while it is printed, scanned or photographed: one byte or three for each, row after row. */
export interface Plane {
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3
  readonly data: Uint8Array
}
