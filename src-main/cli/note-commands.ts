/** The commands about notes; commands.ts has them among the others. */
import type { Command } from './commands.ts'

const changes = ['date', 'by', 'text-file', 'attach', 'document'] as const

export const noteCommands: readonly Command[] = [
  {
    name: 'notes list',
    usage: 'notes list [--person NAME|ID] [--by clinician|family] [--limit N]',
    summary: "List one person's notes, the last changed first.",
    words: [0, 0],
    options: ['person', 'by', 'limit'],
    load: async () => (await import('./commands/notes.ts')).notesList,
  },
  {
    name: 'notes show',
    usage: 'notes show ID [--versions]',
    summary: 'Show a note and what is attached to it; --versions shows every earlier version too.',
    words: [1, 1],
    options: ['versions'],
    load: async () => (await import('./commands/notes.ts')).notesShow,
  },
  {
    name: 'notes add',
    usage:
      'notes add TITLE [--person NAME|ID] [--text-file FILE] [--date DATE] [--by clinician|family] [--attach FILE] [--document ID]',
    summary:
      'Write a note; its text comes from --text-file, else from what is piped or typed in. --attach imports a file and links it.',
    words: [1, 1],
    options: ['person', ...changes],
    load: async () => (await import('./commands/notes.ts')).notesAdd,
  },
  {
    name: 'notes edit',
    usage:
      'notes edit ID [--title TITLE] [--text-file FILE] [--date DATE|none] [--by clinician|family] [--restore N] [--attach FILE] [--document ID] [--detach ID]',
    summary: 'Write a new version of a note, bring an earlier one back, or change what is attached. Versions are kept.',
    words: [1, 1],
    options: ['title', 'restore', 'detach', ...changes],
    load: async () => (await import('./commands/notes.ts')).notesEdit,
  },
  {
    name: 'notes delete',
    usage: 'notes delete ID [--yes]',
    summary: 'Remove a note with all its versions; attached documents stay.',
    words: [1, 1],
    options: ['yes'],
    load: async () => (await import('./commands/notes.ts')).notesDelete,
  },
]
