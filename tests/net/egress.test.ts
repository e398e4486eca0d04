import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createEgress, type Wanted } from '../../src-main/net/egress.ts'
import { type Answer, startPublisher } from '../support/publisher.ts'

const { signal } = new AbortController()
const wanted = (more: Partial<Wanted> = {}): Wanted => ({
  url: 'https://models.example/a/b.onnx',
  hosts: ['models.example', 'cdn.example'],
  maxBytes: 1000,
  from: 0,
  etag: undefined,
  signal,
  ...more,
})

async function start(answer: Answer, patienceMs = 5_000) {
  const publisher = await startPublisher(answer)
  const egress = createEgress({ transport: publisher.transport, patienceMs })
  const fetchAll = async (more: Partial<Wanted> = {}) => {
    const arriving = await egress.open(wanted(more))
    const pieces: Uint8Array[] = []
    for await (const piece of arriving.pieces) pieces.push(piece)
    return { ...arriving, text: Buffer.concat(pieces).toString('utf8') }
  }
  return { ...publisher, fetchAll }
}

test('a file is fetched, and nothing of the person goes with the question', async () => {
  const { fetchAll, asked } = await start((_, response) => response.setHeader('etag', '"1"').end('weights'))
  expect(await fetchAll()).toMatchObject({ text: 'weights', offset: 0, etag: '"1"' })
  expect(asked).toHaveLength(1)
  const { 'x-host': _host, host: _local, connection: _connection, ...sent } = asked[0]?.headers ?? {}
  expect(sent).toEqual({ 'user-agent': 'MedMemory', accept: '*/*', 'accept-encoding': 'identity' })
})

test.each([
  'http://models.example/a',
  'https://models.example:8443/a',
  'https://someone@models.example/a',
  'https://elsewhere.example/a',
  'https://models.example.evil.example/a',
  'file:///etc/passwd',
  'models.example/a',
])('%s is never connected to', async (url) => {
  const { fetchAll, asked } = await start((_, response) => void response.end('weights'))
  await expect(fetchAll({ url })).rejects.toMatchObject({ code: 'download/refused-host' })
  expect(asked).toEqual([])
})

test('a redirect is followed to a host of the list, and to no other', async () => {
  const to = (location: string) =>
    start(
      ({ path }, response) =>
        void (path === '/moved' ? response.end('weights') : response.writeHead(302, { location }).end()),
    )
  const allowed = await to('https://cdn.example/moved')
  expect(await allowed.fetchAll()).toMatchObject({ text: 'weights' })
  expect(allowed.asked.map(({ host }) => host)).toEqual(['models.example', 'cdn.example'])
  expect((await (await to('/moved')).fetchAll()).text).toBe('weights')
  for (const location of [
    'https://evil.example/moved',
    'http://cdn.example/moved',
    '//evil.example/moved',
    'https://cdn.example/endless',
  ]) {
    const refused = await to(location)
    await expect(refused.fetchAll()).rejects.toMatchObject({ code: 'download/refused-host' })
    expect(refused.asked.every(({ host }) => ['models.example', 'cdn.example'].includes(host))).toBe(true)
    expect(refused.asked.length).toBeLessThan(8)
  }
})

test('no byte more than agreed is taken, whatever the server announces', async () => {
  const announced = await start((_, response) => response.setHeader('content-length', 1001).end(Buffer.alloc(1001)))
  await expect(announced.fetchAll()).rejects.toMatchObject({ code: 'download/too-large' })
  const silent = await start((_, response) => {
    response.write(Buffer.alloc(900))
    setTimeout(() => response.end(Buffer.alloc(900)), 20)
  })
  await expect(silent.fetchAll()).rejects.toMatchObject({ code: 'download/too-large' })
})

test('what is here already is gone on from only under its mark', async () => {
  const { fetchAll, asked } = await start(({ headers }, response) => {
    if (headers.range === undefined) response.end('all of it')
    else response.writeHead(206, { 'content-range': 'bytes 4-8/9', etag: '"1"' }).end('of it')
  })
  expect(await fetchAll({ from: 4, etag: '"1"' })).toMatchObject({ offset: 4, text: 'of it' })
  expect(asked[0]?.headers).toMatchObject({ range: 'bytes=4-', 'if-range': '"1"' })
  expect(await fetchAll({ from: 4 })).toMatchObject({ offset: 0, text: 'all of it' })
})

test.each<[string, Answer]>([
  ['begins elsewhere', (_, response) => response.writeHead(206, { 'content-range': 'bytes 9-12/13' }).end('else')],
  ['is packed', (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('x')],
  ['is an error', (_, response) => response.writeHead(503).end()],
  ['is a redirect to nowhere', (_, response) => response.writeHead(302).end()],
])('an answer that %s is refused', async (_, answer) => {
  const { fetchAll } = await start(answer)
  await expect(fetchAll({ from: 4, etag: '"1"' })).rejects.toMatchObject({ code: 'download/refused' })
})

test('a server that is silent, or sends a byte now and then, is left', async () => {
  const silent = await start(() => {}, 200)
  await expect(silent.fetchAll()).rejects.toMatchObject({ code: 'download/timeout' })
  const slow = await start((_, response) => {
    const timer = setInterval(() => response.write('x'), 20)
    response.on('close', () => clearInterval(timer))
  }, 200)
  await expect(slow.fetchAll()).rejects.toMatchObject({ code: 'download/timeout' })
})

test('a connection that breaks is said so, and so is one that was left', async () => {
  const broken = await start((_, response) => {
    response.writeHead(200, { 'content-length': 900 }).write(Buffer.alloc(100))
    setTimeout(() => response.destroy(), 20)
  })
  await expect(broken.fetchAll()).rejects.toMatchObject({ code: 'download/interrupted' })
  const leaving = new AbortController()
  const endless = await start((_, response) => void response.write('x'))
  setTimeout(() => leaving.abort(), 50)
  await expect(endless.fetchAll({ signal: leaving.signal })).rejects.toMatchObject({ code: 'cancelled' })
})

test('without a transport of the test it speaks TLS and nothing else', async ({ skip }) => {
  const heard: Buffer[] = []
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', (bytes) => {
      heard.push(bytes)
      socket.end('HTTP/1.1 200 OK\r\n\r\nweights')
    })
  })
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.listen(443, '127.0.0.1', () => resolve(443))
  }).catch(() => undefined)
  if (port === undefined) return skip('this user may not listen on port 443')
  onTestFinished(() => void server.close())
  const fetching = createEgress().open(wanted({ url: 'https://localhost/a', hosts: ['localhost'] }))
  await expect(fetching).rejects.toMatchObject({ code: 'download/interrupted' })
  expect(heard[0]?.[0]).toBe(22) // a TLS handshake record (RFC 8446 §5.1)
})
