/** Who may import whom. Each rule's name is its message; a rule is a question about one edge. What needs the whole graph is in graph.ts. */
import type { Edge } from './edges.ts'

export interface Rule {
  readonly name: string
  readonly breaks: (edge: Edge) => boolean
}

const contract = /^src-preload\/contract\//
const ours = /^(src-[a-z]+|tools|tests|bin)\//

/** Files that `from` matches reach nothing that `to` matches, save what `except` does. */
const never = (name: string, { from, to, except }: { from: RegExp; to: RegExp; except?: RegExp }): Rule => ({
  name,
  breaks: (edge) => from.test(edge.from) && to.test(edge.to) && !except?.test(edge.to),
})

/** One file of the program imports these packages; `types` may name them for their types alone. */
const only = (name: string, packages: RegExp, importer: string, types?: RegExp): Rule => ({
  name,
  breaks: ({ from, to, kind }) =>
    from.startsWith('src-') && from !== importer && packages.test(to) && !(kind === 'type' && types?.test(from)),
})

/** Packages that open a connection, or wait for one. */
const network = /^(node:)?(https?|http2|net|tls|dns|dgram|inspector)(\/|$)|^(undici|ws|axios|node-fetch)(\/|$)/

/** From the outermost to the innermost; a file may reach its own row and those below it. */
const rows = [
  /^src-main\/(shell|cli)\//,
  /^src-main\/app\.ts$/,
  /^src-main\/(handlers|session|router|health)\.ts$/,
  /^src-main\/(ingest|extract|embed|retrieve|answer|facts|record|reviews|jobs|models)\//,
  /^src-main\/(vault|engines)\//,
  /^src-main\/(store|net)\//,
  /^src-main\/lib\//,
]
const rowOf = (file: string) => rows.findIndex((row) => row.test(file))

/** An engine file is the composition root of its own process, and works with pure code of ingest, embed and answer. */
const readsInItsOwnProcess = ({ from, to }: Edge) =>
  isEngine.test(from) && /^src-main\/(ingest|embed|answer\/model)\//.test(to)
export const isEngine = /^src-main\/engines\/[^/]+\.engine\.ts$/
export const keyHolders = /^src-main\/(store\/|vault\/|session\.ts$|app\.ts$)/

export const rules: readonly Rule[] = [
  {
    name: 'imports-can-be-read',
    breaks: ({ from, to, kind }) => from.startsWith('src-') && kind === 'import' && /^(\?$|\/|file:|data:)/.test(to),
  },
  never('electron-in-the-shell', {
    from: /^(?!src-main\/shell\/|src-preload\/bridge\.ts$)src-/,
    to: /^electron(\/|$)/,
  }),
  never('renderer-sees-the-contract', {
    from: /^src-renderer\//,
    to: ours,
    except: /^src-renderer\/|^src-preload\/contract\//,
  }),
  never('main-sees-the-contract', { from: /^src-main\//, to: ours, except: /^src-main\/|^src-preload\/contract\// }),
  never('contract-stands-alone', { from: contract, to: /./, except: /^zod$|^src-preload\/contract\// }),
  never('store-knows-no-feature', {
    from: /^src-main\/store\//,
    to: /./,
    except:
      /^src-main\/(store|lib)\/|^src-preload\/contract\/|^resources\/kernel\/|^node:|^(kysely|better-sqlite3|sqlite-vec)$/,
  }),
  never('features-know-no-shell', {
    from: /^src-main\/(?!shell\/|cli\/|app\.ts$)/,
    to: /^src-main\/(shell\/|cli\/|app\.ts$)/,
  }),
  never('features-know-no-switchboard', {
    from: /^src-main\/(?!shell\/|cli\/)[^/]+\//,
    to: /^src-main\/(handlers|router|session)\.ts$/,
  }),
  never('reviews-are-last', {
    from: /^src-main\/(?!reviews\/|handlers\.ts$|session\.ts$|cli\/)/,
    to: /^src-main\/reviews\//,
  }),
  never('engines-hold-no-keys', { from: isEngine, to: keyHolders }),
  never('migrations-are-frozen', { from: /^src-main\/store\/migrations\/\d/, to: /./, except: /^kysely$/ }),
  {
    name: 'screens-are-strangers',
    breaks: ({ from, to }) => {
      const [here, there] = [screenOf(from), screenOf(to)]
      return here !== undefined && there !== undefined && here !== there
    },
  },
  only('one-sqlite', /^better-sqlite3/, 'src-main/store/open.ts', /^src-main\/store\//),
  only('one-sqlite-vec', /^sqlite-vec/, 'src-main/store/vector-extension.ts'),
  only('one-llama', /^node-llama-cpp(\/|$)/, 'src-main/engines/llama.engine.ts'),
  only('one-ocr', /^tesseract\.js/, 'src-main/ingest/recognize/tesseract-worker.ts', /^src-main\/ingest\/recognize\//),
  only('one-onnx', /^(@huggingface\/transformers|onnxruntime-)/, 'src-main/engines/embed.engine.ts'),
  only('one-pdf', /^pdfjs-dist(\/|$)/, 'src-main/ingest/readers/pdfjs.ts'),
  only('one-sharp', /^sharp$/, 'src-main/ingest/image/load-sharp.ts'),
  only('one-heif', /^libheif-js/, 'src-main/ingest/image/decode-heic.ts'),
  only('one-secret-store', /^(@napi-rs\/keyring|keytar)/, 'src-main/vault/secret-store.ts'),
  only('one-egress', network, 'src-main/net/egress.ts'),
  {
    name: 'one-way',
    breaks: (edge) => {
      const [here, there] = [rowOf(edge.from), rowOf(edge.to)]
      return here >= 0 && there >= 0 && there < here && edge.kind !== 'url' && !readsInItsOwnProcess(edge)
    },
  },
]

const screenOf = (file: string) => /^src-renderer\/screens\/([^/]+)/.exec(file)?.[1]
