/**
 * Where secrets come from: a file that is named, the variable MEDMEMORY_PASSPHRASE (the present passphrase only), or a
 * hidden prompt. Never from the command line itself, which other users of the machine can read.
 */
import { open } from 'node:fs/promises'
import { AppError } from '#contract/errors.ts'
import { canAsk, type Io, write } from './io.ts'
import type { Options } from './option-types.ts'
import { askHidden } from './prompt.ts'
import { wrongUsage } from './wrong-usage.ts'

export type Secrets = ReturnType<typeof createSecrets>

/** More than the contract allows of a passphrase in any encoding. */
const MOST_BYTES = 2 ** 17

export function createSecrets(io: Io, options: Options, signal: AbortSignal) {
  const ask = (question: string) => askHidden(io, question, signal)

  async function askTwice(question: string): Promise<string> {
    for (;;) {
      const first = await ask(`${question}: `)
      if (first === '') continue
      if (first === (await ask('Once more: '))) return first
      await write(io.stderr, 'The two were not the same. Please type it again.\n')
    }
  }

  async function given(): Promise<string | undefined> {
    if (options.passphraseFile !== undefined) return readSecretFile(options.passphraseFile, '--passphrase-file')
    return io.env.MEDMEMORY_PASSPHRASE || undefined
  }

  return {
    /** The passphrase that opens the vault. */
    async present(): Promise<string> {
      const passphrase = await given()
      if (passphrase !== undefined) return passphrase
      if (!canAsk(io)) throw new AppError('vault/locked')
      return ask('Passphrase: ')
    },

    /** The passphrase of a vault that is about to be made. */
    async first(): Promise<string> {
      const passphrase = await given()
      if (passphrase !== undefined) return passphrase
      if (!canAsk(io)) throw new AppError('vault/locked')
      await write(
        io.stderr,
        'Choose a passphrase of at least 15 characters or six words. It cannot be looked up later.\n',
      )
      return askTwice('New passphrase')
    },

    /** The passphrase that takes the place of another. */
    async next(): Promise<string> {
      if (options.newPassphraseFile !== undefined)
        return readSecretFile(options.newPassphraseFile, '--new-passphrase-file')
      if (!canAsk(io)) throw wrongUsage('Without a terminal to ask on, --new-passphrase-file is needed.')
      return askTwice('New passphrase')
    },

    async recoveryKey(): Promise<string> {
      if (options.recoveryKeyFile !== undefined) return readSecretFile(options.recoveryKeyFile, '--recovery-key-file')
      if (!canAsk(io)) throw wrongUsage('Without a terminal to ask on, --recovery-key-file is needed.')
      return ask('Recovery key: ')
    },
  }
}

/** The text of a small file, without the newline at its end. Pipes are read as well. */
export async function readSecretFile(file: string, option: string): Promise<string> {
  const bytes = await readBounded(file, option)
  if (bytes.length > MOST_BYTES) throw new AppError('file/too-large', { option })
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new AppError('text/not-text', { option })
  }
  const secret = text.replace(/\r?\n$/, '')
  if (secret === '') throw new AppError('file/empty', { option })
  return secret
}

async function readBounded(file: string, option: string): Promise<Buffer> {
  try {
    await using handle = await open(file, 'r')
    const parts: Buffer[] = []
    let length = 0
    for await (const part of handle.createReadStream({ autoClose: false, end: MOST_BYTES })) {
      parts.push(part)
      length += part.length
    }
    return Buffer.concat(parts, length)
  } catch (error) {
    const absent = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new AppError(absent ? 'file/not-found' : 'file/unreadable', { option }, { cause: error })
  }
}
