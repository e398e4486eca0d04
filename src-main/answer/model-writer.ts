/**
 * An answer in a language model's words, sentence by sentence, each with the excerpts it cites. Nothing written here may be
 * shown before it is checked against them. Reads no record: it knows only what it is handed.
 */
import type { LlamaEngine } from '../engines/llama.engine.ts'
import type { Remote } from '../engines/protocol.ts'
import type { WriterFile } from './model/language-model.ts'
import type { WrittenSentence } from './model/sentence-stream.ts'
import type { Ended } from './model/write-work.ts'
import { PROMPT_VERSION, type PromptInput } from './prompt.ts'

export interface ModelWriter {
  readonly modelId: string
  readonly promptVersion: number
  /** Gets ready for a question that may come, while its answer is still being looked for. Fails silently: `write` would fail again. */
  prepare(signal: AbortSignal): Promise<void>
  /** Returns how it went; an engine that failed throws its code. Fewer excerpts may be read than are given, never others. */
  write(input: PromptInput, signal: AbortSignal): AsyncGenerator<WrittenSentence | { insufficient: true }, WriteReport>
}

export interface WriteReport {
  readonly reason: Ended['reason']
  /** So many excerpts were read, from the first on. */
  readonly evidence: number
  readonly tokens: number
}

export interface ModelWriterDeps {
  readonly engine: Remote<LlamaEngine>
  readonly model: WriterFile & { readonly modelId: string }
  /** Told of every failure before the caller is. */
  readonly onFailure: (error: unknown) => void
}

/** Four sentences of 25 words, and what stands around them. */
const MOST_TOKENS = 320
/** A slow machine reads a prompt and writes a sentence or two in this time. */
const DEADLINE_MS = 60_000

export function createModelWriter({ engine, model, onFailure }: ModelWriterDeps): ModelWriter {
  const { modelId, path, sha256 } = model
  return {
    modelId,
    promptVersion: PROMPT_VERSION,

    async prepare(signal) {
      try {
        for await (const _ of engine.prepare({ model: { path, sha256 } }, { signal }));
      } catch (error) {
        onFailure(error)
      }
    },

    async *write(prompt, signal) {
      const request = { model: { path, sha256 }, prompt, mostTokens: MOST_TOKENS, deadlineMs: DEADLINE_MS }
      let evidence = 0
      try {
        for await (const part of engine.write(request, { signal })) {
          if (part.kind === 'begun') evidence = part.evidence
          else if (part.kind === 'sentence') yield { text: part.text, cites: part.cites }
          else if (part.kind === 'end') {
            if (part.insufficient) yield { insufficient: true }
            return { reason: part.reason, evidence, tokens: part.tokens }
          }
        }
      } catch (error) {
        onFailure(error)
        throw error
      }
      throw new Error('an answer without an end')
    },
  }
}
