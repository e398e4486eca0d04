/** Starts an engine as a utility process of Electron's, by the interface that plain Node's fork has in engines/spawn.ts. */
import { fileURLToPath } from 'node:url'
import { utilityProcess } from 'electron'
import type { EngineAnswer } from '../engines/protocol.ts'
import type { SpawnEngine } from '../engines/spawn.ts'

export const spawnUtility: SpawnEngine = (url, env) => {
  const child = utilityProcess.fork(fileURLToPath(url), [], {
    // an engine's chatter may quote a document
    stdio: 'ignore',
    execArgv: [],
    env: { ...env },
    serviceName: 'MedMemory reader',
  })
  return {
    post: (request) => child.postMessage(request),
    onAnswer: (take) => void child.on('message', (message: EngineAnswer) => take(message)),
    onExit: (take) => void child.once('exit', (code) => take(code)),
    kill() {
      // its own kill() asks politely, which a busy engine does not hear
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL')
    },
    get pid() {
      return child.pid
    },
  }
}
