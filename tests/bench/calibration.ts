/** The same small work again and again between the measured rounds: how far its times lie apart is the machine's noise. */
import { createHash } from 'node:crypto'
import { median, quantile } from './stats.ts'

const NOISY = 0.2
const SAMPLES = 3
const block = Buffer.alloc(2 ** 20, 7)
/** Long enough for the scheduler to take the processor away in the middle, as it does from what is measured. */
const REPEATS = 60

export interface Calibration {
  /** Takes a few samples; call it between rounds. */
  sample(): void
  report(): string
}

export function createCalibration(): Calibration {
  const samples: number[] = []
  const sample = () => {
    const startedAt = performance.now()
    const hash = createHash('sha256')
    for (let repeat = 0; repeat < REPEATS; repeat += 1) hash.update(block)
    hash.digest()
    samples.push(performance.now() - startedAt)
  }
  sample()
  samples.length = 0
  return {
    sample() {
      for (let turn = 0; turn < SAMPLES; turn += 1) sample()
    },
    report() {
      const apart = (quantile(samples, 0.9) - quantile(samples, 0.1)) / median(samples)
      const verdict = apart > NOISY ? 'noisy: trust the ratios, and those little' : 'quiet'
      return `calibration: ${samples.length} repeats of one fixed piece of work, median ${median(samples).toFixed(1)} ms, 10th to 90th percentile ${(apart * 100).toFixed(0)} % apart (${verdict})`
    },
  }
}
