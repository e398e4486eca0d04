/** An app of which one stream, the first time it is opened, does not begin before it is cancelled. */
import type { App } from '../../src-main/app.ts'

export function heldApp(app: App, held: string): App {
  let isHeld = true
  return {
    ...app,
    connectTransport(version) {
      const real = app.connectTransport(version)
      return {
        call: (path, input, options) => real.call(path, input, options),
        async *open(path, input, options) {
          if (path === held && isHeld) {
            isHeld = false
            await aborted(options?.signal)
          }
          yield* real.open(path, input, options)
        },
      }
    },
  }
}

const aborted = (signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted) resolve()
    else signal?.addEventListener('abort', () => resolve(), { once: true })
  })
