/** 24 dense laboratory tables in small type at 200 dpi, two or three pages of each layout family. */
import type { Random } from '../../random.ts'
import { type LabFamily, labFamilies } from '../labs/families.ts'
import { printScan } from '../print-scan.ts'
import { type ReadingGroup, type ReadingItem, toItem } from '../reading-item.ts'

export async function* denseItems(random: Random): AsyncGenerator<ReadingItem> {
  for (let i = 0; i < 24; i += 1) {
    const family = labFamilies[i % labFamilies.length]
    if (family === undefined) throw new Error('no layout family')
    yield await scanTable(family, { name: `dense-${String(i + 1).padStart(2, '0')}`, group: 'dense' }, random)
  }
}

export async function scanTable(
  family: LabFamily,
  naming: { name: string; group: ReadingGroup },
  random: Random,
): Promise<ReadingItem> {
  const page = family.print(random)
  const printed = await printScan(
    page,
    {
      dpi: 200,
      skewDegrees: random.between(-15, 15) / 10,
      noise: random.between(2, 6),
      blur: random.between(40, 55) / 100,
      specks: 0.000004,
      paper: random.between(238, 250),
      jpegQuality: random.between(60, 75),
    },
    random,
  )
  return toItem(printed, { ...naming, family: family.name })
}
