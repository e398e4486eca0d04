/** Starts an engine's process under plain Node. The Electron shell hands in its own, over utilityProcess. */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { EngineAnswer, EngineRequest } from './protocol.ts'

export interface EngineProcess {
  post(request: EngineRequest): void
  onAnswer(take: (answer: EngineAnswer) => void): void
  /** Exit code, or null when a signal ended it. Called once. */
  onExit(take: (code: number | null) => void): void
  /** Ends it at once, whatever it is doing. */
  kill(): void
  readonly pid: number | undefined
}

export type SpawnEngine = (url: URL, env: Readonly<Record<string, string>>) => EngineProcess

/** Where sources are run, engines start faster from code compiled before; installed programs have none. */
const compileCache = process.env.NODE_COMPILE_CACHE

export const forkEngine: SpawnEngine = (url, env) => {
  const child = fork(fileURLToPath(url), [], {
    serialization: 'advanced',
    // an engine's chatter may quote a document
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [],
    env: { ...env, ...(compileCache !== undefined && { NODE_COMPILE_CACHE: compileCache }) },
  })
  // a send that fails is followed by the exit, which settles what waits
  child.on('error', () => {})
  return {
    post: (request) => void child.send(request, () => {}),
    onAnswer: (take) => void child.on('message', (message) => take(message as EngineAnswer)),
    onExit: (take) => {
      child.once('exit', (code) => take(code))
      // a process that could not be started has no exit to tell of
      child.once('error', () => child.pid === undefined && take(null))
    },
    kill: () => void child.kill('SIGKILL'),
    pid: child.pid,
  }
}
