/** Runs a script as a user who owns nothing: permissions do not stop root, as which tests may run. */
import { spawnSync } from 'node:child_process'

export const canDropUser = process.getuid?.() === 0

/** `body` may await and ends with `answer(value)`; `modules` are imported by their address. */
export function asNobody(body: string): unknown {
  const script = `const answer = (value) => process.stdout.write(JSON.stringify(value));${body}`
  const owner = canDropUser ? { uid: 65534, gid: 65534 } : {}
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    ...owner,
    encoding: 'utf8',
    env: {},
  })
  if (child.status !== 0) throw new Error(child.stderr)
  return JSON.parse(child.stdout)
}
