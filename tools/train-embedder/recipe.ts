/** How the model that comes with the program is made. Every number was chosen on held-out text: MODEL_CARD.md. */
export const recipe = {
  words: 68_000,
  bits: 3,
  weight: 0.35,
  near: 0.35,
  training: { dimensions: 512, batch: 1024, epochs: 5, temperature: 0.05, rate: 0.05, scaleRate: 0.02, framed: 0.3 },
} as const

/** Beyond this the file is no guest in a source repository. */
export const MOST_BYTES = 14_000_000
