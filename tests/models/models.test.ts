/** Models through the contract: brought, used, changed, removed; with the real engine. */
import { appendFileSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Model } from '#contract/models.ts'
import { embedderFiles, embedderGraph, rerankerFiles, writeModel } from '../support/onnx.ts'
import { appOver, type TempApp, tempApp, testPassphrase } from '../support/temp-app.ts'
import { tinyCatalog, writerFile } from './tiny-catalog.ts'

const BUILT_IN = 'builtin:medmem-static-v1'

async function start(catalog = tinyCatalog()): Promise<TempApp & { show: (id: string) => Promise<Model | undefined> }> {
  const temp = await tempApp({ models: { catalog } })
  const show = async (id: string) => {
    const { items } = await temp.api.models.list({ filter: {}, limit: 200 })
    return items.find((model) => model.id === id)
  }
  return { ...temp, show }
}

/** As it lies at its publisher: the graph in a folder of its own. */
function writePublished(dir: string): string {
  const { 'model.onnx': graph = '', 'tokenizer.json': tokenizer = '' } = embedderFiles()
  return writeModel(dir, { 'onnx/model_quantized.onnx': graph, 'tokenizer.json': tokenizer, 'README.md': 'A model.' })
    .dir
}

const modesOf = (dir: string) => readdirSync(dir).map((name) => (statSync(join(dir, name)).mode & 0o777).toString(8))

test('a fresh vault has the built-in embedder, and knows of others', async () => {
  const { show, api } = await start()
  expect(await show(BUILT_IN)).toMatchObject({ state: 'built-in', isInUse: true, kind: 'embedder', download: null })
  expect(await show('tiny')).toMatchObject({ state: 'absent', isInUse: false, isExperimental: false, sha256: null })
  expect((await api.models.list({ filter: { kind: 'reranker' } })).items.map(({ id }) => id)).toEqual(['order'])
  const first = await api.models.list({ filter: {}, limit: 2 })
  const second = await api.models.list({ filter: {}, limit: 2, cursor: first.nextCursor ?? '' })
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([BUILT_IN, 'order', 'tiny', 'writer'])
})

test('a model of the catalogue is known by its hash, copied for its owner alone, and measured', async () => {
  const { api, dir, desk, show } = await start()
  const source = writePublished(join(desk, 'downloaded'))
  const model = await api.models.import({ path: source })
  expect(model).toMatchObject({ id: 'tiny', state: 'present', isInUse: false, memoryIsMeasured: true })
  expect(model.sha256).toBe(model.download?.sha256)
  const folder = join(dir, 'models', 'm-tiny')
  expect(readdirSync(folder).sort()).toEqual(['manifest.json', 'measured.json', 'model.onnx', 'tokenizer.json'])
  expect(new Set(modesOf(folder))).toEqual(new Set(['600']))
  expect(readdirSync(join(dir, 'models'))).toEqual(['m-tiny'])
  expect(readdirSync(source).sort()).toEqual(['README.md', 'onnx', 'tokenizer.json'])
  expect(await api.models.verify({ id: 'tiny' })).toMatchObject({ isIntact: true })
  // once more, from the graph itself this time, changes nothing
  expect(await api.models.import({ path: join(source, 'onnx', 'model_quantized.onnx') })).toMatchObject({ id: 'tiny' })
  expect(await show('tiny')).toMatchObject({ state: 'present', sha256: model.sha256 })
})

test('a chosen embedder stays chosen when the vault is locked', async () => {
  const { api, app, dir, desk, show } = await start()
  await api.models.import({ path: writePublished(join(desk, 'downloaded')) })
  await api.models.use({ role: 'embedder', id: 'tiny' })
  expect(await show('tiny')).toMatchObject({ isInUse: true })
  expect(await show(BUILT_IN)).toMatchObject({ isInUse: false })
  await app.close()

  const again = appOver(dir, { models: { catalog: tinyCatalog() } })
  await again.api.vault.unlock({ passphrase: testPassphrase })
  const { models } = await again.api.health.report()
  expect(models).toContainEqual(expect.objectContaining({ name: 'tiny', isIntact: true, isInUse: true }))
})

test('a model does the work of its kind and no other', async () => {
  const { api, desk, show } = await start()
  const order = await api.models.import({ path: writeModel(join(desk, 'order'), rerankerFiles()).dir, id: 'order' })
  expect(order).toMatchObject({ kind: 'reranker', state: 'present' })
  await api.models.use({ role: 'reranker', id: 'order' })
  await expect(api.models.use({ role: 'embedder', id: 'order' })).rejects.toMatchObject({ code: 'model/wrong-kind' })
  await expect(api.models.use({ role: 'embedder', id: 'writer' })).rejects.toMatchObject({ code: 'model/absent' })
  expect(await show('order')).toMatchObject({ isInUse: true })
})

test('a model of a person\u2019s own is taken from its folder, with what lies beside it', async () => {
  const { api, desk } = await start()
  const files = {
    ...embedderFiles(),
    'model.onnx': embedderGraph({ inputs: ['input_ids', 'token_type_ids'] }),
    '1_Pooling/config.json': '{"pooling_mode_cls_token": true}',
    'notes.txt': 'mine',
  }
  const { dir } = writeModel(join(desk, 'My Ünusual Model!'), files)
  const named = await api.models.import({ path: dir })
  expect(named).toMatchObject({ id: 'custom:my-u-nusual-model', isExperimental: true, dimensions: 8, download: null })
  expect(await api.models.import({ path: dir, id: 'custom:mine' })).toMatchObject({
    id: 'custom:mine',
    state: 'present',
  })
})

test('a language model is taken as one file, under the name it is given', async () => {
  const { api, desk } = await start({ ...tinyCatalog(), entries: [] })
  const path = join(desk, 'something.gguf')
  writeFileSync(path, writerFile)
  await expect(api.models.import({ path })).rejects.toMatchObject({ code: 'model/needs-id' })
  expect(await api.models.import({ path, id: 'custom:writer' })).toMatchObject({ kind: 'writer', state: 'present' })
  await api.models.use({ role: 'writer', id: 'custom:writer' })
})

test('what changes on the disk afterwards is not used, said so, and can be brought again', async () => {
  const { api, dir, desk, show } = await start()
  const source = writePublished(join(desk, 'downloaded'))
  await api.models.import({ path: source })
  await api.models.use({ role: 'embedder', id: 'tiny' })
  const graph = join(dir, 'models', 'm-tiny', 'model.onnx')
  const bytes = readFileSync(graph)
  writeFileSync(graph, bytes.with(500, (bytes[500] ?? 0) ^ 1))
  expect(await api.models.verify({ id: 'tiny' })).toMatchObject({ isIntact: false })
  await expect(api.models.use({ role: 'embedder', id: 'tiny' })).rejects.toMatchObject({ code: 'model/changed' })

  appendFileSync(graph, 'x')
  expect(await show('tiny')).toMatchObject({ state: 'changed', isInUse: false })
  expect(await show(BUILT_IN)).toMatchObject({ isInUse: true })
  const { models } = await api.health.report()
  expect(models).toContainEqual(expect.objectContaining({ name: 'tiny', isIntact: false, isInUse: false }))

  expect(await api.models.import({ path: source })).toMatchObject({ state: 'present', isInUse: true })
})

test('a manifest that was changed with its files is not believed', async () => {
  const { api, dir, desk, show } = await start()
  await api.models.import({ path: writePublished(join(desk, 'downloaded')) })
  const file = join(dir, 'models', 'm-tiny', 'manifest.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace('"query: "', '"other: "'))
  expect(await show('tiny')).toMatchObject({ state: 'changed' })
  for (const text of ['', '{}', 'null', '{"version":1']) {
    writeFileSync(file, text)
    expect(await show('tiny')).toMatchObject({ state: 'changed' })
  }
})

test('the first copy of a model whose hash nobody published is the one that counts', async () => {
  const { api, desk } = await start(tinyCatalog({ knowsHashes: false }))
  const first = await api.models.import({ path: writePublished(join(desk, 'first')), id: 'tiny' })
  expect(first).toMatchObject({ isExperimental: true, download: { sha256: null } })
  const other = {
    'model.onnx': embedderGraph({ inputs: ['input_ids', 'token_type_ids'] }),
    'tokenizer.json': embedderFiles()['tokenizer.json'] ?? '',
  }
  const second = writeModel(join(desk, 'second'), other).dir
  await expect(api.models.import({ path: second, id: 'tiny' })).rejects.toMatchObject({ code: 'model/pinned' })
  await api.models.remove({ id: 'tiny' })
  expect((await api.models.import({ path: second, id: 'tiny' })).sha256).not.toBe(first.sha256)
})

test('a model in use is removed only when something takes its place', async () => {
  const { api, dir, desk, show } = await start()
  await api.models.import({ path: writePublished(join(desk, 'downloaded')) })
  await api.models.use({ role: 'embedder', id: 'tiny' })
  await expect(api.models.remove({ id: 'tiny' })).rejects.toMatchObject({ code: 'model/in-use' })
  await api.models.remove({ id: 'tiny', fallBack: true })
  expect(await show('tiny')).toMatchObject({ state: 'absent' })
  expect(await show(BUILT_IN)).toMatchObject({ isInUse: true })
  expect(readdirSync(join(dir, 'models'))).toEqual([])
  await expect(api.models.remove({ id: 'tiny' })).rejects.toMatchObject({ code: 'model/absent' })
  await expect(api.models.remove({ id: 'nothing' })).rejects.toMatchObject({ code: 'model/unknown' })
  await expect(api.models.remove({ id: BUILT_IN, fallBack: true })).rejects.toMatchObject({ code: 'model/in-use' })
})

const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(400)])

const refused: readonly (readonly [string, string, (desk: string) => { path: string; id?: string }])[] = [
  ['a path that is not there', 'file/not-found', (desk) => ({ path: join(desk, 'nothing') })],
  ['a path with a NUL in it', 'file/unreadable', (desk) => ({ path: `${desk}/a\0b` })],
  ['an empty file', 'file/empty', (desk) => ({ path: writeFile(desk, 'empty.gguf', '') })],
  ['an empty folder', 'model/wrong-kind', (desk) => ({ path: makeFolder(desk) })],
  [
    'a photo called a model',
    'model/wrong-kind',
    (desk) => ({ path: writeModel(join(desk, 'm'), { ...embedderFiles(), 'model.onnx': photo }).dir }),
  ],
  [
    'a GGUF file called ONNX',
    'model/wrong-kind',
    (desk) => ({ path: writeModel(join(desk, 'm'), { ...embedderFiles(), 'model.onnx': writerFile }).dir }),
  ],
  [
    'an archive called GGUF',
    'model/wrong-kind',
    (desk) => ({ path: writeFile(desk, 'model.gguf', 'PK\u0003\u0004'), id: 'custom:x' }),
  ],
  ['a letter', 'model/wrong-kind', (desk) => ({ path: writeFile(desk, 'letter.txt', 'Dear Dr Example') })],
  [
    'a graph cut short',
    'model/damaged',
    (desk) => ({
      path: writeModel(join(desk, 'm'), { ...embedderFiles(), 'model.onnx': embedderGraph().subarray(0, 200) }).dir,
    }),
  ],
  [
    'a configuration that is none',
    'model/wrong-kind',
    (desk) => ({ path: writeModel(join(desk, 'm'), { ...embedderFiles(), 'config.json': '[]' }).dir, id: 'custom:x' }),
  ],
  [
    'other dimensions than it says',
    'model/unusable',
    (desk) => ({
      path: writeModel(join(desk, 'm'), { ...embedderFiles(), 'config.json': '{"hidden_size": 16}' }).dir,
      id: 'custom:x',
    }),
  ],
  ['a folder with a link in it', 'model/unsafe-file', (desk) => ({ path: withLink(desk) })],
  [
    'another file under a published name',
    'model/wrong-hash',
    (desk) => ({ path: withOneBitChanged(desk), id: 'tiny' }),
  ],
  ['the name of no model', 'model/unknown', (desk) => ({ path: writePublished(join(desk, 'm')), id: 'nobody' })],
  [
    'the name of what is built in',
    'model/unknown',
    (desk) => ({ path: writePublished(join(desk, 'm')), id: BUILT_IN }),
  ],
]

test('what is no model, or not the one it is called, is refused, leaves nothing, and the next model is taken', async () => {
  const { api, dir, desk } = await start()
  for (const [at, [what, code, make]] of refused.entries()) {
    const own = join(desk, String(at))
    mkdirSync(own)
    await expect(api.models.import(make(own)), what).rejects.toMatchObject({ code })
    expect(existing(join(dir, 'models')), what).toEqual([])
  }
  expect((await api.models.import({ path: writePublished(join(desk, 'good')) })).state).toBe('present')
})

function writeFile(desk: string, name: string, content: string): string {
  writeFileSync(join(desk, name), content)
  return join(desk, name)
}

function makeFolder(desk: string): string {
  mkdirSync(join(desk, 'empty'))
  return join(desk, 'empty')
}

function withLink(desk: string): string {
  const { dir } = writeModel(join(desk, 'linked'), { 'tokenizer.json': '{}', 'config.json': '{}' })
  symlinkSync('/etc/hostname', join(dir, 'model.onnx'))
  return dir
}

function withOneBitChanged(desk: string): string {
  const dir = writePublished(join(desk, 'changed'))
  const graph = join(dir, 'onnx', 'model_quantized.onnx')
  const bytes = readFileSync(graph)
  writeFileSync(graph, bytes.with(500, (bytes[500] ?? 0) ^ 1))
  return dir
}

const existing = (dir: string): string[] => {
  try {
    return readdirSync(dir)
  } catch {
    return []
  }
}
