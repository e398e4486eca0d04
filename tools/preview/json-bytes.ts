/** Plain data as JSON can hold it: bytes become text in base64, and bytes again on the other side. */

export function bytesToJson(value: unknown): unknown {
  if (value instanceof Uint8Array) return { __bytes: Buffer.from(value).toString('base64') }
  if (Array.isArray(value)) return value.map(bytesToJson)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, bytesToJson(each)]))
}

export function bytesFromJson(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if ('__bytes' in value && typeof value.__bytes === 'string')
    return new Uint8Array(Buffer.from(value.__bytes, 'base64'))
  if (Array.isArray(value)) return value.map(bytesFromJson)
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, bytesFromJson(each)]))
}
