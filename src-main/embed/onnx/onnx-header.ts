/**
 * Whether bytes are an ONNX model that native code may be shown: well formed, whole in itself, no tensor larger than what
 * is there. Field numbers: onnx/onnx.proto of ONNX 1.17. It says nothing of what the model computes, and it is no integrity
 * check; that is the hash.
 */
import { AppError } from '#contract/errors.ts'
import { type Field, fieldsOf, type Span, varintsOf } from './protobuf.ts'

export interface OnnxHeader {
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
}

/** Throws `model/wrong-kind` for another kind of file, `model/external-data`, else `model/damaged`. */
export function readOnnxHeader(bytes: Uint8Array): OnnxHeader {
  if (isAnotherKind(bytes)) throw new AppError('model/wrong-kind')
  const whole = { start: 0, end: bytes.length }
  let irVersion = 0n
  let opsets = 0
  let graph: Span | undefined
  for (const field of fieldsOf(bytes, whole)) {
    if (field.kind === 'varint' && field.number === MODEL.irVersion) irVersion = field.value
    if (field.kind !== 'bytes') continue
    if (field.number === MODEL.opset) {
      for (const _ of fieldsOf(bytes, field));
      opsets += 1
    } else if (field.number === MODEL.graph) {
      if (graph !== undefined) throw new AppError('model/damaged')
      graph = field
    } else if (field.number === MODEL.function) checkNodes(bytes, field, FUNCTION_NODE, 0)
    // weights in training, of which inference has no need
    else if (field.number === MODEL.training) throw new AppError('model/damaged')
  }
  if (graph === undefined || opsets === 0 || irVersion < 1n || irVersion > NEWEST_IR)
    throw new AppError('model/damaged')
  return readGraph(bytes, graph, 0)
}

const NEWEST_IR = 64n
const MODEL = { irVersion: 1, graph: 7, opset: 8, training: 20, function: 25 }
const GRAPH = { node: 1, initializer: 5, input: 11, output: 12, sparse: 15 }
const FUNCTION_NODE = 7
const ATTRIBUTE = { tensor: 5, graph: 6, tensors: 10, graphs: 11, sparse: 22, sparses: 23 }
const NODE_ATTRIBUTE = 5
const VALUE_NAME = 1
/** Graphs inside the nodes of graphs: bodies of loops and branches. */
const DEEPEST = 16

/** A model begins with a field of ModelProto; these begin with their own marks: GGUF, ZIP, JPEG, PNG, PDF, ELF, gzip. */
function isAnotherKind(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  return ['GGUF', 'PK', '\u00ff\u00d8', '\u0089PN', '%PDF', '\u007fELF', '\u001f\u008b'].some((mark) =>
    head.startsWith(mark),
  )
}

function readGraph(bytes: Uint8Array, graph: Span, depth: number): OnnxHeader {
  if (depth > DEEPEST) throw new AppError('model/damaged')
  const inputs: string[] = []
  const outputs: string[] = []
  for (const field of fieldsOf(bytes, graph)) {
    if (field.kind !== 'bytes') continue
    if (field.number === GRAPH.node) checkNode(bytes, field, depth)
    else if (field.number === GRAPH.initializer) checkTensor(bytes, field)
    else if (field.number === GRAPH.sparse) checkSparse(bytes, field)
    else if (field.number === GRAPH.input) inputs.push(nameOf(bytes, field))
    else if (field.number === GRAPH.output) outputs.push(nameOf(bytes, field))
  }
  if (outputs.length === 0) throw new AppError('model/damaged')
  return { inputs, outputs }
}

function checkNodes(bytes: Uint8Array, holder: Span, nodeField: number, depth: number): void {
  for (const field of fieldsOf(bytes, holder))
    if (field.kind === 'bytes' && field.number === nodeField) checkNode(bytes, field, depth)
}

function checkNode(bytes: Uint8Array, node: Span, depth: number): void {
  for (const field of fieldsOf(bytes, node))
    if (field.kind === 'bytes' && field.number === NODE_ATTRIBUTE) checkAttribute(bytes, field, depth)
}

function checkAttribute(bytes: Uint8Array, attribute: Span, depth: number): void {
  for (const field of fieldsOf(bytes, attribute)) {
    if (field.kind !== 'bytes') continue
    if (field.number === ATTRIBUTE.tensor || field.number === ATTRIBUTE.tensors) checkTensor(bytes, field)
    else if (field.number === ATTRIBUTE.graph || field.number === ATTRIBUTE.graphs) readGraph(bytes, field, depth + 1)
    else if (field.number === ATTRIBUTE.sparse || field.number === ATTRIBUTE.sparses) checkSparse(bytes, field)
  }
}

const SPARSE_TENSORS = [1, 2]

function checkSparse(bytes: Uint8Array, sparse: Span): void {
  for (const field of fieldsOf(bytes, sparse))
    if (field.kind === 'bytes' && SPARSE_TENSORS.includes(field.number)) checkTensor(bytes, field)
}

const TENSOR = { dims: 1, type: 2, strings: 6, raw: 9, external: 13, location: 14 }
/** float, int32, int64, double, uint64: values one by one, or packed. */
const TENSOR_VALUES = [4, 5, 7, 10, 11]
const STRING_TYPE = 8n
const IN_THE_FILE = 0n
/** The narrowest type, int4 and uint4, has two elements to a byte. */
const MOST_PER_BYTE = 2n

/** No tensor may claim more elements than its bytes can hold, however it holds them. */
function checkTensor(bytes: Uint8Array, tensor: Span): void {
  let elements = 1n
  let held = 0n
  let strings = 0n
  let type = 0n
  for (const field of fieldsOf(bytes, tensor)) {
    if (field.number === TENSOR.external) throw new AppError('model/external-data')
    if (field.number === TENSOR.location && field.kind === 'varint' && field.value !== IN_THE_FILE)
      throw new AppError('model/external-data')
    if (field.number === TENSOR.dims)
      for (const dimension of valuesOf(bytes, field)) {
        elements *= dimension
        if (elements > MOST_ELEMENTS) throw new AppError('model/damaged')
      }
    else if (field.number === TENSOR.type && field.kind === 'varint') type = field.value
    else if (field.number === TENSOR.strings) strings += 1n
    else if (field.number === TENSOR.raw || TENSOR_VALUES.includes(field.number))
      held += field.kind === 'varint' ? 1n : BigInt(field.end - field.start)
  }
  const most = type === STRING_TYPE ? strings : held * MOST_PER_BYTE
  if (elements > most) throw new AppError('model/damaged')
}

/** A negative dimension is an unsigned one past this. */
const MOST_ELEMENTS = 2n ** 40n

function* valuesOf(bytes: Uint8Array, field: Field): Generator<bigint> {
  if (field.kind === 'varint') yield field.value
  else if (field.kind === 'bytes') yield* varintsOf(bytes, field)
  else throw new AppError('model/damaged')
}

function nameOf(bytes: Uint8Array, value: Span): string {
  for (const field of fieldsOf(bytes, value))
    if (field.kind === 'bytes' && field.number === VALUE_NAME)
      return Buffer.from(bytes.subarray(field.start, field.end)).toString('utf8')
  throw new AppError('model/damaged')
}
