/**
 * What the language model's engine does: one answer at a time, of which whole sentences are told as they are written. What
 * questions have in common is read once and kept. Yields at least at every step of the model, so that it can be cancelled.
 */
import { AppError } from '#contract/errors.ts'
import { INSTRUCTIONS, MOST_EVIDENCE, type PromptInput, questionPart } from '../prompt.ts'
import type { LanguageModel, OpenWeights, WriterFile } from './language-model.ts'
import { createLoadedWriter } from './loaded-writer.ts'
import { sentenceGrammar } from './sentence-grammar.ts'
import { createSentenceStream, type WrittenSentence } from './sentence-stream.ts'

export interface WriteRequest {
  readonly model: WriterFile
  readonly prompt: PromptInput
  /** Of the answer; what is read has a bound of its own. */
  readonly mostTokens: number
  /** For reading and writing, not for loading. */
  readonly deadlineMs: number
}

export interface Begun {
  /** So many excerpts were read; those behind them had no room. */
  readonly evidence: number
  readonly promptTokens: number
  /** Of them, known from the question before. */
  readonly keptTokens: number
  readonly readingMs: number
}

export interface Ended {
  /** `no-room`: not even one excerpt had room, and nothing was asked. */
  readonly reason: 'whole' | 'tokens' | 'time' | 'no-room'
  /** What the model says of the excerpts; never true of an answer that is not whole. */
  readonly insufficient: boolean
  readonly tokens: number
}

export type Written =
  /** A sign of life. */
  | { readonly kind: 'working' }
  /** The first token of the answer is there. */
  | ({ readonly kind: 'begun' } & Begun)
  | ({ readonly kind: 'sentence' } & WrittenSentence)
  | ({ readonly kind: 'end' } & Ended)

/** Instructions, excerpts and question together, so that more than half of it is kept from question to question. */
const PROMPT_TOKENS = 640
const SENTENCES = { sentences: 4, characters: 240 }
const WORKING = { kind: 'working' } as const
/** How long a call that is cancelled may go on unseen. */
const SIGN_MS = 50

export function createWriteWork({ openWeights }: { readonly openWeights: OpenWeights }) {
  const writer = createLoadedWriter(openWeights)
  const takeTurn = createTurns()

  /** Runs `work` with the model and nothing beside it; a model that failed is loaded anew by the next call. */
  async function* alone<T>(
    file: WriterFile,
    work: (model: LanguageModel) => AsyncGenerator<T>,
  ): AsyncGenerator<T | typeof WORKING> {
    const turn = takeTurn()
    try {
      while (!(await turn.comes(SIGN_MS))) yield WORKING
      const loading = writer.load(file)
      let step = await loading.next()
      for (; !step.done; step = await loading.next()) yield WORKING
      try {
        yield* work(step.value)
      } catch (error) {
        await writer.drop()
        throw error instanceof AppError ? error : new AppError('model/unusable')
      }
    } finally {
      turn.end()
    }
  }

  return {
    async *write({ model: file, prompt, mostTokens, deadlineMs }: WriteRequest): AsyncGenerator<Written> {
      yield* alone(file, (model) => writeAnswer(model, prompt, mostTokens, deadlineMs))
    },

    /** Loads the model and reads what all questions begin with, so that the first one waits for neither. */
    async *prepare({ model: file }: { readonly model: WriterFile }): AsyncGenerator<typeof WORKING> {
      yield* alone(file, async function* (model) {
        for await (const _ of model.read(commonTokens(model))) yield WORKING
      })
    },

    /**
     * Whether the model loads, has room for the instructions and writes; what the process holds by then, in bytes. Its file
     * is let go of.
     */
    async *measure({
      model: file,
    }: {
      readonly model: WriterFile
    }): AsyncGenerator<{ processBytes: number } | Written> {
      yield* alone(file, async function* (model) {
        try {
          let isWriting = false
          for await (const part of writeAnswer(model, TRIAL, TRIAL_TOKENS, Number.POSITIVE_INFINITY)) {
            isWriting ||= part.kind === 'begun'
            yield WORKING
          }
          if (!isWriting) throw new AppError('model/unusable')
          yield { processBytes: process.memoryUsage.rss() }
        } finally {
          await writer.drop()
        }
      })
    },
  }
}

const TRIAL: PromptInput = { question: 'What was measured?', evidence: ['Glucose 92 mg/dL'], voice: 'patient' }
const TRIAL_TOKENS = 8

async function* writeAnswer(
  model: LanguageModel,
  prompt: PromptInput,
  mostTokens: number,
  deadlineMs: number,
): AsyncGenerator<Written> {
  const startedAt = performance.now()
  const isOverdue = () => performance.now() - startedAt > deadlineMs
  const end = (reason: Ended['reason'], tokens: number, insufficient = false) =>
    ({ kind: 'end', reason, insufficient, tokens }) as const

  const { tokens, evidence } = fitPrompt(model, prompt, Math.min(PROMPT_TOKENS, model.contextTokens - mostTokens))
  if (evidence === 0) return yield end('no-room', 0)
  const reading = model.read(tokens)
  let step = await reading.next()
  for (; !step.done; step = await reading.next()) {
    if (isOverdue()) return yield end('time', 0)
    yield WORKING
  }
  const keptTokens = step.value

  const stream = createSentenceStream()
  let count = 0
  let toldAt = performance.now()
  for await (const piece of model.write(sentenceGrammar({ evidence, ...SENTENCES }))) {
    count += 1
    if (count === 1) {
      const readingMs = performance.now() - startedAt
      yield { kind: 'begun', evidence, promptTokens: tokens.length, keptTokens, readingMs }
    }
    for (const sentence of stream.push(piece)) yield { kind: 'sentence', ...sentence }
    if (stream.isWhole()) return yield end('whole', count, stream.insufficient())
    if (count >= mostTokens) return yield end('tokens', count)
    if (isOverdue()) return yield end('time', count)
    if (performance.now() - toldAt < SIGN_MS) continue
    toldAt = performance.now()
    yield WORKING
  }
  yield end('tokens', count)
}

/** One more than two questions share, since the last token of what is read is left to the writing. */
function commonTokens(model: LanguageModel): readonly number[] {
  const [one, other] = ['a', 'b'].map((text) => model.encode(INSTRUCTIONS, text))
  const shared = one?.findIndex((token, at) => token !== other?.[at]) ?? 0
  return one?.slice(0, shared + 1) ?? []
}

/** As many excerpts as have room, from the first on. */
function fitPrompt(
  model: LanguageModel,
  prompt: PromptInput,
  most: number,
): { tokens: readonly number[]; evidence: number } {
  for (let evidence = Math.min(prompt.evidence.length, MOST_EVIDENCE); evidence > 0; evidence -= 1) {
    const part = questionPart({ ...prompt, evidence: prompt.evidence.slice(0, evidence) })
    const tokens = model.encode(INSTRUCTIONS, part)
    if (tokens.length <= most) return { tokens, evidence }
  }
  return { tokens: [], evidence: 0 }
}

/** One after the other, in the order of asking. */
function createTurns() {
  let last: Promise<void> = Promise.resolve()
  return () => {
    const before = last
    const { promise, resolve } = Promise.withResolvers<void>()
    last = before.then(() => promise)
    return {
      /** Whether it has come within `ms`. */
      async comes(ms: number): Promise<boolean> {
        let timer: NodeJS.Timeout | undefined
        const waited = new Promise<false>((answer) => {
          timer = setTimeout(answer, ms, false)
        })
        try {
          return await Promise.race([before.then(() => true), waited])
        } finally {
          clearTimeout(timer)
        }
      },
      end: resolve,
    }
  }
}
