/** Models kept loaded between calls, the ones used last; one that is in use is never closed. */

const MOST = 3

export function createLoadedModels<S, M>(open: (spec: S) => Promise<M>, close: (model: M) => Promise<void>) {
  const loaded = new Map<string, { model: Promise<M>; users: number }>()

  /** For one more. */
  async function makeRoom(): Promise<void> {
    const idle = [...loaded].filter(([, { users }]) => users === 0)
    const leaving = idle.slice(0, Math.max(0, loaded.size + 1 - MOST))
    for (const [key] of leaving) loaded.delete(key)
    for (const [, { model }] of leaving) await close(await model)
  }

  return {
    /** Opens the model if need be; a model that would not open is tried anew by the next call. */
    async *use<T>(spec: S, work: (model: M) => AsyncGenerator<T>): AsyncGenerator<T> {
      const key = JSON.stringify(spec)
      const entry = loaded.get(key) ?? { model: makeRoom().then(() => open(spec)), users: 0 }
      entry.users += 1
      // behind all others: the first to go is the one not used for longest
      loaded.delete(key)
      loaded.set(key, entry)
      try {
        const model = await entry.model.catch((error: unknown) => {
          loaded.delete(key)
          throw error
        })
        yield* work(model)
      } finally {
        entry.users -= 1
      }
    },
  }
}
