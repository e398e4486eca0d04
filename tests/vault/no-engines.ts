/** Engines that end at the first thing they are asked: for tests that need documents and no reading of them. */
import type { SpawnEngine } from '../../src-main/engines/spawn.ts'

export const noEngines: SpawnEngine = () => {
  let exited = (_: number | null) => {}
  return {
    post: () => setImmediate(() => exited(1)),
    onAnswer: () => {},
    onExit: (take) => {
      exited = take
    },
    kill: () => setImmediate(() => exited(null)),
    pid: undefined,
  }
}
