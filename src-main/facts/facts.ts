/** Everything that can be done with the facts of an open vault, put together. */

import { createConversion } from './conversion.ts'
import { createDecide, type DecideDeps } from './decide.ts'
import { createFactLists } from './list.ts'
import { createMedicines } from './medicines.ts'
import { createOverview } from './overview.ts'
import { createRebuild, type RebuildDeps } from './rebuild.ts'
import { createSeries } from './series.ts'

export type Facts = ReturnType<typeof createFacts>

export function createFacts(deps: DecideDeps & RebuildDeps) {
  const { store } = deps
  const convert = createConversion()
  const medicines = createMedicines(deps)
  return {
    ...createFactLists(deps),
    ...createDecide(deps),
    overview: createOverview({ store, medicines, convert }),
    series: createSeries({ store, convert }),
    medicines: medicines.list,
    rebuild: createRebuild(deps),
  }
}
