/** The model commands, in this process, with models that really run. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { servedFiles, tinyCatalog } from '../models/tiny-catalog.ts'
import { embedderFiles, writeModel } from '../support/onnx.ts'
import { serveFiles, startPublisher } from '../support/publisher.ts'
import { vaultCli } from './vault-cli.ts'

test('a model is brought, listed, put to work, checked and removed', async () => {
  const { cli, desk } = await vaultCli()
  const listed = await cli('models', 'list')
  expect(listed).toMatchObject({ exitCode: 0, stderr: '' })
  expect(listed.stdout).toMatch(
    /On this computer:\n {2}builtin:medmem-static-v1 +finds by meaning +\d+ MB +built in, in use\n/,
  )
  expect(listed.stdout).toMatch(
    /Known, and not here:\n(.*\n)* {2}all-minilm-l6-v2 +finds by meaning +24 MB +Apache-2.0\n/,
  )
  expect(listed.stdout).toMatch(/bge-small-en-v1.5 .*experimental/)

  const folder = writeModel(join(desk, 'tiny'), embedderFiles()).dir
  const imported = await cli('models', 'import', folder)
  expect(imported.stdout).toMatch(/^tiny is here: finds by meaning, 2 kB, SHA-256 [0-9a-f]{64}\./)
  expect(imported.stdout).toContain('medmemory models use embedder custom:tiny')
  expect((await cli('models', 'use', 'embedder', 'custom:tiny')).stdout).toContain('custom:tiny is in use')
  const { models } = JSON.parse((await cli('models', 'list', '--json')).stdout)
  expect(models).toContainEqual(expect.objectContaining({ id: 'custom:tiny', state: 'present', isInUse: true }))
  expect((await cli('health')).stdout).toContain('custom:tiny (in use)')
  expect((await cli('models', 'verify', 'custom:tiny')).stdout).toContain('is what was brought')

  expect((await cli('models', 'remove', 'custom:tiny')).stderr).toContain('in use')
  expect((await cli('models', 'remove', 'custom:tiny', '--yes')).stdout).toContain('is removed')
  expect((await cli('models', 'list')).stdout).not.toContain('custom:tiny')
  expect((await cli('models', 'use', 'embedder')).stdout).toContain('The built-in word vectors are in use')
})

test('nothing is downloaded without a yes', async () => {
  const { cli } = await vaultCli()
  const unasked = await cli('models', 'download', 'all-minilm-l6-v2')
  expect(unasked.exitCode).not.toBe(0)
  expect(unasked.stderr).toContain('--yes')
  const terms = await cli('models', 'download', 'medgemma-4b-it-q4-k-m', '--yes')
  expect(terms.stderr).toContain('--accept-terms')
  expect(JSON.parse((await cli('models', 'download', 'nobody', '--yes', '--json')).stdout)).toMatchObject({
    error: { code: 'model/unknown' },
  })
  expect((await cli('models', 'download', 'builtin:medmem-static-v1', '--yes')).stderr).toContain(
    'cannot be downloaded',
  )
})

test('with a yes it is told what is fetched, and fetched', async () => {
  const { transport, asked } = await startPublisher(serveFiles(servedFiles()))
  const { cli } = await vaultCli({ models: { catalog: tinyCatalog(), transport } })
  const done = await cli('models', 'download', 'writer', '--yes', '--accept-terms')
  expect(done).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('is here') })
  expect(done.stderr).toMatch(
    /^From models\.example: \d+ bytes .* at most\.\nSHA-256 [0-9a-f]{64}\.\nLicence: Apache-2\.0\.\n$/,
  )
  expect(asked).toHaveLength(1)
})

test('what is no model is refused with what to do next', async () => {
  const { cli, desk } = await vaultCli()
  const refused = await cli(
    'models',
    'import',
    writeModel(join(desk, 'letter'), { 'letter.txt': 'Dear Dr Example' }).dir,
  )
  expect(refused.exitCode).not.toBe(0)
  expect(refused.stderr).toContain('no model that can do this work')
  expect((await cli('models', 'use', 'poet', 'x')).stderr).toContain('"embedder"')
})
