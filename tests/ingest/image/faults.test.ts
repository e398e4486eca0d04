import { expect, test } from 'vitest'
import { findPageOutline } from '../../../src-main/ingest/image/page-outline.ts'
import { photoFaults } from '../../../src-main/ingest/image/photo-faults.ts'
import { type PhotoOptions, takePhoto } from './photographer.ts'

/** Letters of some 12 pixels, as in a photo of a whole page taken with a telephone. */
const usual: PhotoOptions = {
  longSide: 1600,
  letters: 0.02,
  clutter: false,
  fill: 0.9,
  maxTilt: 12,
  roll: 3,
  blur: 0.6,
}

function faultsOf(seed: number, options: PhotoOptions): string[] {
  const { raster } = takePhoto(seed, { ...usual, ...options })
  return photoFaults(raster, findPageOutline(raster), true)
}

test.for([
  ['dark', 'letter'],
  ['wood', 'table'],
  ['white', 'dense'],
  ['cloth', 'form'],
] as const)('nothing is wrong with a good photo of a sheet on a %s desk', ([desk, sheet]) => {
  expect(faultsOf(31, { desk, sheet })).toEqual([])
})

test('a photo out of focus is blurred, and so is one taken with a moving hand', () => {
  expect(faultsOf(32, { desk: 'dark', sheet: 'letter', blur: 3 })).toEqual(['blurred'])
  expect(faultsOf(33, { desk: 'wood', sheet: 'dense', motion: 14 })).toEqual(['blurred'])
})

test('a sharp page of low contrast is not blurred', () => {
  const { raster } = takePhoto(34, { ...usual, desk: 'dark', sheet: 'letter' })
  const pale = { ...raster, data: raster.data.map((tone) => 120 + tone / 2.2) }
  expect(photoFaults(pale, findPageOutline(pale), true)).toEqual([])
})

test('letters of four pixels are too small', () => {
  expect(faultsOf(35, { desk: 'wood', sheet: 'dense', letters: 0.007 })).toEqual(['too-small'])
})

test('a lamp mirrored in the page interrupts its lines; a bright page does not', () => {
  expect(faultsOf(36, { desk: 'dark', sheet: 'dense', glare: true })).toContain('glare')
  const { raster } = takePhoto(36, { ...usual, desk: 'dark', sheet: 'dense', shadow: false })
  const bright = { ...raster, data: raster.data.map((tone) => Math.min(255, tone * 1.4)) }
  expect(photoFaults(bright, findPageOutline(bright), true)).not.toContain('glare')
})

test('writing that runs out of the picture is cut off; a margin that does is not', () => {
  expect(faultsOf(37, { desk: 'dark', sheet: 'dense', fill: 1.1, shift: [0.17, 0] })).toContain('cut-off')
  expect(faultsOf(38, { desk: 'dark', sheet: 'letter', fill: 0.98, shift: [0, 0.03] })).not.toContain('cut-off')
})

test('a scan neither glares nor is it cut off', () => {
  const { raster } = takePhoto(37, { ...usual, desk: 'dark', sheet: 'dense', fill: 1.1, shift: [0.17, 0] })
  expect(photoFaults(raster, undefined, false)).toEqual([])
})
