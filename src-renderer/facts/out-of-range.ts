/** Whether the paper itself marks a value. A value without a range or mark is never coloured: nothing is judged here. */
import type { FactFlag } from '#contract/facts.ts'

export const isOutOfRange = (flag: FactFlag): boolean => flag !== 'normal' && flag !== 'unknown'
