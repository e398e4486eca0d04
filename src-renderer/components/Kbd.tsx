/** Keys as they stand on the keyboard: `Mod+K`, `G L`. */
export interface KbdProps {
  readonly keys: string
  readonly onAccent?: boolean
}

const isMac = typeof navigator !== 'undefined' && /Mac/.test(navigator.userAgent)
const signs: Readonly<Record<string, string>> = {
  Mod: isMac ? '⌘' : 'Ctrl',
  Shift: isMac ? '⇧' : 'Shift',
  Alt: isMac ? '⌥' : 'Alt',
  ...{ ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Enter: '⏎', Escape: 'Esc' },
}

export function Kbd({ keys, onAccent = false }: KbdProps) {
  const look = onAccent ? 'border-current/40 text-current' : 'border-line bg-surface text-ink-2'
  return (
    <span className="inline-flex shrink-0 items-center gap-1">
      {keys.split(' ').map((chord, at) => (
        <kbd
          // biome-ignore lint/suspicious/noArrayIndexKey: the keys of one shortcut never change their order
          key={at}
          className={`inline-flex min-w-5 items-center justify-center rounded-xs border border-b-2 px-1 font-sans text-[0.6875rem] leading-[1.35] ${look}`}
        >
          {chord
            .split(/\+(?=.)/)
            .map((key) => signs[key] ?? key)
            .join(isMac ? '' : ' ')}
        </kbd>
      ))}
    </span>
  )
}
