/** How far something is. Without a known end it breathes instead of moving. */
import { ProgressBar as AriaProgressBar } from 'react-aria-components'

export interface ProgressBarProps {
  readonly label: string
  readonly done: number
  /** Null: the end is not known yet. */
  readonly total: number | null
}

export function ProgressBar({ label, done, total }: ProgressBarProps) {
  const share = total === null || total === 0 ? null : Math.min(1, done / total)
  return (
    <AriaProgressBar
      aria-label={label}
      value={done}
      maxValue={total ?? 1}
      isIndeterminate={share === null}
      className="h-1.5 w-full overflow-hidden rounded-full bg-line-soft"
    >
      <div
        className={`h-full rounded-full bg-accent transition-[width] duration-150 ${share === null ? 'breathe w-1/3' : ''}`}
        style={share === null ? {} : { width: `${share * 100}%` }}
      />
    </AriaProgressBar>
  )
}
