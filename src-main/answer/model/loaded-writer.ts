/**
 * The one language model that the engine holds. It is checked before every load and kept until another is asked for; where
 * memory is short it gets a smaller context.
 */
import { AppError } from '#contract/errors.ts'
import { checkWriterFile, isSame } from './check-writer-file.ts'
import type { LanguageModel, OpenWeights, Weights, WriterFile } from './language-model.ts'

/** Room for a prompt and an answer, the best first. */
const CONTEXTS = [1280, 1024, 896]

export function createLoadedWriter(openWeights: OpenWeights) {
  let held: { readonly key: string; readonly model: LanguageModel; readonly weights: Weights } | undefined

  async function drop(): Promise<void> {
    const dropped = held
    held = undefined
    await dropped?.weights.close()
  }

  return {
    drop,

    /** Yields while the file is hashed. Throws `model/changed`, `model/unusable`, `engine/memory`. */
    async *load(file: WriterFile): AsyncGenerator<void, LanguageModel> {
      const key = `${file.sha256} ${file.path}`
      if (held?.key === key) return held.model
      await drop()
      const state = yield* checkWriterFile(file)
      const weights = await openWeights(file.path).catch(() => {
        throw new AppError('model/unusable')
      })
      try {
        if (!(await isSame(file.path, state))) throw new AppError('model/changed')
        held = { key, weights, model: await startContext(weights) }
        return held.model
      } catch (error) {
        await weights.close()
        throw error
      }
    },
  }
}

async function startContext(weights: Weights): Promise<LanguageModel> {
  const sizes = CONTEXTS.filter((size) => size <= weights.mostContextTokens)
  if (sizes.length === 0) throw new AppError('model/unusable')
  for (const size of sizes) {
    const model = await weights.startContext(size).catch(() => undefined)
    if (model !== undefined) return model
  }
  throw new AppError('engine/memory')
}
