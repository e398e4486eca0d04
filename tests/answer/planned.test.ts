import { describe, expect, test } from 'vitest'
import { isPlanned } from '../../src-main/answer/planned.ts'

describe('what is still to be done', () => {
  test('is told by its own words or by the heading it stands under', () => {
    for (const words of [
      'Next due: tetanus booster in June 2032',
      'Repeat echocardiogram in 12 months',
      'Sutures to be removed in 10 days',
      'A mammogram is recommended in spring',
      'A colonoscopy is not planned.',
    ])
      expect(isPlanned(words, ''), words).toBe(true)
    expect(isPlanned('Colonoscopy', 'Plan')).toBe(true)
  })

  test('is not what was done, though it stands among plans', () => {
    expect(isPlanned('Pneumococcal vaccine given today', 'PLAN')).toBe(false)
    expect(isPlanned('Her echocardiogram of 10 January 2024 shows a gradient', '')).toBe(false)
  })
})
