/** How hard a passphrase is to guess, in a bar and in words. It advises; what is accepted is decided in main. */
import { Meter } from 'react-aria-components'

export interface StrengthMeterProps {
  readonly label: string
  /** 0 to 4; 2 and more is enough. */
  readonly strength: 0 | 1 | 2 | 3 | 4
  readonly words: string
}

const colours = ['bg-crit', 'bg-crit', 'bg-review', 'bg-ok', 'bg-ok'] as const

export function StrengthMeter({ label, strength, words }: StrengthMeterProps) {
  return (
    <Meter
      aria-label={label}
      value={strength}
      minValue={0}
      maxValue={4}
      valueLabel={words}
      className="flex flex-col gap-1"
    >
      <div className="grid grid-cols-4 gap-1" aria-hidden>
        {[1, 2, 3, 4].map((step) => (
          <span
            key={step}
            className={`h-1 rounded-full transition-colors ${step <= strength ? colours[strength] : 'bg-line'}`}
          />
        ))}
      </div>
      <span className="text-meta text-ink-2" aria-live="polite">
        {words}
      </span>
    </Meter>
  )
}
