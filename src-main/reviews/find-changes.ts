/** What a review said when it was made and what it would say now, step by step: lines that are gone, and lines that came. */
import type { ReviewChange, ReviewStep } from '#contract/reviews.ts'

/** So many lines of each step are named. */
const MOST_NAMED = 12

export function findChanges(kept: readonly ReviewStep[], now: readonly ReviewStep[]): ReviewChange[] {
  const names = [...new Set([...kept, ...now].map(({ name }) => name))]
  const stepOf = (steps: readonly ReviewStep[], name: string) => steps.find((step) => step.name === name)
  return names.flatMap((name) => changeOf(name, stepOf(kept, name), stepOf(now, name)))
}

function changeOf(step: string, kept: ReviewStep | undefined, now: ReviewStep | undefined): ReviewChange[] {
  if (JSON.stringify(kept?.sections) === JSON.stringify(now?.sections)) return []
  const [before, after] = [textsOf(kept), textsOf(now)]
  const gone = [...before].filter((text) => !after.has(text))
  const added = [...after].filter((text) => !before.has(text))
  const more = Math.max(0, gone.length - MOST_NAMED) + Math.max(0, added.length - MOST_NAMED)
  return [{ step, gone: gone.slice(0, MOST_NAMED), added: added.slice(0, MOST_NAMED), more }]
}

/** What was forgotten with a document says nothing any more. */
const textsOf = (step: ReviewStep | undefined): ReadonlySet<string> =>
  new Set((step?.sections ?? []).flatMap(({ lines }) => lines.flatMap(({ text, isGone }) => (isGone ? [] : text))))
