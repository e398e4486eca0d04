/** `npm start`: opens the desktop application. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build, isBuilt } from './built.ts'
import { fetchElectron, findElectron } from './electron-binary.ts'
import { start } from './start.ts'

const root = join(import.meta.dirname, '../..')

process.exitCode = await start({
  isBuilt: () => isBuilt(root),
  build: () => build(root),
  findElectron: () => findElectron(root),
  fetchElectron: () => fetchElectron(root),
  run: (electron) =>
    new Promise((resolve) => {
      const child = spawn(electron, [root, ...process.argv.slice(2)], { stdio: 'inherit' })
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
      child.on('error', () => resolve(1))
      child.on('exit', (code) => resolve(code ?? 1))
    }),
  say: console.log,
})
