/** A first look at a page on a smaller copy: how tall its letters are, how its lines run and slope, and what is black round it. */
import type { Raster } from '../image/raster.ts'
import { axisVotes } from './axis.ts'
import { binarise } from './binarise.ts'
import { type Components, findComponents, onSide } from './components.ts'
import { withoutDarkEdges } from './dark-edges.ts'
import { evenLight } from './even-light.ts'
import { percentile, shrink } from './grey.ts'
import { letterHeightOf } from './letters.ts'
import { letterPoints, skewOf, turnedPoints } from './skew.ts'
import { findSolids } from './solids.ts'

export interface Survey {
  /** The page, dark on light, without the black round it. */
  readonly page: Raster
  /** Its lines run down it rather than across. */
  readonly sideways: boolean
  /** That is beyond doubt. */
  readonly clear: boolean
  /** For the page as given (0) or turned clockwise once (1), taking its lines to run across it then. */
  readonly measure: (turn: 0 | 1) => Measures
}

export interface Measures {
  /** In pixels of the page; 0 when it shows no letters. */
  readonly letterHeight: number
  /** Radians by which its lines fall to the right. */
  readonly skew: number
}

/** Letters of fewer pixels run together on the small copy. */
const LEAST_LETTER = 8
/** Any height serves to even the light; this is print of 10 points at 200 dots per inch. */
const FIRST_GUESS = 18
const LONGEST_SIDE = 4000
/** A page whose middle grey is darker may be a negative. */
const DARK_PAGE = 100
/** So many times more letters must stand side by side than above each other, and so many at all. */
const CLEAR_AXIS = 3
const LEAST_VOTES = 20

export function survey(raster: Raster): Survey {
  const coarse = Math.max(1, Math.ceil(Math.max(raster.width, raster.height) / LONGEST_SIDE))
  const first = look(raster, 2 * coarse, FIRST_GUESS / 2)
  const positive = percentile(first.small, 0.5) < DARK_PAGE ? brighterOf(raster, first) : first
  const seen = positive.letterHeight >= LEAST_LETTER ? positive : look(positive.page, coarse, FIRST_GUESS)
  const { across, down } = seen.votes
  return {
    page: seen.page,
    sideways: down > across,
    clear: across + down >= LEAST_VOTES && Math.max(across, down) >= CLEAR_AXIS * Math.min(across, down),
    measure: (turn) => {
      const letterHeight = heightOf(seen, turn === 1)
      const points = letterPoints(turn === 1 ? onSide(seen.components) : seen.components, letterHeight)
      return { letterHeight: letterHeight * seen.factor, skew: skewOf(turn === 1 ? turnedPoints(points) : points) }
    },
  }
}

interface Look {
  readonly page: Raster
  readonly small: Raster
  readonly factor: number
  readonly components: Components
  readonly votes: { readonly across: number; readonly down: number }
  readonly letterHeight: number
}

function look(raster: Raster, factor: number, guess: number): Look {
  const small = shrink(raster, factor)
  const ink = binarise(evenLight(small, guess))
  const solids = findSolids(ink, guess)
  const page = withoutDarkEdges(raster, solids, factor, percentile(small, 0.8))
  const components = findComponents(page === raster ? ink : withoutDarkEdges(ink, solids, 1, 0))
  const size = Math.min(heightOf({ small, components }, false), heightOf({ small, components }, true))
  const votes = axisVotes(components, size)
  const letterHeight = heightOf({ small, components }, votes.down > votes.across)
  return { page, small, factor, components, votes, letterHeight }
}

function heightOf({ small, components }: Pick<Look, 'small' | 'components'>, sideways: boolean): number {
  return letterHeightOf(sideways ? onSide(components) : components, Math.max(small.width, small.height))
}

/** Of a dark page: itself, or its negative when that shows more letters or neither shows any. */
function brighterOf(raster: Raster, asIs: Look): Look {
  const negative = look({ ...raster, data: raster.data.map((value) => 255 - value) }, asIs.factor, FIRST_GUESS / 2)
  // What is left of the ground between light letters is many small shapes.
  const print = ({ votes, letterHeight }: Look) => (votes.across + votes.down) * letterHeight ** 2
  return print(negative) > print(asIs) || print(asIs) === 0 ? negative : asIs
}
