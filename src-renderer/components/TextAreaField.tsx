/** A labelled field for text of many lines, with what is wrong with it under it. */
import { TextField as AriaTextField, FieldError, Label, TextArea } from 'react-aria-components'

export interface TextAreaFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly rows: number
  /** What is pasted beyond it is cut off. */
  readonly maxLength?: number
  /** What is wrong; undefined: nothing. */
  readonly error?: string | undefined
  readonly autoFocus?: boolean
  readonly spellCheck?: boolean
}

export function TextAreaField({ label, rows, error, spellCheck = false, ...rest }: TextAreaFieldProps) {
  return (
    <AriaTextField
      {...rest}
      isInvalid={error !== undefined}
      spellCheck={spellCheck ? 'true' : 'false'}
      className="flex flex-col gap-1"
    >
      <Label className="font-[550]">{label}</Label>
      <TextArea
        rows={rows}
        className="w-full resize-y rounded-md border border-line-strong bg-surface px-3 py-2 text-ink focus:outline-2 focus:outline-offset-0 focus:outline-accent"
      />
      <FieldError className="text-meta font-[550] text-crit">{error}</FieldError>
    </AriaTextField>
  )
}
