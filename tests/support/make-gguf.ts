/**
 * A whole language model as a GGUF file (docs/gguf.md of ggml, version 3): a tokenizer of common words, a chat template, and
 * weights out of a counter. The same options give the same bytes. It has learned nothing and answers nonsense.
 */
export interface GgufOptions {
  readonly layers?: number
  /** A multiple of 32. */
  readonly width?: number
  readonly contextTokens?: number
}

const HEADS = 4

export function makeGguf({ layers = 2, width = 64, contextTokens = 2048 }: GgufOptions = {}): Buffer {
  const vocabulary = makeVocabulary()
  const inner = width * 2
  const pairs = [
    pair('general.architecture', text('llama')),
    pair('general.alignment', uint32(ALIGNMENT)),
    pair('llama.context_length', uint32(contextTokens)),
    pair('llama.embedding_length', uint32(width)),
    pair('llama.block_count', uint32(layers)),
    pair('llama.feed_forward_length', uint32(inner)),
    pair('llama.attention.head_count', uint32(HEADS)),
    pair('llama.attention.head_count_kv', uint32(HEADS)),
    pair('llama.attention.layer_norm_rms_epsilon', float32(1e-5)),
    pair('llama.rope.dimension_count', uint32(width / HEADS)),
    pair('llama.vocab_size', uint32(vocabulary.length)),
    ...tokenizerPairs(vocabulary),
  ]
  return layOut(pairs, tensorsOf({ layers, width, inner, words: vocabulary.length }))
}

const NORMAL = 1
const UNKNOWN = 2
const CONTROL = 3
const BYTE = 6

interface Token {
  readonly text: string
  readonly score: number
  readonly type: number
}

/** Written by a chat template, and ends an answer where the second one stands. */
const MARKERS = ['<|im_start|>', '<|im_end|>']
const TEMPLATE =
  "{% for message in messages %}{{'<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n'}}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}"

/** Enough of them that text of this kind has about as many tokens as in a real model. */
const WORDS =
  'the of and in to is a was for with not no on at by from that this it as are be or an which than one only each every when what who how long ' +
  'you your my am i taking said says say stated states state find get give see know other others numbered number numbers person persons people ' +
  'medical paper papers page document excerpt excerpts question questions answer answers sentence sentences text cites cite true false object ' +
  'date dates value unit units word words name names blood pressure dose daily once twice pain heart patient clinician doctor result results ' +
  'glucose haemoglobin potassium sodium creatinine ferritin iron ferrous sulfate allergy penicillin tetanus shot reference all right last first started ' +
  'taken tablet tablets morning evening normal range high low better worse test sample visit letter report history years days weeks months ' +
  'write written short copy exactly never nothing else must may if there list given found record system user assistant insufficient rules example ' +
  'same unless something absent denied done fact less knowledge use convert round calculate advise explain warn judge call quotations obey them do ' +
  'four most set reader were because between after before about into more over under left'

/** Of JSON. */
const PIECES = '{" ":[{" ":" "," ":[ ]}],"'

function makeVocabulary(): Token[] {
  const tokens: Token[] = [
    { text: '<unk>', score: 0, type: UNKNOWN },
    { text: '<s>', score: 0, type: CONTROL },
    { text: '</s>', score: 0, type: CONTROL },
  ]
  for (let byte = 0; byte < 256; byte += 1)
    tokens.push({ text: `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`, score: 0, type: BYTE })
  for (const marker of MARKERS) tokens.push({ text: marker, score: 0, type: CONTROL })
  // printable ASCII, and the mark that stands for a space
  const letters = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at))
  for (const letter of ['▁', ...letters]) tokens.push({ text: letter, score: -1000, type: NORMAL })
  // words are put together from their beginnings, which therefore are tokens too
  const known = new Set(tokens.map((token) => token.text))
  let score = -1
  const add = (whole: string) => {
    for (let length = 2; length <= whole.length; length += 1) {
      const beginning = whole.slice(0, length)
      if (!known.has(beginning)) tokens.push({ text: beginning, score: score--, type: NORMAL })
      known.add(beginning)
    }
  }
  for (const piece of PIECES.split(' ')) add(piece)
  const words = WORDS.split(' ')
  for (const word of words) add(`▁${word}`)
  for (const word of words) add(word)
  for (const word of words) add(`▁${word.charAt(0).toUpperCase()}${word.slice(1)}`)
  return tokens
}

const tokenizerPairs = (tokens: readonly Token[]): Buffer[] => [
  pair('tokenizer.ggml.model', text('llama')),
  pair('tokenizer.ggml.tokens', list(tokens.map((token) => text(token.text)))),
  pair('tokenizer.ggml.scores', list(tokens.map(({ score }) => float32(score)))),
  pair('tokenizer.ggml.token_type', list(tokens.map(({ type }) => int32(type)))),
  pair('tokenizer.ggml.unknown_token_id', uint32(0)),
  pair('tokenizer.ggml.bos_token_id', uint32(1)),
  pair('tokenizer.ggml.eos_token_id', uint32(2)),
  pair('tokenizer.ggml.eot_token_id', uint32(tokens.findIndex((token) => token.text === MARKERS[1]))),
  pair('tokenizer.ggml.add_bos_token', bool(true)),
  pair('tokenizer.chat_template', text(TEMPLATE)),
]

interface Tensor {
  readonly name: string
  /** The fastest first. */
  readonly dims: readonly number[]
  readonly data: Float32Array
}

function tensorsOf({ layers, width, inner, words }: Record<'layers' | 'width' | 'inner' | 'words', number>): Tensor[] {
  const next = createCounter()
  const ones = (name: string): Tensor => ({ name, dims: [width], data: new Float32Array(width).fill(1) })
  const scattered = (name: string, dims: readonly [number, number]): Tensor => {
    const reach = Math.sqrt(3 / dims[0])
    return { name, dims, data: Float32Array.from({ length: dims[0] * dims[1] }, () => (next() * 2 - 1) * reach) }
  }
  const layer = (at: number) => [
    ones(`blk.${at}.attn_norm.weight`),
    ...['attn_q', 'attn_k', 'attn_v', 'attn_output'].map((part) =>
      scattered(`blk.${at}.${part}.weight`, [width, width]),
    ),
    ones(`blk.${at}.ffn_norm.weight`),
    scattered(`blk.${at}.ffn_gate.weight`, [width, inner]),
    scattered(`blk.${at}.ffn_up.weight`, [width, inner]),
    scattered(`blk.${at}.ffn_down.weight`, [inner, width]),
  ]
  return [
    scattered('token_embd.weight', [width, words]),
    ones('output_norm.weight'),
    scattered('output.weight', [width, words]),
    ...Array.from({ length: layers }, (_, at) => layer(at)).flat(),
  ]
}

/** 0 to 1; the generator of Numerical Recipes (Press et al., 1992, section 7.1), exact on every machine. */
function createCounter(): () => number {
  let state = 12_345
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const ALIGNMENT = 32
const F32 = 0

function layOut(pairs: readonly Buffer[], tensors: readonly Tensor[]): Buffer {
  let offset = 0
  const entries = tensors.map(({ name, dims, data }) => {
    const entry = [string(name), uint32Bytes(dims.length), ...dims.map(uint64), uint32Bytes(F32), uint64(offset)]
    offset += aligned(data.byteLength)
    return Buffer.concat(entry)
  })
  const head = Buffer.concat([
    ...[Buffer.from('GGUF'), uint32Bytes(3), uint64(tensors.length), uint64(pairs.length)],
    ...pairs,
    ...entries,
  ])
  const bodies = tensors.map(({ data }) => padded(Buffer.from(data.buffer, data.byteOffset, data.byteLength)))
  return Buffer.concat([padded(head), ...bodies])
}

const aligned = (bytes: number) => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT
const padded = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(aligned(bytes.length) - bytes.length)])

/** What a value is, and its bytes. */
interface Value {
  readonly type: number
  readonly bytes: Buffer
}

const pair = (key: string, { type, bytes }: Value): Buffer => Buffer.concat([string(key), uint32Bytes(type), bytes])
const uint32 = (value: number): Value => ({ type: 4, bytes: uint32Bytes(value) })
const bool = (value: boolean): Value => ({ type: 7, bytes: Buffer.from([value ? 1 : 0]) })
const text = (value: string): Value => ({ type: 8, bytes: string(value) })

function int32(value: number): Value {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32LE(value)
  return { type: 5, bytes }
}

function float32(value: number): Value {
  const bytes = Buffer.alloc(4)
  bytes.writeFloatLE(value)
  return { type: 6, bytes }
}

const list = (values: readonly Value[]): Value => ({
  type: 9,
  bytes: Buffer.concat([uint32Bytes(values[0]?.type ?? 0), uint64(values.length), ...values.map(({ bytes }) => bytes)]),
})

function uint32Bytes(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}

const string = (value: string): Buffer => Buffer.concat([uint64(Buffer.byteLength(value)), Buffer.from(value)])
