/** The layout families of laboratory reports that recognition may be tuned on. */
import type { Random } from '../../random.ts'
import type { Page } from '../page.ts'
import { printCommented } from './commented.ts'
import { printCondensed } from './condensed.ts'
import { printCumulative } from './cumulative.ts'
import { printEuropean } from './european.ts'
import { printGrid } from './grid.ts'
import { printMicrobiology } from './microbiology.ts'
import { printSideBySide } from './side-by-side.ts'
import { printStacked } from './stacked.ts'
import { printTypewriter } from './typewriter.ts'
import { printZebra } from './zebra.ts'

export interface LabFamily {
  readonly name: string
  readonly print: (random: Random) => Page
}

export const labFamilies: readonly LabFamily[] = [
  { name: 'typewriter', print: printTypewriter },
  { name: 'zebra', print: printZebra },
  { name: 'grid', print: printGrid },
  { name: 'european', print: printEuropean },
  { name: 'cumulative', print: printCumulative },
  { name: 'side by side', print: printSideBySide },
  { name: 'condensed', print: printCondensed },
  { name: 'commented', print: printCommented },
  { name: 'microbiology', print: printMicrobiology },
  { name: 'stacked', print: printStacked },
]
