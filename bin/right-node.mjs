/**
 * Runs something under a Node that can run it: this one when new enough, else the one that came with the dependencies.
 * An older Node cannot load TypeScript, and its process dies in the SQLite module, so this comes before any other import.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NEEDED = [22, 18]

/** `file` is started again, with the same arguments, when another Node must be used. */
export async function runUnderRightNode(file, run) {
  if (isRight(process.versions.node)) return run()
  const root = dirname(dirname(fileURLToPath(import.meta.url)))
  const bundled = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  if (!existsSync(bundled)) {
    process.stderr.write(
      `MedMemory needs Node ${NEEDED.join('.')} or newer; this is Node ${process.versions.node}. ` +
        'Install a newer Node, or run "npm ci" on Linux or Windows, which brings one along.\n',
    )
    process.exit(1)
  }
  const child = spawn(bundled, [file, ...process.argv.slice(2)], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 128)))
}

function isRight(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])
}
