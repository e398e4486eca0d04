/** Heads of GGUF files by hand (docs/gguf.md of ggml); no tensor in them holds anything. */
export interface GgufParts {
  readonly version?: number
  readonly tensors?: bigint
  readonly pairs?: bigint
  readonly architecture?: string
  /** Bytes before the architecture: another pair. */
  readonly before?: Buffer
  readonly padding?: number
}

export function ggufHead({
  version = 3,
  tensors = 1n,
  pairs,
  architecture = 'llama',
  before,
  padding = 256,
}: GgufParts = {}): Buffer {
  const count = pairs ?? (before === undefined ? 1n : 2n)
  return Buffer.concat([
    Buffer.from('GGUF'),
    uint32(version),
    uint64(tensors),
    uint64(count),
    ...(before === undefined ? [] : [before]),
    string('general.architecture'),
    uint32(8),
    string(architecture),
    Buffer.alloc(padding),
  ])
}

/** A pair whose value is a list of strings. */
export const stringsPair = (key: string, values: readonly string[], count = BigInt(values.length)): Buffer =>
  Buffer.concat([string(key), uint32(9), uint32(8), uint64(count), ...values.map(string)])

export const numberPair = (key: string, value: number): Buffer => Buffer.concat([string(key), uint32(4), uint32(value)])

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function uint64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(value)
  return bytes
}

const string = (text: string): Buffer => Buffer.concat([uint64(BigInt(Buffer.byteLength(text))), Buffer.from(text)])
