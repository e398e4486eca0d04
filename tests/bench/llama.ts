/**
 * The language model: from question to first token against llama.cpp reading the same prompt from its beginning, and how
 * fast the answer is written against the library's own loop. Weights out of a counter: speed is measured, not answers.
 */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PromptInput } from '../../src-main/answer/prompt.ts'
import { createEngine } from '../../src-main/engines/host.ts'
import type { LlamaEngine } from '../../src-main/engines/llama.engine.ts'
import { forkEngine } from '../../src-main/engines/spawn.ts'
import { silentLog } from '../../src-main/lib/log.ts'
import { type LlamaPeer, openLlamaPeer } from '../support/llama-peer.ts'
import { makeGguf } from '../support/make-gguf.ts'
import type { Section } from './main.ts'
import { milliseconds, ratioRow } from './row.ts'
import { median } from './stats.ts'

const ROUNDS = 7
const MOST_TOKENS = 80
/** About 25 million weights. */
const SIZE = { layers: 8, width: 512 }

export const benchLlama: Section = async (folder, calibration) => {
  const bytes = makeGguf(SIZE)
  const path = join(folder, 'model.gguf')
  writeFileSync(path, bytes)
  const model = { path, sha256: createHash('sha256').update(bytes).digest('hex') }
  const engine = createEngine<LlamaEngine>('llama', {
    spawn: forkEngine,
    limits: () => ({ maxBytes: 2 ** 31, silenceMs: 60_000 }),
    log: silentLog,
  })
  const peer = await openLlamaPeer(path)
  const ours: Answered[] = []
  const theirs: Answered[] = []
  try {
    await askOurs(engine.remote, model, promptOf(0))
    await askPeer(peer, promptOf(0))
    for (let round = 1; round <= ROUNDS; round += 1) {
      const prompt = promptOf(round)
      const oursFirst = round % 2 === 0
      if (oursFirst) ours.push(await askOurs(engine.remote, model, prompt))
      theirs.push(await askPeer(peer, prompt))
      if (!oursFirst) ours.push(await askOurs(engine.remote, model, prompt))
      calibration.sample()
    }
  } finally {
    await engine.close()
    await peer.close()
  }
  const rate = ({ tokens, writingMs }: Answered) => ((tokens - 1) / writingMs) * 1000
  const { promptTokens, keptTokens } = ours[0] ?? { promptTokens: 0, keptTokens: 0 }
  return [
    ratioRow(
      {
        metric: `llama: question to first token (${promptTokens} tokens, ${keptTokens} kept)`,
        ours: milliseconds(median(ours.map(({ firstMs }) => firstMs))),
        peer: `${milliseconds(median(theirs.map(({ firstMs }) => firstMs)))} all read`,
        ratios: ours.map(({ firstMs }, round) => firstMs / (theirs[round]?.firstMs ?? 0)),
      },
      { most: 0.5 },
    ),
    ratioRow(
      {
        metric: 'llama: tokens a second',
        ours: median(ours.map(rate)).toFixed(0),
        peer: `${median(theirs.map(rate)).toFixed(0)} the library's loop`,
        ratios: ours.map((answered, round) => rate(answered) / rate(theirs[round] ?? answered)),
      },
      { least: 0.95 },
    ),
  ]
}

interface Answered {
  readonly firstMs: number
  readonly writingMs: number
  readonly tokens: number
  readonly promptTokens: number
  readonly keptTokens: number
}

type Engine = ReturnType<typeof createEngine<LlamaEngine>>['remote']

/** As seen by the program: calls and messages between processes are in it. */
async function askOurs(
  engine: Engine,
  model: { path: string; sha256: string },
  prompt: PromptInput,
): Promise<Answered> {
  const startedAt = performance.now()
  let firstAt = startedAt
  const answered = { tokens: 0, promptTokens: 0, keptTokens: 0 }
  for await (const part of engine.write({ model, prompt, mostTokens: MOST_TOKENS, deadlineMs: 60_000 }, {})) {
    if (part.kind === 'begun') {
      firstAt = performance.now()
      answered.promptTokens = part.promptTokens
      answered.keptTokens = part.keptTokens
    } else if (part.kind === 'end') answered.tokens = part.tokens
  }
  return { ...answered, firstMs: firstAt - startedAt, writingMs: performance.now() - firstAt }
}

async function askPeer(peer: LlamaPeer, prompt: PromptInput): Promise<Answered> {
  const { firstMs, writingMs, tokens } = await peer.answer(prompt, MOST_TOKENS)
  return { firstMs, writingMs, tokens, promptTokens: 0, keptTokens: 0 }
}

const ANALYTES = ['Glucose', 'Creatinine', 'Potassium', 'Sodium', 'Ferritin', 'Haemoglobin', 'Calcium', 'Albumin']

/** Other excerpts and another question every round. */
function promptOf(round: number): PromptInput {
  const analyte = ANALYTES[round % ANALYTES.length] ?? ''
  return {
    question: `What was the last ${analyte.toLowerCase()}?`,
    evidence: [1, 2, 3, 4].map(
      (line) => `2021-0${line}-1${round} ${analyte} ${60 + round * line} mg/dL (reference 50 - 110)`,
    ),
    voice: 'patient',
  }
}
