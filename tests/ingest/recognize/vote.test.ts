import { describe, expect, test } from 'vitest'
import type { Reading } from '../../../src-main/ingest/recognize/reading.ts'
import { isSettled, type Sight, settle } from '../../../src-main/ingest/recognize/vote.ts'

const cell = { glyphs: [], left: 0, top: 0, right: 0, bottom: 0, baseline: { offset: 0, slope: 0 }, capital: 10 }

const sight = (text: string, confidence: number, misfit = 0): Sight => [
  { cell, from: 0, to: 1, text, confidence, spans: [], misfit } as Reading,
]

describe('looks at one word', () => {
  test('a sure one that fits its ink is enough', () => {
    expect(isSettled([sight('4.1', 0.93)])).toBe(true)
    expect(settle([sight('4.1', 0.93)])).toMatchObject({ confidence: 0.93, doubtful: false })
  })

  test('one that leaves a point in the ink unread is not, however sure it was', () => {
    expect(isSettled([sight('41', 0.95, 0.8)])).toBe(false)
    expect(settle([sight('41', 0.95, 0.8)]).doubtful).toBe(true)
  })

  test('two that agree and fit are believed', () => {
    const sights = [sight('41', 0.9, 0.8), sight('4.1', 0.6), sight('4.1', 0.55)]
    expect(isSettled(sights)).toBe(true)
    const { readings, confidence, doubtful } = settle(sights)
    expect(readings[0]?.text).toBe('4.1')
    expect({ confidence, doubtful }).toEqual({ confidence: 0.8, doubtful: false })
  })

  test('what all are sure of alike is no handwriting, and stays in doubt where its ink does not fit', () => {
    const alike = [sight('0.6', 0.96, 0.75), sight('0.6', 0.95, 0.75), sight('0.6', 0.93, 0.75)]
    expect(settle(alike)).toMatchObject({ confidence: 0.96, doubtful: true })
    expect(settle([...alike.slice(0, 2), sight('0.6', 0.6, 0.75)])).toMatchObject({ confidence: 0.5, doubtful: true })
  })

  test('units that differ in the sign for millionths alone are read, and in doubt', () => {
    const sights = [sight('pIU/mL', 0.09), sight('HIU/mL', 0.1), sight('uIU/mL', 0.3)]
    expect(settle(sights)).toMatchObject({ confidence: 0.5, doubtful: true })
    expect(settle([sight('ng/mL', 0.1), sight('pg/mL', 0.2), sight('mg/mL', 0.3)]).confidence).toBe(0.3)
  })

  test('where none agrees with another the word is in doubt and never surer than one half', () => {
    const { confidence, doubtful } = settle([sight('1.4', 0.7), sight('14', 0.9, 0.7), sight('1,4', 0.85)])
    expect(doubtful).toBe(true)
    expect(confidence).toBeLessThanOrEqual(0.5)
  })
})
