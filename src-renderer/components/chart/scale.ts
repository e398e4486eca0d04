/** From values to places on a drawing, and the round numbers and dates beside them. Pure. */

export interface SparkPoint {
  /** Milliseconds. */
  readonly at: number
  readonly value: number
  readonly isOut: boolean
}

export interface Scale {
  readonly min: number
  readonly max: number
  /** Pixels; `start` may be greater than `end`, as it is for what grows upwards. */
  at(value: number): number
}

export function scaleOf(min: number, max: number, start: number, end: number): Scale {
  const span = max - min || 1
  return { min, max, at: (value) => start + ((value - min) / span) * (end - start) }
}

/** Room above and below, so that no point lies on the edge; a single value stands in the middle. */
export function paddedExtent(values: readonly number[], share = 0.12): readonly [min: number, max: number] {
  const [min, max] = [Math.min(...values), Math.max(...values)]
  const pad = (max - min) * share || Math.abs(max) * share || 1
  return [min - pad, max + pad]
}

/** Round numbers within, at most about `count`, with as many places as the steps need. */
export function roundSteps(min: number, max: number, count: number): { value: number; text: string }[] {
  const raw = (max - min) / Math.max(1, count)
  if (!(raw > 0) || !Number.isFinite(raw)) return []
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = power * ([1, 2, 5, 10].find((each) => each * power >= raw) ?? 10)
  const places = Math.max(0, -Math.floor(Math.log10(step) + 1e-9))
  const first = Math.ceil(min / step - 1e-9)
  const last = Math.floor(max / step + 1e-9)
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const value = (first + at) * step
    return { value, text: (value === 0 ? 0 : value).toFixed(places) }
  })
}

const YEAR_MS = 365.25 * 86_400_000

/** Beginnings of years, or of months where it is a matter of months; at most `count`. `year` false: say the month. */
export function timeSteps(min: number, max: number, count: number): { at: number; isYear: boolean }[] {
  const years = (max - min) / YEAR_MS
  const monthsApart = [1, 2, 3, 6, 12, 24, 60, 120, 240].find((months) => (years * 12) / months <= count) ?? 480
  const begin = new Date(min)
  const steps: { at: number; isYear: boolean }[] = []
  const firstMonth = Math.ceil((begin.getUTCFullYear() * 12 + begin.getUTCMonth()) / monthsApart) * monthsApart
  for (let month = firstMonth; steps.length <= count + 1; month += monthsApart) {
    const at = Date.UTC(Math.floor(month / 12), month % 12)
    if (at > max) break
    if (at >= min) steps.push({ at, isYear: month % 12 === 0 })
  }
  return steps
}
