/** Reads a model back and compares it with what was brought. */
import type { Run } from '../call.ts'
import { exitCodes } from '../exit-codes.ts'
import { safeLine } from '../terminal-text.ts'

export const modelsVerify: Run = async ({ api, words: [id = ''] }) => {
  const { isIntact, sha256 } = await api.models.verify({ id })
  const name = safeLine(id)
  return {
    json: { id, isIntact, sha256 },
    lines: isIntact
      ? [`${name} is what was brought (${sha256}).`]
      : [
          `${name} is no longer what was brought, and is not used.`,
          `Remove it with "medmemory models remove ${name}" and bring it again.`,
        ],
    exitCode: isIntact ? exitCodes.done : exitCodes.failed,
  }
}
