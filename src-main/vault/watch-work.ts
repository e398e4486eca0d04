/**
 * Work that takes long, as a stream: what it tells while it goes on, the latest of it, and last what it answers. The work goes
 * on whether or not anybody reads; who leaves early waits until it has ended, and is the one to stop it.
 */
export async function* watchWork<T>(work: (tell: (value: T) => void) => Promise<T>): AsyncGenerator<T, void> {
  let latest: { readonly value: T } | undefined
  let isEnded = false
  let news = Promise.withResolvers<void>()
  const ended = work((value) => {
    latest = { value }
    news.resolve()
  }).finally(() => {
    isEnded = true
    news.resolve()
  })
  ended.catch(() => {})
  try {
    for (;;) {
      await news.promise
      if (isEnded) break
      news = Promise.withResolvers()
      const told = latest
      latest = undefined
      if (told !== undefined) yield told.value
    }
    yield await ended
  } finally {
    await ended.catch(() => {})
  }
}
