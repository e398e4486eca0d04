/** `npm start`: builds when sources are newer, starts Electron where it is, and says in one sentence where it is not. */
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { isBuilt } from '../../tools/start/built.ts'
import { findElectron } from '../../tools/start/electron-binary.ts'
import { type StartDeps, start } from '../../tools/start/start.ts'
import { tempDir } from '../support/temp-dir.ts'

/** Files by their age in seconds. */
function tree(files: Readonly<Record<string, number>>): string {
  const root = tempDir()
  for (const [file, age] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), file)
    const at = new Date(Date.now() - age * 1000)
    utimesSync(join(root, file), at, at)
  }
  return root
}

const built = { 'out/main/index.js': 10, 'out/preload/bridge.cjs': 10, 'out/renderer/index.html': 10 }

test('it is built when every output is there and none is older than any source', () => {
  expect(isBuilt(tree({ ...built, 'src-main/app.ts': 20, 'package.json': 20 }))).toBe(true)
  expect(isBuilt(tree({ ...built, 'src-main/deep/down/app.ts': 5 }))).toBe(false)
  expect(isBuilt(tree({ ...built, 'src-main/app.ts': 20, 'out/preload/bridge.cjs': 30 }))).toBe(false)
  const { 'out/renderer/index.html': _, ...partly } = built
  expect(isBuilt(tree({ ...partly, 'src-main/app.ts': 20 }))).toBe(false)
  expect(isBuilt(tree({ 'src-main/app.ts': 20 }))).toBe(false)
})

test('the binary is found where its package puts it, or where somebody else keeps one', () => {
  const root = tree({ 'node_modules/electron/path.txt': 0, 'elsewhere/electron': 0 })
  writeFileSync(join(root, 'node_modules/electron/path.txt'), 'electron')
  expect(findElectron(root, {})).toBeUndefined()
  expect(findElectron(root, { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'elsewhere') })).toBe(
    join(root, 'elsewhere/electron'),
  )
  mkdirSync(join(root, 'node_modules/electron/dist'))
  writeFileSync(join(root, 'node_modules/electron/dist/electron'), '')
  expect(findElectron(root, {})).toBe(join(root, 'node_modules/electron/dist/electron'))
})

async function starting(has: Partial<Pick<StartDeps, 'isBuilt' | 'build' | 'findElectron' | 'fetchElectron'>>) {
  const did: string[] = []
  const said: string[] = []
  const exitCode = await start({
    isBuilt: () => true,
    build: () => did.push('build') > 0,
    findElectron: () => '/electron',
    fetchElectron: () => void did.push('fetch'),
    run: async (electron) => did.push(`run ${electron}`),
    say: (line) => said.push(line),
    ...has,
  })
  return { did, said, exitCode }
}

test('what is built and there is started, and its exit code is the answer', async () => {
  expect(await starting({})).toEqual({ did: ['run /electron'], said: [], exitCode: 1 })
  expect((await starting({ isBuilt: () => false })).did).toEqual(['build', 'run /electron'])
  expect(await starting({ isBuilt: () => false, build: () => false })).toMatchObject({ did: [], exitCode: 1 })
})

test('what is not there is fetched once; what cannot be fetched is said in one sentence, with the way out', async () => {
  let isThere = false
  const fetched = await starting({
    findElectron: () => (isThere ? '/electron' : undefined),
    fetchElectron: () => {
      isThere = true
    },
  })
  expect(fetched.did).toEqual(['run /electron'])
  const { did, said, exitCode } = await starting({ findElectron: () => undefined })
  expect({ did, exitCode }).toEqual({ did: ['fetch'], exitCode: 1 })
  expect(said.at(-1)).toMatch(/^[^.]*could not be fetched;.*"npm run preview".*\.$/)
})
