/** Runs a task on several items at once and yields the results in the items' order; never more than `most` are under way. */
export async function* sideBySide<T, R>(
  items: AsyncIterable<T>,
  most: number,
  task: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const underWay: Promise<R>[] = []
  try {
    for await (const item of items) {
      const result = task(item)
      // whoever waits for it hears of its failure; until then it must not end the process
      result.catch(() => {})
      underWay.push(result)
      if (underWay.length >= most) yield await (underWay.shift() as Promise<R>)
    }
    while (underWay.length > 0) yield await (underWay.shift() as Promise<R>)
  } finally {
    await Promise.allSettled(underWay)
  }
}
