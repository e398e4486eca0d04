/**
 * Writes answers with a language model. The only file that loads llama.cpp. Nothing is built, fetched or started for it: the
 * library that came with the program is loaded into this process, which is the one that may fall over.
 */
import childProcess from 'node:child_process'
import { EventEmitter } from 'node:events'
import { syncBuiltinESMExports } from 'node:module'
import type { LanguageModel, Weights } from '../answer/model/language-model.ts'
import { createWriteWork } from '../answer/model/write-work.ts'
import { serve } from './serve.ts'

type Library = typeof import('node-llama-cpp')
type Llama = Awaited<ReturnType<Library['getLlama']>>
type Model = Awaited<ReturnType<Llama['loadModel']>>
type Sequence = ReturnType<Awaited<ReturnType<Model['createContext']>>['getSequence']>
type Token = Parameters<Model['detokenize']>[0][number]

let opened: Promise<{ library: Library; llama: Llama }> | undefined

async function openLibrary() {
  startNoTrial()
  const library = await import('node-llama-cpp')
  const llama = await library.getLlama({
    // drivers of graphics cards are not asked for; those of a Mac are part of it
    gpu: process.platform === 'darwin' ? 'auto' : false,
    build: 'never',
    skipDownload: true,
    progressLogs: false,
    // its messages may quote what is read
    logLevel: library.LlamaLogLevel.disabled,
    maxThreads: 0,
  })
  return { library, llama }
}

/**
 * Before it loads its native part the library starts a process of its own to try whether that works. Here that may fail as
 * well as there; and inside Electron the process would be this application, a second time. It is told that the trial went well.
 */
function startNoTrial(): void {
  const answers: Readonly<Record<string, string>> = { start: 'loaded', test: 'done' }
  childProcess.fork = () => {
    const trial = Object.assign(new EventEmitter(), {
      exitCode: null,
      kill: () => true,
      send({ type }: { type: string }) {
        const answer = answers[type]
        setImmediate(() => (answer === undefined ? trial.emit('exit', 0) : trial.emit('message', { type: answer })))
        return true
      },
    })
    setImmediate(() => trial.emit('message', { type: 'ready' }))
    return trial as unknown as childProcess.ChildProcess
  }
  syncBuiltinESMExports()
}

async function openWeights(path: string): Promise<Weights> {
  opened ??= openLibrary()
  const { library, llama } = await opened
  const model = await llama.loadModel({ modelPath: path })
  return {
    mostContextTokens: model.trainContextSize,
    startContext: (tokens) => startContext(library, llama, model, tokens),
    close: () => model.dispose(),
  }
}

/** A piece of a prompt is read in about this time, after which a cancelled call is seen. */
const PIECE_MS = 200
/** More at once is no faster. */
const MOST_AT_ONCE = 256
const FEWEST_AT_ONCE = 16

async function startContext(library: Library, llama: Llama, model: Model, tokens: number): Promise<LanguageModel> {
  const context = await model.createContext({
    contextSize: tokens,
    sequences: 1,
    batchSize: MOST_AT_ONCE,
    // threads wait for each other at every step: one core is left to the rest of the program
    threads: Math.max(1, llama.cpuMathCores - 1),
    // else what was read before a question could not be kept in models that look back a fixed way
    swaFullCache: true,
    failedCreationRemedy: false,
  })
  const sequence = context.getSequence()
  const chat = library.resolveChatWrapper(model, { warningLogs: false })
  let unread: Token[] = []
  let atOnce = 32

  return {
    contextTokens: tokens,

    encode(instructions, question) {
      const { contextText } = chat.generateContextState({
        chatHistory: [
          { type: 'system', text: instructions },
          { type: 'user', text: question },
          { type: 'model', response: [] },
        ],
      })
      return contextText.tokenize(model.tokenizer)
    },

    async *read(all) {
      // the last token is left: what it leads to is the answer's first
      const read = all.slice(0, -1) as Token[]
      await sequence.adaptStateToTokens(read, false)
      const kept = sequence.nextTokenIndex
      for (let at = kept; at < read.length; ) {
        const piece = read.slice(at, at + atOnce)
        const startedAt = performance.now()
        await sequence.evaluateWithoutGeneratingNewTokens(piece)
        const perToken = (performance.now() - startedAt) / piece.length
        atOnce = Math.max(FEWEST_AT_ONCE, Math.min(MOST_AT_ONCE, Math.floor(PIECE_MS / perToken)))
        at += piece.length
        yield
      }
      unread = all.slice(-1) as Token[]
      return kept
    },

    write: (grammar) => writeWith(library, llama, sequence, unread, grammar),
  }
}

async function* writeWith(
  { LlamaGrammar, LlamaGrammarEvaluationState }: Library,
  llama: Llama,
  sequence: Sequence,
  first: Token[],
  grammar: string,
): AsyncGenerator<string> {
  const { model } = sequence
  const grammarEvaluationState = new LlamaGrammarEvaluationState({
    model,
    grammar: new LlamaGrammar(llama, { grammar }),
  })
  /** The tokens before, from which the library knows whether a word begins with a space. */
  let said: Token[] = first
  let held: Token[] = []
  for await (const token of sequence.evaluate(first, { temperature: 0, grammarEvaluationState })) {
    held.push(token)
    const text = model.detokenize(held, false, said)
    // a letter may be written with several tokens
    if (text.endsWith('\uFFFD') && held.length < LONGEST_LETTER) {
      yield ''
      continue
    }
    said = [...said, ...held].slice(-LOOK_BACK)
    held = []
    yield text
  }
}

/** Bytes of a letter in UTF-8, each of which may be a token. */
const LONGEST_LETTER = 4
const LOOK_BACK = 8

const load = () => createWriteWork({ openWeights })

export type LlamaEngine = ReturnType<typeof load>
serve(load, import.meta.url)
