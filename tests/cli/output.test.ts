import { Writable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { AppError } from '#contract/errors.ts'
import { write } from '../../src-main/cli/io.ts'
import { createOutput } from '../../src-main/cli/output.ts'
import { wrongUsage } from '../../src-main/cli/wrong-usage.ts'
import { fakeIo, run } from './fake-io.ts'

describe('output', () => {
  test('says a failure and the next step on standard error, for people', async () => {
    const io = fakeIo()
    expect(await createOutput(io, false).failure(new AppError('vault/absent'), 'unused')).toBe(1)
    expect(io.printed()).toBe('')
    expect(io.complained()).toMatch(/^There is no vault in this folder\. Make one with "medmemory init".*\n$/)
  })

  test('says it as one JSON object on standard output, for programs', async () => {
    const io = fakeIo()
    const output = createOutput(io, true)
    await output.notice('not for programs')
    expect(await output.failure(new AppError('vault/wrong-passphrase'), 'unused')).toBe(4)
    expect(io.complained()).toBe('')
    const { error } = JSON.parse(io.printed())
    expect(Object.keys(error)).toEqual(['code', 'message'])
    expect(error.code).toBe('vault/wrong-passphrase')
  })

  test('tells nothing of a bug but that there was one', async () => {
    const io = fakeIo()
    expect(await createOutput(io, false).failure(new Error('secret of Ada'), 'unused')).toBe(1)
    expect(io.complained()).not.toContain('Ada')
  })

  test('names the option whose file could not be read', async () => {
    const io = fakeIo()
    await createOutput(io, false).failure(new AppError('file/not-found', { option: '--passphrase-file' }), 'unused')
    expect(io.complained()).toMatch(/^--passphrase-file: There is no such file/)
  })

  test('adds one line of usage to a mistake in the command line, and makes what was typed harmless', async () => {
    const io = fakeIo()
    expect(await createOutput(io, false).failure(wrongUsage('no "\u001b[2J"'), 'Usage: x')).toBe(2)
    expect(io.complained()).toBe('no "␛[2J"\nUsage: x\n')
  })

  test('after a result, a failure to close is told to people only', async () => {
    const [forPeople, forPrograms] = [fakeIo(), fakeIo()]
    expect(await createOutput(forPeople, false).lateFailure(new AppError('vault/disk-full'))).toBe(1)
    expect(await createOutput(forPrograms, true).lateFailure(new AppError('vault/damaged-store'))).toBe(5)
    expect(forPeople.complained()).toContain('The disk is full')
    expect(forPrograms.printed() + forPrograms.complained()).toBe('')
  })

  test('a reader that went away is no failure; any other failed write is', async () => {
    const failing = (code: string) =>
      new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) }).on(
        'error',
        () => {},
      )
    await expect(write(failing('EPIPE'), 'x')).resolves.toBeUndefined()
    await expect(write(failing('ENOSPC'), 'x')).rejects.toThrow('ENOSPC')
  })
})

describe('what needs no vault', () => {
  test('help names every command and the exit codes, and a command explains itself', async () => {
    const whole = await run(['--help'])
    expect(whole.exitCode).toBe(0)
    expect(whole.stdout).toContain('recover [--recovery-key-file FILE]')
    expect(whole.stdout).toContain('another process has the vault open')
    const one = await run(['ask', '--help'])
    expect(one.stdout).toMatch(/^Usage: medmemory ask "question"/)
    expect(one.stdout).toContain('If the vault has exactly one person')
  })

  test('version and help are one JSON object when asked for', async () => {
    expect(JSON.parse((await run(['--version', '--json'])).stdout)).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    })
    expect(Object.keys(JSON.parse((await run(['--json', '--help'])).stdout))).toEqual(['usage'])
  })

  test('wrong usage ends with 2, in either form', async () => {
    expect(await run(['search'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: '"search" needs more than that.\nUsage: medmemory search "words" [--person NAME|ID] [--limit N]\n',
    })
    const json = await run(['--json', 'nothing'])
    expect(json).toMatchObject({ exitCode: 2, stderr: '' })
    expect(JSON.parse(json.stdout).error.code).toBe('input/invalid')
  })
})
