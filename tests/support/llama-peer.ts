/** llama.cpp through its library alone, in this process: what ours is held against. Nothing is kept between two prompts. */
import {
  getLlama,
  LlamaGrammar,
  LlamaGrammarEvaluationState,
  LlamaLogLevel,
  resolveChatWrapper,
  type Token,
} from 'node-llama-cpp'
import { sentenceGrammar } from '../../src-main/answer/model/sentence-grammar.ts'
import { INSTRUCTIONS, type PromptInput, questionPart } from '../../src-main/answer/prompt.ts'

export type LlamaPeer = Awaited<ReturnType<typeof openLlamaPeer>>

export async function openLlamaPeer(path: string) {
  const llama = await getLlama({
    ...({ gpu: false, build: 'never', skipDownload: true, progressLogs: false } as const),
    ...{ logLevel: LlamaLogLevel.disabled, maxThreads: 0 },
  })
  const model = await llama.loadModel({ modelPath: path })
  const threads = Math.max(1, llama.cpuMathCores - 1)
  const context = await model.createContext({ contextSize: 1280, sequences: 1, threads })
  const sequence = context.getSequence()
  const chat = resolveChatWrapper(model, { warningLogs: false })

  const encode = (prompt: PromptInput): Token[] => {
    const { contextText } = chat.generateContextState({
      chatHistory: [
        { type: 'system', text: INSTRUCTIONS },
        { type: 'user', text: questionPart(prompt) },
        { type: 'model', response: [] },
      ],
    })
    return contextText.tokenize(model.tokenizer)
  }

  return {
    /** Reads all of the prompt and writes an answer of so many tokens, or until it is whole. */
    async answer(prompt: PromptInput, mostTokens: number) {
      const tokens = encode(prompt)
      const grammar = new LlamaGrammar(llama, { grammar: answerGrammar(prompt.evidence.length) })
      const grammarEvaluationState = new LlamaGrammarEvaluationState({ model, grammar })
      await sequence.clearHistory()
      const startedAt = performance.now()
      let firstAt = startedAt
      const written: Token[] = []
      for await (const token of sequence.evaluate(tokens, { temperature: 0, grammarEvaluationState })) {
        if (written.length === 0) firstAt = performance.now()
        written.push(token)
        if (written.length >= mostTokens) break
      }
      const firstMs = firstAt - startedAt
      return {
        firstMs,
        writingMs: performance.now() - firstAt,
        tokens: written.length,
        text: model.detokenize(written),
      }
    },
    close: () => llama.dispose(),
  }
}

const answerGrammar = (evidence: number) => sentenceGrammar({ evidence, sentences: 4, characters: 240 })
