/** Makes the record anew from pages and decisions; with --prove it must come out the same. */
import type { Run } from '../call.ts'
import { exitCodes } from '../exit-codes.ts'
import { count } from '../layout.ts'

export const rebuild: Run = async ({ api, options, signal }) => {
  const proof = await api.facts.rebuild(undefined, { signal })
  const { isSame, facts, documents, before, after } = proof
  const made = `${count(facts, 'fact')} of ${count(documents, 'document')}`
  if (isSame) return { json: { ...proof }, lines: [`The record was made anew and is the same: ${made}.`, after] }
  return {
    json: { ...proof },
    lines: [`The record was made anew and differs from what it was: ${made}.`, `before ${before}`, `after  ${after}`],
    exitCode: options.prove ? exitCodes.failed : exitCodes.done,
  }
}
