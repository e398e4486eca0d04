/** Dates that may be partial (`2021`, `2021-03`): what is less exact is only compared as far as both go. */

const cut = (a: string, b: string): readonly [string, string] => {
  const length = Math.min(10, a.length, b.length)
  return [a.slice(0, length), b.slice(0, length)]
}

/** Surely after; false where it may be the same day or one of them is not known. */
export function isAfter(on: string | undefined, other: string | undefined): boolean {
  if (on === undefined || other === undefined) return false
  const [one, two] = cut(on, other)
  return one > two
}

/** The last day that has begun anywhere while it is `today` in Greenwich. */
export const latestToday = (today: string): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)

const DAY_MS = 86_400_000
