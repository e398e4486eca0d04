/**
 * Reads the command line: which command, its words, its options with their values checked. Whatever is wrong ends as one
 * line (`wrongUsage`) before anything of the program is loaded.
 */
import { parseArgs } from 'node:util'
import { type Command, commands } from './commands.ts'
import { type OptionName, type Options, optionTypes } from './option-types.ts'
import { wrongUsage } from './wrong-usage.ts'

const globalOptions: readonly OptionName[] = ['vault', 'passphrase-file', 'json', 'help', 'version']

export type CommandLine =
  | { readonly kind: 'help'; readonly command: Command | undefined }
  | { readonly kind: 'version' }
  | { readonly kind: 'run'; readonly command: Command; readonly words: readonly string[]; readonly options: Options }

export function readCommandLine(argv: readonly string[]): CommandLine {
  const { values, positionals, tokens } = parse(argv)
  const command = findCommand(positionals)
  if (values.version) return { kind: 'version' }
  if (values.help || positionals[0] === 'help')
    return { kind: 'help', command: command ?? findCommand(positionals.slice(1)) }
  if (command === undefined) throw wrongUsage(unknownCommand(positionals))

  const given = tokens.flatMap((token) => (token.kind === 'option' ? [token.name as OptionName] : []))
  for (const [at, name] of given.entries()) {
    if (![...globalOptions, ...command.options].includes(name))
      throw wrongUsage(`"${command.name}" has no option --${name}.`)
    if (given.indexOf(name) !== at) throw wrongUsage(`--${name} is given twice.`)
    if (values[name] === '') throw wrongUsage(`--${name} needs a value.`)
  }
  const words = positionals.slice(command.name.split(' ').length)
  const [least, most] = command.words
  if (words.length < least) throw wrongUsage(`"${command.name}" needs more than that.`)
  if (words.length > most) throw wrongUsage(`"${command.name}" does not take "${words[most]}".`)
  return { kind: 'run', command, words, options: toOptions(values) }
}

/** Known before the rest can be read, so that a mistake is told in the form that was asked for. */
export function asksForJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--')
  return argv.slice(0, end === -1 ? argv.length : end).includes('--json')
}

/** The command that was meant, however wrong the rest may be: for the line of usage beside a mistake. */
export function findMeantCommand(argv: readonly string[]): Command | undefined {
  const { positionals } = parseArgs({ args: [...argv], options: optionTypes, strict: false, allowPositionals: true })
  return findCommand(positionals)
}

type Values = ReturnType<typeof parse>['values']

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: optionTypes, strict: true, allowPositionals: true, tokens: true })
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const [first = ''] = message.split(/\n|\. To specify/)
    throw wrongUsage(`${first.replaceAll("'", '').replace(/\.$/, '')}.`)
  }
}

function findCommand([first = '', second]: readonly string[]): Command | undefined {
  const ofTwoWords = commands.find(({ name }) => name === `${first} ${second}`)
  return ofTwoWords ?? commands.find(({ name }) => name === first)
}

function unknownCommand([first, second]: readonly string[]): string {
  if (first === undefined) return 'Name a command.'
  const longer = commands.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => `"${name}"`)
  if (longer.length > 0) return `"${first}" is half a command; there are ${longer.join(' and ')}.`
  return `There is no command "${second === undefined ? first : `${first} ${second}`}".`
}

function toOptions(values: Values): Options {
  for (const name of ['born', 'since', 'as-known-on'] as const) checkDate(name, values[name])
  const purpose = values.for
  if (purpose !== undefined && purpose !== 'patients' && purpose !== 'family')
    throw wrongUsage('--for takes "patients" or "family".')
  return {
    vault: values.vault,
    passphraseFile: values['passphrase-file'],
    person: values.person,
    born: values.born,
    purpose,
    wait: values.wait ?? false,
    yes: values.yes ?? false,
    acceptTerms: values['accept-terms'] ?? false,
    text: values.text ?? false,
    page: wholeNumber('page', values.page, 1_000_000),
    part: wholeNumber('part', values.part, 200),
    passwordFile: values['password-file'],
    from: values.from,
    to: values.to,
    snapshot: values.snapshot,
    list: values.list ?? false,
    limit: wholeNumber('limit', values.limit, 100),
    kind: values.kind,
    document: values.document,
    name: values.name,
    value: values.value,
    unit: values.unit,
    range: values.range,
    date: values.date,
    since: values.since,
    title: values.title,
    textFile: values['text-file'],
    by: values.by,
    versions: values.versions ?? false,
    restore: wholeNumber('restore', values.restore, 1_000_000),
    attach: values.attach,
    detach: values.detach,
    asKnownOn: values['as-known-on'],
    prove: values.prove ?? false,
    newPassphraseFile: values['new-passphrase-file'],
    recoveryKeyFile: values['recovery-key-file'],
  }
}

/** A year, month or day. */
function checkDate(name: keyof typeof dateExamples, value: string | undefined): void {
  if (value !== undefined && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value))
    throw wrongUsage(`--${name} takes a date like ${dateExamples[name]}.`)
}

const dateExamples = {
  born: '1961, 1961-04 or 1961-04-30',
  since: '2024, 2024-04 or 2024-04-30',
  'as-known-on': '2024, 2024-04 or 2024-04-30',
} as const satisfies Partial<Record<OptionName, string>>

function wholeNumber(name: OptionName, value: string | undefined, most: number): number | undefined {
  if (value === undefined) return undefined
  const number = /^\d{1,7}$/.test(value) ? Number(value) : 0
  if (number < 1 || number > most) throw wrongUsage(`--${name} takes a whole number from 1 to ${most}.`)
  return number
}
