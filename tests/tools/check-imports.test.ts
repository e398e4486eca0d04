import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkSources } from '../../tools/check-imports/check.ts'
import { readSources } from '../../tools/check-imports/read-sources.ts'
import { report } from '../../tools/check-imports/report.ts'
import { rules } from '../../tools/check-imports/rules.ts'

const root = join(import.meta.dirname, '../..')

type Files = Readonly<Record<string, string>>
const brokenIn = (files: Files) => checkSources(new Map(Object.entries(files))).broken
const rulesBrokenIn = (files: Files) => [...new Set(brokenIn(files).map((line) => line.split(':')[0]))]
const one = (file: string, text: string): Files => ({ [file]: text })

/** One file, or a few, that break a rule; and the nearest thing to it that is allowed. */
const planted: readonly (readonly [rule: string, broken: Files, allowed: Files])[] = [
  [
    'imports-can-be-read',
    one('src-main/answer/a.ts', 'export const load = (name: string) => import(name)'),
    one('src-main/answer/a.ts', "export const load = () => import('./b.ts')"),
  ],
  [
    'electron-in-the-shell',
    one('src-main/lib/a.ts', "export const f = async () => (await import('electron')).app"),
    one('src-main/shell/main.ts', "import { app } from 'electron'"),
  ],
  [
    'renderer-sees-the-contract',
    one('src-renderer/app/a.ts', "import type { App } from '../../src-main/app.ts'"),
    one('src-renderer/app/a.ts', "import type { Api } from '#contract/index.ts'"),
  ],
  [
    'main-sees-the-contract',
    one('src-main/shell/a.ts', "import { theme } from '../../src-renderer/app/theme.ts'"),
    one('src-main/shell/a.ts', "import { contract } from '#contract/index.ts'"),
  ],
  [
    'contract-stands-alone',
    one('src-preload/contract/a.ts', "import { join } from 'node:path'"),
    one('src-preload/contract/a.ts', "import { z } from 'zod'\nimport { method } from './define.ts'"),
  ],
  [
    'store-knows-no-feature',
    one('src-main/store/a.ts', "import type { Query } from '../retrieve/query.ts'"),
    one('src-main/store/a.ts', "import { sql } from 'kysely'\nimport { newId } from '../lib/ids.ts'"),
  ],
  [
    'features-know-no-shell',
    one('src-main/answer/a.ts', "export { createApp } from '../app.ts'"),
    one('src-main/cli/a.ts', "export { createApp } from '../app.ts'"),
  ],
  [
    'features-know-no-switchboard',
    one('src-main/jobs/a.ts', "import type { Session } from '../session.ts'"),
    one('src-main/handlers.ts', "import type { Session } from './session.ts'"),
  ],
  [
    'reviews-are-last',
    one('src-main/record/a.ts', "import { createReviews } from '../reviews/reviews.ts'"),
    one('src-main/session.ts', "import { createReviews } from './reviews/reviews.ts'"),
  ],
  [
    'engines-hold-no-keys',
    one('src-main/engines/a.engine.ts', "import { deriveKey } from '../vault/keys.ts'"),
    one('src-main/engines/a.engine.ts', "import { readPdf } from '../ingest/readers/pdf.ts'"),
  ],
  [
    'engines-hold-no-keys',
    {
      'src-main/engines/a.engine.ts': "import '../ingest/b.ts'",
      'src-main/ingest/b.ts': "import '../store/store.ts'",
    },
    {
      'src-main/engines/a.engine.ts': "import '../ingest/b.ts'",
      'src-main/ingest/b.ts': "import type { Store } from '../store/store.ts'",
    },
  ],
  [
    'migrations-are-frozen',
    one('src-main/store/migrations/0002-a.ts', "import type { Tables } from '../tables.ts'"),
    one('src-main/store/migrations/0002-a.ts', "import { sql } from 'kysely'"),
  ],
  [
    'screens-are-strangers',
    one('src-renderer/screens/ask/a.ts', "import { b } from '../papers/b.ts'"),
    one('src-renderer/screens/ask/a.ts', "import { b } from './b.ts'"),
  ],
  [
    'one-sqlite',
    one('src-main/store/a.ts', "import Database from 'better-sqlite3'"),
    one('src-main/store/a.ts', "import type Database from 'better-sqlite3'"),
  ],
  [
    'one-sqlite-vec',
    one('src-main/store/a.ts', "import { load } from 'sqlite-vec'"),
    one('src-main/store/vector-extension.ts', "import { load } from 'sqlite-vec'"),
  ],
  [
    'one-llama',
    one('src-main/answer/a.ts', "import type { Llama } from 'node-llama-cpp'"),
    one('src-main/engines/llama.engine.ts', "import type { Llama } from 'node-llama-cpp'"),
  ],
  [
    'one-ocr',
    one('src-main/ingest/a.ts', "import { createWorker } from 'tesseract.js'"),
    one('src-main/ingest/recognize/tesseract-worker.ts', "import { createWorker } from 'tesseract.js'"),
  ],
  [
    'one-sharp',
    one('src-main/ingest/a.ts', "import sharp from 'sharp'"),
    one('src-main/ingest/image/load-sharp.ts', "import sharp from 'sharp'"),
  ],
  [
    'one-heif',
    one('src-main/ingest/a.ts', "import libheif from 'libheif-js/wasm-bundle'"),
    one('src-main/ingest/image/decode-heic.ts', "import libheif from 'libheif-js/wasm-bundle'"),
  ],
  [
    'one-onnx',
    one('src-main/retrieve/a.ts', "export const f = () => import('@huggingface/transformers')"),
    one('src-main/engines/embed.engine.ts', "export const f = () => import('@huggingface/transformers')"),
  ],
  [
    'one-pdf',
    one('src-main/ingest/a.ts', "type P = typeof import('pdfjs-dist')\nexport const p: P | null = null"),
    one('src-main/ingest/readers/pdfjs.ts', "export const f = () => import('pdfjs-dist/legacy/build/pdf.mjs')"),
  ],
  [
    'one-secret-store',
    one('src-main/cli/a.ts', "import { Entry } from '@napi-rs/keyring'"),
    one('src-main/vault/secret-store.ts', "import { Entry } from '@napi-rs/keyring'"),
  ],
  [
    'one-egress',
    one('src-main/models/a.ts', "import { get } from 'https'"),
    one('src-main/net/egress.ts', "import { get } from 'node:https'"),
  ],
  [
    'one-egress',
    one('src-renderer/app/a.ts', 'export const f = (url: string) => fetch(url)'),
    one('src-renderer/app/a.ts', 'export const f = (source: { fetch(): void }) => source.fetch()'),
  ],
  [
    'one-egress',
    one('src-main/lib/a.ts', "export const s = new globalThis['WebSocket']('wss://example.org')"),
    one('src-main/lib/a.ts', 'export type Socket = WebSocket'),
  ],
  [
    'no-cycles',
    { 'src-main/lib/a.ts': "import './b.ts'", 'src-main/lib/b.ts': "export * from './a.ts'" },
    { 'src-main/lib/a.ts': "import './b.ts'", 'src-main/lib/b.ts': "export type * from './a.ts'" },
  ],
  [
    'one-way',
    one('src-main/vault/a.ts', "import { retry } from '../jobs/retry-policy.ts'"),
    one('src-main/jobs/a.ts', "import { atomic } from '../vault/atomic-write.ts'"),
  ],
  [
    'one-way',
    one('src-main/engines/a.engine.ts', "import { createAnswerer } from '../answer/answerer.ts'"),
    one('src-main/engines/a.engine.ts', "import { createWriteWork } from '../answer/model/write-work.ts'"),
  ],
  [
    'logs-say-codes',
    one('src-main/jobs/a.ts', `log('job.retry', { jobId, code: \`\${title}\`, delayMs: 0 })`),
    one('src-main/jobs/a.ts', "log('job.retry', { jobId, code, delayMs: 0 })\nMath.log(2)"),
  ],
  [
    'logs-say-codes',
    one('src-main/jobs/a.ts', "deps.log('call.bug', { path: 'for ' + name })"),
    one('src-main/jobs/a.ts', "deps.log('call.bug', { path: isPath(path) ? path : '?' })"),
  ],
  [
    'logs-say-codes',
    one('src-main/jobs/a.ts', 'writeLog(line, {})'),
    one('src-main/jobs/a.ts', "writeLog('app.closed', { ms: Math.round(end - start) })"),
  ],
  [
    'logs-say-codes',
    one('src-main/jobs/a.ts', "log('call.bug', { path: error.message })"),
    one('src-main/jobs/a.ts', "log('call.bug', { path: error.code })"),
  ],
]

it.each(planted)('%s: the planted violation is caught, its lawful neighbour is not', (rule, broken, allowed) => {
  expect(rulesBrokenIn(broken)).toContain(rule)
  expect(brokenIn(allowed)).toEqual([])
})

it('plants at least one violation of every rule', () => {
  const names = new Set([...rules.map(({ name }) => name), 'no-cycles', 'logs-say-codes'])
  expect(new Set(planted.map(([rule]) => rule))).toEqual(names)
})

const forms = [
  "import 'electron'",
  "import electron from 'electron'",
  "import type { App } from 'electron'",
  "export { app } from 'electron'",
  "export * from 'electron/main'",
  "import electron = require('electron')",
  "export const f = () => import('electron')",
  'export const f = () => import(`electron`)',
  "type E = import('electron').App\nexport const e: E | null = null",
  "require('electron')",
  "require.resolve('electron')",
  "import.meta.resolve('electron')",
  "import { createRequire } from 'node:module'\ncreateRequire(import.meta.url)('electron')",
  "import { createRequire } from 'node:module'\nconst ask = createRequire(import.meta.url)\nask('electron')",
  "process.getBuiltinModule('electron')",
]

it.each(forms)('sees a package through %j', (text) => {
  expect(rulesBrokenIn(one('src-main/lib/a.ts', text))).toContain('electron-in-the-shell')
})

it('sees a file that a thread is started from, and every file that a template may mean', () => {
  const start = (url: string) => one('src-main/lib/a.ts', `export const u = new URL(${url}, import.meta.url)`)
  expect(rulesBrokenIn(start("'../../src-renderer/main.tsx'"))).toEqual(['main-sees-the-contract'])
  const byTemplate = {
    ...start(`\`../../src-renderer/\${name}.ts\``),
    'src-renderer/a.ts': '',
    'src-renderer/b.ts': '',
  }
  expect(brokenIn(byTemplate)).toEqual([
    'main-sees-the-contract: src-main/lib/a.ts → src-renderer/a.ts',
    'main-sees-the-contract: src-main/lib/a.ts → src-renderer/b.ts',
  ])
})

it('takes an import whose every name is a type, but not the import itself, for one that still runs', () => {
  const files = (text: string) => ({ 'src-main/lib/a.ts': text, 'src-main/lib/b.ts': "import './a.ts'" })
  expect(rulesBrokenIn(files("import { type B } from './b.ts'"))).toEqual(['no-cycles'])
  expect(brokenIn(files("import type { B } from './b.ts'"))).toEqual([])
})

it('does not let a path through the contract alias leave the contract', () => {
  expect(rulesBrokenIn(one('src-renderer/app/a.ts', "import '#contract/../bridge.ts'"))).toEqual([
    'renderer-sees-the-contract',
  ])
})

it('names the whole way from an engine to a key', () => {
  const files = {
    'src-main/engines/a.engine.ts': "import '../ingest/b.ts'",
    'src-main/ingest/b.ts': "import './c.ts'",
    'src-main/ingest/c.ts': "import '../vault/keys.ts'",
  }
  expect(brokenIn(files)).toEqual([
    'engines-hold-no-keys: src-main/engines/a.engine.ts → src-main/ingest/b.ts → src-main/ingest/c.ts → src-main/vault/keys.ts',
  ])
})

it('refuses a source that does not parse instead of passing over it', () => {
  expect(() => checkSources(new Map([['src-main/lib/a.ts', 'import {']]))).toThrow('src-main/lib/a.ts')
})

it('reads the whole tree, and finds nothing broken in it', () => {
  const { files, imports, logCalls, broken } = checkSources(readSources(root))
  expect(broken).toEqual([])
  expect(files).toBeGreaterThan(100)
  expect(imports).toBeGreaterThan(files)
  expect(logCalls).toBeGreaterThan(0)
})

it('fails when a rule is broken, and when it read no file at all', () => {
  const check = (files: Files) => report(checkSources(new Map(Object.entries(files))))
  expect(check({})).toEqual({
    lines: ['import rules: 0 files, 0 imports read, 0 broken', 'log rule: 0 calls read'],
    exitCode: 1,
  })
  expect(check(one('src-main/lib/a.ts', "import 'electron'"))).toEqual({
    lines: [
      'electron-in-the-shell: src-main/lib/a.ts → electron',
      'import rules: 1 files, 1 imports read, 1 broken',
      'log rule: 0 calls read',
    ],
    exitCode: 1,
  })
  expect(check(one('src-main/lib/a.ts', "import 'node:path'")).exitCode).toBe(0)
})
