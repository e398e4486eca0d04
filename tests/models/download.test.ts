/** Downloads through the contract, from a publisher on this machine. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Answer, serveFiles, startPublisher } from '../support/publisher.ts'
import { type TempApp, tempApp } from '../support/temp-app.ts'
import { HOST, servedFiles, tinyCatalog } from './tiny-catalog.ts'

async function start(answer: Answer = serveFiles(servedFiles()), catalog = tinyCatalog()) {
  const publisher = await startPublisher(answer)
  const temp = await tempApp({ models: { catalog, transport: publisher.transport } })
  return { ...temp, ...publisher }
}

async function offerOf({ api }: Pick<TempApp, 'api'>, id: string) {
  const model = (await api.models.list({ filter: {} })).items.find((each) => each.id === id)
  if (!model?.download) throw new Error('not offered')
  return model.download
}

async function download(temp: Pick<TempApp, 'api'>, id: string, acceptTerms = false): Promise<number[]> {
  const seen: number[] = []
  for await (const { doneBytes } of temp.api.models.download({ id, accept: await offerOf(temp, id), acceptTerms }))
    seen.push(doneBytes)
  return seen
}

const folderOf = ({ dir }: Pick<TempApp, 'dir'>) => join(dir, 'models')
const textOf =
  (text: string): Answer =>
  (_, response) =>
    void response.end(text)

test('a model is downloaded, checked, and can be used at once', async () => {
  const temp = await start()
  const seen = await download(temp, 'tiny')
  expect(seen.at(-1)).toBe((await offerOf(temp, 'tiny')).bytes)
  expect(seen).toEqual([...seen].sort((one, other) => one - other))
  expect(readdirSync(folderOf(temp))).toEqual(['m-tiny'])
  await temp.api.models.use({ role: 'embedder', id: 'tiny' })
  expect(temp.asked.map(({ path }) => path)).toEqual([
    '/tiny/tiny/resolve/main/onnx/model_quantized.onnx',
    '/tiny/tiny/resolve/main/tokenizer.json',
  ])
})

test('nothing is asked of anybody before there is consent to exactly what was shown', async () => {
  const temp = await start()
  const { api, asked } = temp
  const offer = await offerOf(temp, 'tiny')
  const attempt = async (accept: typeof offer, id = 'tiny', acceptTerms = false) => {
    for await (const _ of api.models.download({ id, accept, acceptTerms }));
  }
  for (const accept of [
    { ...offer, host: 'evil.example' },
    { ...offer, bytes: offer.bytes + 1 },
    { ...offer, sha256: null },
    { ...offer, sha256: '0'.repeat(64) },
  ])
    await expect(attempt(accept)).rejects.toMatchObject({ code: 'download/no-consent' })
  await expect(attempt(await offerOf(temp, 'writer'), 'writer')).rejects.toMatchObject({ code: 'download/no-consent' })
  await expect(attempt(offer, 'nobody')).rejects.toMatchObject({ code: 'model/unknown' })
  await expect(attempt(offer, 'custom:mine')).rejects.toMatchObject({ code: 'download/not-offered' })
  await expect(attempt(undefined as never)).rejects.toMatchObject({ code: 'input/invalid' })
  expect(asked).toEqual([])
  expect(existsSync(folderOf(temp))).toBe(false)

  await attempt(await offerOf(temp, 'writer'), 'writer', true)
  expect(asked).toHaveLength(1)
})

test('a download that was cut goes on where it stopped', async () => {
  const temp = await start(serveFiles(servedFiles(), { cutAfter: 300 }))
  const { asked } = temp
  await expect(download(temp, 'tiny')).rejects.toMatchObject({ code: 'download/interrupted' })
  expect(readdirSync(join(folderOf(temp), 'm-tiny.parts')).sort()).toEqual(['model.onnx.part', 'model.onnx.part.etag'])
  await expect(download(temp, 'tiny')).rejects.toMatchObject({ code: 'download/interrupted' })
  await download(temp, 'tiny')
  const ranges = asked.map(({ headers }) => headers.range)
  expect(ranges).toEqual([undefined, 'bytes=300-', undefined, 'bytes=300-'])
  const served = [...servedFiles().values()][0]
  expect(readFileSync(join(folderOf(temp), 'm-tiny', 'model.onnx')).equals(served ?? Buffer.alloc(0))).toBe(true)
  expect(readdirSync(folderOf(temp))).toEqual(['m-tiny'])
})

test('a file of another hash is dropped, and not gone on from', async () => {
  const files = servedFiles()
  const graph = '/tiny/tiny/resolve/main/onnx/model_quantized.onnx'
  const right = files.get(graph) ?? Buffer.alloc(0)
  files.set(graph, Buffer.from(right.with(200, (right[200] ?? 0) ^ 1)))
  const temp = await start(serveFiles(files))
  await expect(download(temp, 'tiny')).rejects.toMatchObject({ code: 'model/wrong-hash' })
  expect(readdirSync(join(folderOf(temp), 'm-tiny.parts'))).toEqual([])
  files.set(graph, right)
  await download(temp, 'tiny')
})

test('a file that was changed while it waited for the others is not believed', async () => {
  const files = servedFiles()
  const tokenizer = '/tiny/tiny/resolve/main/tokenizer.json'
  const kept = files.get(tokenizer) ?? Buffer.alloc(0)
  files.delete(tokenizer)
  const temp = await start(serveFiles(files))
  await expect(download(temp, 'tiny')).rejects.toMatchObject({ code: 'download/refused' })
  const graph = join(folderOf(temp), 'm-tiny.parts', 'model.onnx')
  const bytes = readFileSync(graph)
  writeFileSync(graph, bytes.with(500, (bytes[500] ?? 0) ^ 1))
  files.set(tokenizer, kept)
  await expect(download(temp, 'tiny')).rejects.toMatchObject({ code: 'model/wrong-hash' })
  expect(readdirSync(folderOf(temp))).not.toContain('m-tiny')
  await download(temp, 'tiny')
})

const bad: readonly (readonly [string, string, Answer])[] = [
  ['sends more than was agreed to', 'download/too-large', textOf('x'.repeat(100_000))],
  ['sends something shorter', 'model/wrong-hash', textOf('weights')],
  [
    'sends people elsewhere',
    'download/refused-host',
    (_, response) => void response.writeHead(302, { location: 'https://evil.example/x' }).end(),
  ],
  ['has no such file', 'download/refused', (_, response) => void response.writeHead(404).end()],
]

test('a publisher that gives out something else is refused, and no model is made of it', async () => {
  let answer: Answer = textOf('')
  const temp = await start((asked, response) => answer(asked, response))
  for (const [what, code, next] of bad) {
    answer = next
    await expect(download(temp, 'tiny'), what).rejects.toMatchObject({ code })
  }
  expect(new Set(temp.asked.map(({ host }) => host))).toEqual(new Set([HOST]))
  const { items } = await temp.api.models.list({ filter: { kind: 'embedder' } })
  expect(items.every(({ state }) => state !== 'present')).toBe(true)
})

test('a model whose hash nobody published is remembered by its first copy', async () => {
  const temp = await start(serveFiles(servedFiles()), tinyCatalog({ knowsHashes: false }))
  expect((await offerOf(temp, 'tiny')).sha256).toBeNull()
  await download(temp, 'tiny')
  expect(await temp.api.models.verify({ id: 'tiny' })).toMatchObject({ isIntact: true })
})

test('who leaves stops the download, and goes on later', async () => {
  const temp = await start((asked, response) => {
    if (temp.asked.length > 1) return serveFiles(servedFiles())(asked, response)
    response.writeHead(200, { etag: '"1"' })
    response.write('the first bytes of it')
  })
  const leaving = new AbortController()
  const accept = await offerOf(temp, 'tiny')
  const running = (async () => {
    for await (const _ of temp.api.models.download({ id: 'tiny', accept }, { signal: leaving.signal })) leaving.abort()
  })()
  await expect(running).rejects.toMatchObject({ code: 'cancelled' })
  await download(temp, 'tiny')
})
