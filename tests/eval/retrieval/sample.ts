/** At most `limit` of the items, taken evenly from all of them and kept in order. */
export const sample = <T>(items: readonly T[], limit: number): readonly T[] =>
  items.length <= limit
    ? items
    : Array.from({ length: limit }, (_, at) => items[Math.floor((at * items.length) / limit)] as T)
