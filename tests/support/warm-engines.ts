/**
 * Real engines that outlive the app that started them: the next app of the same test file takes one over that is idle, and
 * need not load it anew. Whoever ends one that is at work ends its process, as ever. Not for tests of engines themselves.
 */
import { setImmediate } from 'node:timers/promises'
import type { EngineAnswer, EngineRequest } from '../../src-main/engines/protocol.ts'
import { ENGINE_ENV } from '../../src-main/engines/protocol.ts'
import { type EngineProcess, forkEngine, type SpawnEngine } from '../../src-main/engines/spawn.ts'

interface Warm {
  readonly process: EngineProcess
  readonly calls: Set<number>
  isReady: boolean
  isGone: boolean
  onAnswer: (answer: EngineAnswer) => void
  onExit: (code: number | null) => void
}

const idle = new Map<string, Warm[]>()

export const warmEngines: SpawnEngine = (url, env) => {
  const shelf = idle.get(url.href) ?? []
  idle.set(url.href, shelf)
  const found = shelf.pop()
  const warm = found ?? start(url, env)
  if (found !== undefined) {
    warm.process.post({ kind: 'limit', maxBytes: Number(env[ENGINE_ENV]) })
    void setImmediate().then(() => warm.onAnswer({ kind: 'ready' }))
  }
  const { process } = warm
  return {
    pid: process.pid,
    post(request: EngineRequest) {
      if (request.kind === 'call') warm.calls.add(request.id)
      process.post(request)
    },
    onAnswer(take) {
      warm.onAnswer = take
    },
    onExit(take) {
      warm.onExit = take
    },
    kill() {
      if (!warm.isReady || warm.isGone || warm.calls.size > 0) return process.kill()
      const { onExit } = warm
      warm.onAnswer = () => {}
      warm.onExit = () => {}
      shelf.push(warm)
      void setImmediate().then(() => onExit(null))
    },
  }
}

function start(url: URL, env: Readonly<Record<string, string>>): Warm {
  const process = forkEngine(url, env)
  const warm: Warm = {
    ...{ process, calls: new Set<number>(), isReady: false, isGone: false },
    onAnswer: () => {},
    onExit: () => {},
  }
  process.onAnswer((answer) => {
    if (answer.kind === 'ready') warm.isReady = true
    if (answer.kind === 'end') warm.calls.delete(answer.id)
    warm.onAnswer(answer)
  })
  process.onExit((code) => {
    warm.isGone = true
    idle.set(
      url.href,
      (idle.get(url.href) ?? []).filter((one) => one !== warm),
    )
    warm.onExit(code)
  })
  return warm
}
