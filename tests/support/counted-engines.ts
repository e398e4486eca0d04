/** Starts the real engines and writes down what each is asked for in reading, such as `ocr seePages`. Embedding and extraction come after. */
import { basename } from 'node:path'
import type { SpawnEngine } from '../../src-main/engines/spawn.ts'
import { warmEngines } from './warm-engines.ts'

export function countedEngines(): { spawnEngine: SpawnEngine; asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    spawnEngine: (url, env) => {
      const engine = warmEngines(url, env)
      const post: typeof engine.post = (request) => {
        const name = basename(url.pathname, '.engine.ts')
        if (request.kind === 'call' && name !== 'embed' && request.name !== 'extract')
          asked.push(`${name} ${request.name}`)
        engine.post(request)
      }
      return { ...engine, post }
    },
  }
}
