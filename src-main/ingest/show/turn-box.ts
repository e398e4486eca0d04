/** A box on a page that is turned clockwise by quarters: fractions of the page before, fractions of the page after. */
import type { Box } from '../read-page.ts'
import type { QuarterTurns } from './shown-file.ts'

export function turnBox([x, y, width, height]: Box, turn: QuarterTurns): Box {
  if (turn === 1) return [1 - y - height, x, height, width]
  if (turn === 2) return [1 - x - width, 1 - y - height, width, height]
  if (turn === 3) return [y, 1 - x - width, height, width]
  return [x, y, width, height]
}
