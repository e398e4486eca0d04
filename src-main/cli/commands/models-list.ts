/** Lists the models: those on this computer, and those of the catalogue that could be brought. */
import type { Model } from '#contract/models.ts'
import type { Run } from '../call.ts'
import { columns, screenWidth, wrap } from '../layout.ts'
import { listAll } from '../list-all.ts'
import { describeSize, roleWords } from '../model-text.ts'

export const modelsList: Run = async ({ api, io }) => {
  const models = await listAll((from) => api.models.list({ filter: {}, ...from }))
  const here = models.filter(({ state }) => state !== 'absent')
  const elsewhere = models.filter(({ state }) => state === 'absent')
  return {
    json: { models },
    lines: [
      'On this computer:',
      ...tableOf(here, stateOf),
      ...(elsewhere.length === 0 ? [] : ['', 'Known, and not here:', ...tableOf(elsewhere, ({ licence }) => licence)]),
      '',
      ...wrap(
        'None is needed. "medmemory models import" brings one from a file, "medmemory models download" from its publisher.',
        screenWidth(io.stdout),
      ),
    ],
  }
}

const tableOf = (models: readonly Model[], last: (model: Model) => string): string[] =>
  columns(
    [
      ...models.map((model) => [
        model.id,
        roleWords[model.kind],
        describeSize(model.sizeBytes),
        [last(model), ...(model.isExperimental ? ['experimental'] : [])].join(', '),
      ]),
    ],
    '  ',
  )

function stateOf({ state, isInUse }: Model): string {
  if (state === 'changed') return 'changed on disk, not used; remove it and bring it again'
  return [...(state === 'built-in' ? ['built in'] : []), isInUse ? 'in use' : 'not in use'].join(', ')
}
