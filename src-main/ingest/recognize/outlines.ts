/** How far each component reaches to the left and to the right in each of its rows. */
import type { Components } from './components.ts'

export interface Outlines {
  /** Least white in any row between two groups of components, the one to the left of the other; undefined when they share no row. */
  gap(before: readonly number[], after: readonly number[]): number | undefined
}

export function outlinesOf({ count, top, bottom, runs }: Components): Outlines {
  const offset = new Int32Array(count + 1)
  for (let c = 0; c < count; c++) offset[c + 1] = (offset[c] as number) + (bottom[c] as number) - (top[c] as number) + 1
  const first = new Int32Array(offset[count] as number).fill(0x7fffffff)
  const last = new Int32Array(offset[count] as number).fill(-1)
  for (let i = 0; i < runs.count; i++) {
    const c = runs.component[i] as number
    const at = (offset[c] as number) + (runs.row[i] as number) - (top[c] as number)
    first[at] = Math.min(first[at] as number, runs.start[i] as number)
    last[at] = Math.max(last[at] as number, runs.end[i] as number)
  }

  return {
    gap(before, after) {
      let least: number | undefined
      for (const a of before)
        for (const b of after) {
          const from = Math.max(top[a] as number, top[b] as number)
          const to = Math.min(bottom[a] as number, bottom[b] as number)
          for (let y = from; y <= to; y++) {
            const end = last[(offset[a] as number) + y - (top[a] as number)] as number
            const white = (first[(offset[b] as number) + y - (top[b] as number)] as number) - end
            if (least === undefined || white < least) least = white
          }
        }
      return least
    },
  }
}
