/** Copies a model into the vault's folder, from a file or a folder. */
import { resolve } from 'node:path'
import type { Run } from '../call.ts'
import { describeSize, howToUse, roleWords } from '../model-text.ts'
import { createProgressLine } from '../progress.ts'
import { safeLine } from '../terminal-text.ts'

export const modelsImport: Run = async ({ api, words: [path = '', id], io, signal }) => {
  const line = createProgressLine(io.stderr)
  line.show('Copying and trying the model …')
  const model = await api.models
    .import({ path: resolve(path), ...(id !== undefined && { id }) }, { signal })
    .finally(line.clear)
  return {
    json: { ...model },
    lines: [
      `${safeLine(model.title)} is here: ${roleWords[model.kind]}, ${describeSize(model.sizeBytes)}, SHA-256 ${model.sha256}.`,
      ...(model.isExperimental ? ['Nothing vouches for it but this copy; its hash is remembered from now on.'] : []),
      howToUse(model.kind, model.id),
    ],
  }
}
