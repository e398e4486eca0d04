/** Runs import-child.ts and kills it -9 at a given moment; answers what it said until then. */
import { type SpawnOptions, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const child = fileURLToPath(new URL('./import-child.ts', import.meta.url))

export interface Moment {
  /** So many milliseconds after the first line that begins with this. */
  readonly afterMs: number
  readonly after: 'ready' | 'accepted' | 'recognized' | 'done'
}

/** Also ended when it is done. `recognized`: how often it told that a page was. */
export function runAndKill(
  args: readonly string[],
  { after, afterMs }: Moment,
  { env, cwd }: Pick<SpawnOptions, 'env' | 'cwd'> = {},
): Promise<{ accepted: string[]; recognized: number; done: boolean }> {
  const running = spawn(process.execPath, [child, ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...env },
    ...(cwd !== undefined && { cwd }),
  })
  let output = ''
  let timer: NodeJS.Timeout | undefined
  running.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
    if (output.includes(after)) timer ??= setTimeout(() => running.kill('SIGKILL'), afterMs)
    if (output.includes('done')) running.kill('SIGKILL')
  })
  return new Promise((resolve) =>
    running.on('close', () => {
      clearTimeout(timer)
      const accepted = [...output.matchAll(/accepted (\S+)\n/g)].map(([, id]) => id ?? '')
      const recognized = output.match(/^recognized$/gm)?.length ?? 0
      resolve({ accepted, recognized, done: output.includes('done') })
    }),
  )
}
