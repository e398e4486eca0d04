/** Puts a model to work, or goes back to what is built in. */
import { ModelRole } from '#contract/models.ts'
import type { Run } from '../call.ts'
import { safeLine } from '../terminal-text.ts'
import { wrongUsage } from '../wrong-usage.ts'

export const modelsUse: Run = async ({ api, words: [role = '', id] }) => {
  const known = ModelRole.safeParse(role)
  if (!known.success) throw wrongUsage(`"models use" takes ${ModelRole.options.map((each) => `"${each}"`).join(', ')}.`)
  await api.models.use({ role: known.data, id: id ?? null })
  const described = id === undefined ? builtIn[known.data] : `${safeLine(id)} is in use.`
  return {
    json: { role: known.data, id: id ?? null },
    lines: [
      described,
      ...(known.data === 'embedder'
        ? ['Documents are made searchable with it bit by bit; until then the one before it answers.']
        : []),
    ],
  }
}

const builtIn: Readonly<Record<ModelRole, string>> = {
  embedder: 'The built-in word vectors are in use.',
  reranker: 'No model puts passages in order any more.',
  writer: 'No model writes any more; answers are quoted sentences.',
}
