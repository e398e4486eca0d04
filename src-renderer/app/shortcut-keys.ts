/** Which shortcut a key press means. Pure: takes what a keyboard event says, and the keys pressed just before. */
import { type ShortcutId, shortcuts } from '#contract/shortcuts.ts'

export interface KeyPress {
  readonly key: string
  readonly isMod: boolean
  readonly isShift: boolean
  readonly isAlt: boolean
}

export type KeyMeaning =
  | { readonly kind: 'shortcut'; readonly id: ShortcutId }
  /** The first of two keys, `G`: the next one decides. */
  | { readonly kind: 'prefix'; readonly prefix: string }
  | { readonly kind: 'none' }

export interface KeyContext {
  /** A text field has the focus, or single letters are switched off: only chords with Mod, Alt or F keys act. */
  readonly chordsOnly: boolean
  readonly prefix: string | undefined
}

export function meaningOf(press: KeyPress, { chordsOnly, prefix }: KeyContext): KeyMeaning {
  const pressed = chordOf(press)
  for (const { id, keys } of shortcuts)
    for (const key of keys) {
      const [first = '', second] = key.split(' ')
      if (chordsOnly && isLetterAlone(first)) continue
      if (
        second === undefined ? prefix === undefined && same(first, pressed) : prefix === first && same(second, pressed)
      )
        return { kind: 'shortcut', id }
    }
  const isPrefix =
    !chordsOnly &&
    prefix === undefined &&
    shortcuts.some(({ keys }) => keys.some((key) => key.startsWith(`${pressed} `)))
  return isPrefix ? { kind: 'prefix', prefix: pressed } : { kind: 'none' }
}

/** As the table writes it: modifiers in its order do not matter, letters are capital; a sign that needs Shift is the sign alone. */
function chordOf({ key, isMod, isShift, isAlt }: KeyPress): string {
  const name = key.length === 1 ? key.toUpperCase() : key
  const needsShift = key.length === 1 && !/[a-z0-9]/i.test(key)
  return [isMod && 'Mod', isShift && !needsShift && 'Shift', isAlt && 'Alt', name].filter(Boolean).join('+')
}

const same = (wanted: string, pressed: string) => sorted(wanted) === sorted(pressed)
const sorted = (chord: string) =>
  chord
    .split(/\+(?=.)/)
    .toSorted()
    .join('+')

const isLetterAlone = (chord: string) => !/(Mod|Alt)\+/.test(chord) && !/^(Shift\+)?F\d+$/.test(chord)
