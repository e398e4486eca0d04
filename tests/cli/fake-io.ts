/** The process around the command line, held by a test: what is typed, what was printed, which signal comes. */
import { PassThrough, Writable } from 'node:stream'
import type { Io } from '../../src-main/cli/io.ts'
import { main } from '../../src-main/cli/main.ts'

export interface FakeIo extends Io {
  readonly stdin: PassThrough & { isTTY?: boolean; setRawMode(on: boolean): void }
  readonly printed: () => string
  readonly complained: () => string
  /** Each change of the raw mode, in order. */
  readonly rawModes: readonly boolean[]
  readonly interrupt: (exitCode: number) => void
  /** Types an answer each time the given question appears. */
  readonly answer: (question: string, typed: string) => void
}

export function fakeIo({ env = {}, tty = false }: { env?: Record<string, string>; tty?: boolean } = {}): FakeIo {
  const rawModes: boolean[] = []
  const answers: { question: string; typed: string }[] = []
  let listeners: ((exitCode: number) => void)[] = []
  const stdin = Object.assign(new PassThrough(), { isTTY: tty, setRawMode: (on: boolean) => void rawModes.push(on) })
  const stdout = createScreen(tty)
  const stderr = createScreen(tty, (text) => {
    const [next] = answers
    if (next === undefined || !text.includes(next.question)) return
    answers.shift()
    setTimeout(() => stdin.write(next.typed), 5)
  })
  return {
    stdin,
    stdout: stdout.screen,
    stderr: stderr.screen,
    env,
    platform: 'linux',
    home: '/nonexistent',
    onSignal(listener) {
      listeners.push(listener)
      return () => {
        listeners = listeners.filter((one) => one !== listener)
      }
    },
    printed: stdout.text,
    complained: stderr.text,
    rawModes,
    interrupt: (exitCode) => {
      for (const listener of listeners) listener(exitCode)
    },
    answer: (question, typed) => void answers.push({ question, typed }),
  }
}

function createScreen(isTTY: boolean, onText: (text: string) => void = () => {}) {
  let all = ''
  const writable = new Writable({
    write(chunk, _encoding, done) {
      all += String(chunk)
      onText(String(chunk))
      done()
    },
  })
  return { screen: Object.assign(writable, { isTTY, columns: 80 }), text: () => all }
}

/** Runs one command in this process. */
export async function run(argv: readonly string[], io: FakeIo = fakeIo()) {
  const exitCode = await main(argv, io)
  return { exitCode, stdout: io.printed(), stderr: io.complained() }
}
