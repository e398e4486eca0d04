/** What the command line touches of the process around it, handed in so that tests can hold it. */
import { homedir } from 'node:os'
import type { Readable, Writable } from 'node:stream'

export interface Io {
  readonly stdin: Readable & { isTTY?: boolean; setRawMode?(on: boolean): unknown }
  readonly stdout: Screen
  readonly stderr: Screen
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly home: string
  /** Calls back with 128 + the signal's number; answers how to stop listening. */
  onSignal(listener: (exitCode: number) => void): () => void
}

export type Screen = Writable & { isTTY?: boolean; columns?: number }

const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

export const processIo = (): Io => ({
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  platform: process.platform,
  home: homedir(),
  onSignal(listener) {
    const listeners = Object.entries(signals).map(([signal, exitCode]) => [signal, () => listener(exitCode)] as const)
    for (const [signal, listen] of listeners) process.on(signal, listen)
    return () => {
      for (const [signal, listen] of listeners) process.off(signal, listen)
    }
  },
})

/** A question can be asked only where a person both reads and types. */
export const canAsk = ({ stdin, stderr }: Io): boolean => stdin.isTTY === true && stderr.isTTY === true

/** Resolves once the text is handed over. A reader that has gone away (`… | head`) is no failure. */
export const write = (screen: Screen, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    screen.write(text, (error) => {
      if (!error || ('code' in error && error.code === 'EPIPE')) resolve()
      else reject(error)
    })
  })
