/** Whether the application is built from the sources as they are now, and building it. */
import { spawnSync } from 'node:child_process'
import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'

const outputs = ['out/main/index.js', 'out/preload/bridge.cjs', 'out/renderer/index.html']
const sources = ['src-*/**', 'electron.vite.config.ts', 'package.json', 'package-lock.json']

/** Every output is there and no source is newer than the oldest of them. */
export function isBuilt(root: string): boolean {
  const made = outputs.map((file) => statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0)
  const files = globSync(sources, { cwd: root })
    .map((file) => statSync(join(root, file)))
    .filter((stat) => stat.isFile())
  const newest = Math.max(0, ...files.map(({ mtimeMs }) => mtimeMs))
  return Math.min(...made) > newest
}

/** Answers whether it went well; what went wrong was printed by the builder. */
export function build(root: string): boolean {
  const builder = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const { status } = spawnSync(process.execPath, [builder, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  })
  return status === 0
}
