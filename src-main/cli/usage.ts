/** The help, whole or for one command. */
import type { Command } from './commands.ts'
import { commands } from './commands.ts'
import { columns, wrap } from './layout.ts'

const globals = [
  ['--vault DIR', 'the vault to use; without it, the one in your data folder'],
  [
    '--passphrase-file FILE',
    'read the passphrase from a file; without it, from MEDMEMORY_PASSPHRASE, or it is asked for',
  ],
  ['--json', 'one JSON object on standard output, and nothing else'],
  ['-h, --help', 'this text, or that of a command'],
  ['--version', 'the version'],
]
const exits = [
  ['0', 'done'],
  ['1', 'something else went wrong'],
  ['2', 'wrong usage'],
  ['3', 'some items were refused or could not be read'],
  ['4', 'locked: no passphrase, or a wrong one, or a wrong recovery key'],
  ['5', 'the vault, or the backup, is damaged'],
  ['6', 'another process has the vault open'],
]

export function helpText(command: Command | undefined): string[] {
  if (command !== undefined)
    return [
      `Usage: medmemory ${command.usage}`,
      '',
      command.summary,
      ...notesOn(command),
      '',
      'Always:',
      ...columns(globals, '  '),
    ]
  return [
    'MedMemory: a medical memory that stays on this computer, encrypted.',
    '',
    'Usage: medmemory COMMAND …',
    '',
    ...commands.flatMap(({ usage, summary }) => [`  ${usage}`, ...wrap(summary, 80, '      ')]),
    '',
    'If the vault has exactly one person, --person may be left out.',
    '',
    'Always:',
    ...columns(globals, '  '),
    '',
    'Exit codes:',
    ...columns(exits, '  '),
  ]
}

export const usageLine = (command: Command | undefined): string =>
  command === undefined ? 'See "medmemory --help".' : `Usage: medmemory ${command.usage}`

function notesOn({ options, name }: Command): string[] {
  if (name === 'documents' || !options.includes('person') || name === 'init') return []
  return ['If the vault has exactly one person, --person may be left out.']
}
