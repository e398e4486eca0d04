import { describe, expect, test } from 'vitest'
import { commands } from '../../src-main/cli/commands.ts'
import { asksForJson, readCommandLine } from '../../src-main/cli/options.ts'

function read(...argv: string[]) {
  const line = readCommandLine(argv)
  if (line.kind !== 'run') throw new Error(`not a command: ${line.kind}`)
  return { name: line.command.name, words: line.words, options: line.options }
}

describe('the command line', () => {
  test('finds the command before, between and after its options', () => {
    expect(read('--vault', 'v', 'status', '--json').name).toBe('status')
    expect(read('person', 'add', 'Ada Example', '--born', '1961-04')).toMatchObject({
      name: 'person add',
      words: ['Ada Example'],
      options: { born: '1961-04' },
    })
    expect(read('import', 'a', 'b', '--wait', '--person', 'Ada')).toMatchObject({
      words: ['a', 'b'],
      options: { wait: true, person: 'Ada', yes: false },
    })
  })

  test('takes words that begin with a dash after two dashes', () => {
    expect(read('search', '--', '-5 dioptres').words).toEqual(['-5 dioptres'])
    expect(asksForJson(['search', '--', '--json'])).toBe(false)
    expect(asksForJson(['search', 'x', '--json'])).toBe(true)
  })

  test.each([
    [[], 'Name a command.'],
    [['frobnicate'], 'There is no command "frobnicate".'],
    [['person'], '"person" is half a command; there are "person add" and "person list".'],
    [['status', '--nonsense'], 'Unknown option --nonsense.'],
    [['status', '--vault'], 'Option --vault <value> argument missing.'],
    [['status', '--vault='], '--vault needs a value.'],
    [['status', '--person', 'Ada'], '"status" has no option --person.'],
    [['search', 'x', '--person', 'Ada', '--person', 'Ben'], '--person is given twice.'],
    [['search'], '"search" needs more than that.'],
    [['status', 'now'], '"status" does not take "now".'],
    [['search', 'x', '--limit', '0'], '--limit takes a whole number from 1 to 100.'],
    [['search', 'x', '--limit', '1e1'], '--limit takes a whole number from 1 to 100.'],
    [['search', 'x', '--limit', '101'], '--limit takes a whole number from 1 to 100.'],
    [['documents', 'id', '--page', '-1'], 'Option --page argument is ambiguous.'],
    [['documents', 'id', '--page', 'two'], '--page takes a whole number from 1 to 1000000.'],
    [['facts', '--as-known-on', 'then'], '--as-known-on takes a date like 2024, 2024-04 or 2024-04-30.'],
    [['init', '--born', '04/30/1961'], '--born takes a date like 1961, 1961-04 or 1961-04-30.'],
    [['init', '--for', 'everybody'], '--for takes "patients" or "family".'],
  ])('tells what is wrong with %j in one line', (argv, message) => {
    expect(() => readCommandLine(argv)).toThrow(message)
  })

  test('asks for help and version without a command, and for help of one', () => {
    expect(readCommandLine(['--help'])).toEqual({ kind: 'help', command: undefined })
    expect(readCommandLine(['help', 'person', 'add'])).toMatchObject({ command: { name: 'person add' } })
    expect(readCommandLine(['ask', '-h'])).toMatchObject({ kind: 'help', command: { name: 'ask' } })
    expect(readCommandLine(['--version'])).toEqual({ kind: 'version' })
  })

  test('every command names its own words and options in its usage', () => {
    for (const { name, usage, options } of commands) {
      expect(usage.startsWith(name)).toBe(true)
      for (const option of options) expect(usage, name).toContain(`--${option}`)
    }
  })
})
