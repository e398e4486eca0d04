/** One at a time, in the order of asking. */
export function createMutex(): <R>(work: () => Promise<R>) => Promise<R> {
  let tail: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = tail.then(work)
    tail = mine.catch(() => {})
    return mine
  }
}
