/** Starts the real engines and writes down what each is asked for, such as `ocr seePages`. */
import { basename } from 'node:path'
import { forkEngine, type SpawnEngine } from '../../src-main/engines/spawn.ts'

export function countedEngines(): { spawnEngine: SpawnEngine; asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    spawnEngine: (url, env) => {
      const engine = forkEngine(url, env)
      const post: typeof engine.post = (request) => {
        if (request.kind === 'call') asked.push(`${basename(url.pathname, '.engine.ts')} ${request.name}`)
        engine.post(request)
      }
      return { ...engine, post }
    },
  }
}
