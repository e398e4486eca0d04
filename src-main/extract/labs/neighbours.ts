/** Names that only their neighbours in the same table explain: a saturation beside iron is that of transferrin. */
import type { Names } from './names.ts'
import type { WalkedReading } from './walk.ts'

const SATURATION = /^(?:%\s?)?sat(?:uration|\.|n\.?)?(?:\s?(?:index|%|\(%\)))?$/iu

export const isSaturation = (nameText: string) => SATURATION.test(nameText.trim())

export const isOfIron = (name: string) => OF_IRON.has(name)

const OF_IRON: ReadonlySet<string> = new Set([
  'Iron',
  'Transferrin',
  'Total iron binding capacity',
  'Unsaturated iron binding capacity',
  'Ferritin',
])

export function withNeighbours(walked: readonly WalkedReading[], names: Names): WalkedReading[] {
  const ofIron = new Set<number>()
  for (const { reading, table } of walked) {
    const { unitText, nameText } = reading
    const name = names.find(nameText, { unitText })?.analyte.name
    if (table !== undefined && name !== undefined && OF_IRON.has(name)) ofIron.add(table)
  }
  return walked.map((each) => {
    const { reading, table } = each
    const isMeant = table !== undefined && ofIron.has(table) && isSaturation(reading.nameText)
    return isMeant ? { ...each, reading: { ...reading, meant: 'Transferrin saturation' } } : each
  })
}
