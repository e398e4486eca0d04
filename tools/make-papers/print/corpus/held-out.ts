/** Three pages of each held-out layout family, scanned like the other tables. Only ever scored. */
import type { Random } from '../../random.ts'
import { heldOutFamilies } from '../labs/held-out-labs.ts'
import type { ReadingItem } from '../reading-item.ts'
import { scanTable } from './dense.ts'

export async function* heldOutItems(random: Random): AsyncGenerator<ReadingItem> {
  for (const [i, family] of heldOutFamilies.flatMap((one) => [one, one, one]).entries())
    yield await scanTable(family, { name: `held-out-${i + 1}`, group: 'held-out' }, random)
}
