/** Everything that can be done with the facts of an open vault, put together. */

import { createDecide, type DecideDeps } from './decide.ts'
import { createFactLists } from './list.ts'
import { createMeasures } from './measures.ts'
import { createMedicines } from './medicines.ts'
import { createOverview } from './overview.ts'
import { createRebuild, type RebuildDeps } from './rebuild.ts'
import { createSeries } from './series.ts'

export type Facts = ReturnType<typeof createFacts>

export function createFacts(deps: Omit<DecideDeps, 'measures'> & RebuildDeps) {
  const { store } = deps
  const measures = createMeasures()
  const { convert } = measures
  const medicines = createMedicines(deps)
  return {
    ...createFactLists(deps),
    ...createDecide({ ...deps, measures }),
    overview: createOverview({ store, medicines, convert }),
    series: createSeries({ store, convert }),
    medicines: medicines.list,
    /** For answers: every medicine's last statement, and exact conversion. */
    medicineLines: medicines,
    convert,
    rebuild: createRebuild(deps),
  }
}
