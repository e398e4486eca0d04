/** What retrieval gets from the models: an embedder always, a reranker when one was chosen. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openBuiltIn } from '../../src-main/embed/built-in.ts'
import { createEngines } from '../../src-main/engines/pool.ts'
import { forkEngine } from '../../src-main/engines/spawn.ts'
import { systemClock } from '../../src-main/lib/clock.ts'
import { silentLog } from '../../src-main/lib/log.ts'
import { openModels } from '../../src-main/models/models.ts'
import { createEgress } from '../../src-main/net/egress.ts'
import { createAudit } from '../../src-main/store/audit.ts'
import { embedderFiles, rerankerFiles, writeModel } from '../support/onnx.ts'
import { tempStore } from '../support/temp-store.ts'
import { tinyCatalog } from './tiny-catalog.ts'

const { signal } = new AbortController()

async function openOver() {
  const { store, dir: desk } = await tempStore()
  const limits = () => ({ maxBytes: models.engineBytes(), silenceMs: 60_000 })
  const engines = createEngines({ spawn: forkEngine, limits, log: silentLog })
  onTestFinished(() => engines.close())
  const audit = createAudit({ key: Buffer.alloc(32), bootId: 'boot', actor: 'owner', now: systemClock.now })
  let changes = 0
  const models = await openModels({
    ...{
      store,
      audit,
      clock: systemClock,
      dir: join(desk, 'models'),
      engine: engines.embed,
      writerEngine: engines.llama,
    },
    catalog: tinyCatalog(),
    egress: createEgress(),
    builtIn: () => openBuiltIn(engines.embed.embed),
    changed: () => {
      changes += 1
    },
  })
  const actions = async () =>
    (await store.db.selectFrom('audit').select(['action', 'objectId']).execute()).map(
      ({ action, objectId }) => `${action} ${objectId}`,
    )
  return { models, desk, engines, actions, changes: () => changes }
}

test('without a choice the built-in embedder answers, and nothing puts in order', async () => {
  const { models } = await openOver()
  const embedder = await models.embedder()
  expect(embedder.modelId).toBe('builtin:medmem-static-v1')
  expect(await embedder.embedQuery('heart attack', signal)).toHaveLength(embedder.dimensions)
  expect(models.reranker()).toBeUndefined()
  expect(models.writer()).toBeUndefined()
  expect(await models.findEmbedder(embedder.modelId, embedder.sha256)).toBeDefined()
  expect(await models.findEmbedder(embedder.modelId, '0'.repeat(64))).toBeUndefined()
})

test('a chosen embedder answers as the catalogue says, and the one before it can still be found', async () => {
  const { models, desk, actions } = await openOver()
  await models.import(writeModel(join(desk, 'tiny'), embedderFiles()).dir, 'tiny', signal)
  await models.use('embedder', 'tiny')
  const embedder = await models.embedder()
  expect(embedder).toMatchObject({ modelId: 'tiny', dimensions: 8, weight: 0.5, near: 0.4 })
  expect(await embedder.embedPassages(['heart', ''], signal)).toMatchObject([{ length: 8 }, { length: 0 }])
  await models.use('embedder', null)
  expect((await models.embedder()).modelId).not.toBe('tiny')
  expect((await models.findEmbedder('tiny', embedder.sha256))?.modelId).toBe('tiny')
  expect(await models.findEmbedder('tiny', '0'.repeat(64))).toBeUndefined()
  expect(await actions()).toEqual(['model.import tiny', 'model.use tiny', 'model.use embedder'])
})

test('a chosen reranker scores', async () => {
  const { models, desk } = await openOver()
  await models.import(writeModel(join(desk, 'order'), rerankerFiles()).dir, 'order', signal)
  await models.use('reranker', 'order')
  const scores = await models.reranker()?.score('heart', ['glucose', 'cardiac'], signal)
  expect(scores?.[1]).toBeGreaterThan((scores?.[0] ?? 0) + 1)
})

test('a model that turns out changed when it is loaded gives way, and the change is told of', async () => {
  const { models, desk, changes } = await openOver()
  await models.import(writeModel(join(desk, 'tiny'), embedderFiles()).dir, 'tiny', signal)
  await models.use('embedder', 'tiny')
  const embedder = await models.embedder()
  const graph = join(desk, 'models', 'm-tiny', 'model.onnx')
  const bytes = readFileSync(graph)
  writeFileSync(graph, bytes.with(500, (bytes[500] ?? 0) ^ 1))
  const before = changes()
  await expect(embedder.embedQuery('heart', signal)).rejects.toMatchObject({ code: 'model/changed' })
  const next = await models.embedder()
  expect(next.modelId).toBe('builtin:medmem-static-v1')
  expect(await next.embedQuery('heart', signal)).toHaveLength(next.dimensions)
  await new Promise(setImmediate)
  expect(changes()).toBe(before + 1)
  expect(await models.report()).toContainEqual(expect.objectContaining({ name: 'tiny', isIntact: false }))
})

test('the memory that the engine may use grows with the models, and shrinks with them', async () => {
  const { models, desk } = await openOver()
  const alone = models.engineBytes()
  await models.import(writeModel(join(desk, 'tiny'), embedderFiles()).dir, 'tiny', signal)
  expect(models.engineBytes()).toBeGreaterThan(alone)
  await models.remove('tiny', false)
  expect(models.engineBytes()).toBe(alone)
})

test('closing ends an import that is under way, and nothing of it is kept', async () => {
  const { models, desk } = await openOver()
  const importing = models.import(writeModel(join(desk, 'tiny'), embedderFiles()).dir, 'tiny', signal)
  await Promise.all([models.close(), expect(importing).rejects.toMatchObject({ name: 'AppError' })])
  expect(await models.report()).toMatchObject([{ name: 'builtin:medmem-static-v1' }])
})
