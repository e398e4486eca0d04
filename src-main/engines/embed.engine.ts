/**
 * Turns text into vectors and pairs of texts into scores. The only file that loads the ONNX runtime. Nothing is looked up
 * by name: a model is the bytes that were hashed, and whatever else the library asks for does not exist.
 */
import { availableParallelism } from 'node:os'
import { isMainThread } from 'node:worker_threads'
import { createEmbedWork } from '../embed/onnx/embed-work.ts'
import type { Encoded, OpenGraph } from '../embed/onnx/graph.ts'
import { GRAPH_FILE, TOKENIZER_FILE } from '../embed/onnx/model-spec.ts'
import { serve } from './serve.ts'

// read by native code, which sees the environment of the process and not that of a worker
if (isMainThread) process.env.ORT_DISABLE_TELEMETRY = '1'

/** What the library is told of every model: an encoder, whose inputs and outputs its own graph names. */
const CONFIG = { model_type: 'bert', architectures: ['BertModel'] }
const TOKENIZER_CONFIG = { tokenizer_class: 'PreTrainedTokenizer' }
/** One core is left to the rest of the program. */
const threads = Math.max(1, availableParallelism() - 1)

type Library = typeof import('@huggingface/transformers')
let library: Promise<{ transformers: Library; files: Map<string, Uint8Array> }> | undefined
let opened = 0

async function loadLibrary() {
  const transformers = await import('@huggingface/transformers')
  const files = new Map<string, Uint8Array>()
  const { env } = transformers
  env.allowRemoteModels = false
  env.useFS = false
  env.useFSCache = false
  env.useBrowserCache = false
  env.useWasmCache = false
  env.useCustomCache = true
  env.customCache = {
    async match(request: string) {
      const [, key = ''] = /(model-\d+\/[^/]+)$/.exec(request.replace('/resolve/main/', '/').replace(/\/+/g, '/')) ?? []
      const bytes = files.get(key)
      return (
        bytes && new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { 'content-length': String(bytes.length) } })
      )
    },
    async put() {},
  }
  env.fetch = async () => new Response(null, { status: 404 })
  env.logLevel = transformers.LogLevel.NONE
  return { transformers, files }
}

const openGraph: OpenGraph = async (graph, tokenizerJson) => {
  library ??= loadLibrary()
  const { transformers, files } = await library
  const id = `model-${++opened}`
  const own: readonly (readonly [string, Uint8Array])[] = [
    [GRAPH_FILE, graph],
    [TOKENIZER_FILE, tokenizerJson],
    ['config.json', Buffer.from(JSON.stringify(CONFIG))],
    ['tokenizer_config.json', Buffer.from(JSON.stringify(TOKENIZER_CONFIG))],
  ]
  for (const [name, bytes] of own) files.set(`${id}/${name}`, bytes)
  try {
    const tokenizer = await transformers.AutoTokenizer.from_pretrained(id)
    const model = await transformers.AutoModel.from_pretrained(id, {
      subfolder: '',
      dtype: 'fp32',
      device: 'cpu',
      session_options: { intraOpNumThreads: threads, interOpNumThreads: 1, executionMode: 'sequential' },
    })
    return {
      inputs: [...((model.sessions as Record<string, { inputNames: string[] }>).model?.inputNames ?? [])],
      encode(text, pair): Encoded {
        const options = { text_pair: pair ?? null, return_tensor: false, return_token_type_ids: true } as const
        const { input_ids: ids, token_type_ids: types } = tokenizer(text, options)
        return {
          ids,
          types: types ?? ids.map(() => 0),
          endsInSpecial: tokenizer.all_special_ids.includes(ids.at(-1) ?? -1),
        }
      },
      async run(rows) {
        const width = Math.max(...rows.map(({ ids }) => ids.length))
        const tensor = (valueAt: (row: Encoded, at: number) => number) =>
          new transformers.Tensor(
            'int64',
            BigInt64Array.from(
              rows.flatMap((row) =>
                Array.from({ length: width }, (_, at) => (at < row.ids.length ? valueAt(row, at) : 0)),
              ),
              BigInt,
            ),
            [rows.length, width],
          )
        return model({
          input_ids: tensor((row, at) => row.ids[at] ?? 0),
          attention_mask: tensor(() => 1),
          token_type_ids: tensor((row, at) => row.types[at] ?? 0),
        })
      },
      close: async () => void (await model.dispose()),
    }
  } finally {
    for (const [name] of own) files.delete(`${id}/${name}`)
  }
}

const load = () =>
  createEmbedWork({
    openGraph,
    openStatic: async (bytes) => (await import('../embed/static/static-model.ts')).openStaticModel(bytes),
  })

export type EmbedEngine = ReturnType<typeof load>
serve(load, import.meta.url)
