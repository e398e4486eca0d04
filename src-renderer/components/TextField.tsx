/** A labelled line of text, with what it is for under it, or what is wrong with it. */

import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { TextField as AriaTextField, Button, FieldError, Input, Label, Text } from 'react-aria-components'
import { useTranslation } from 'react-i18next'

export interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string
  /** What is wrong; undefined: nothing. */
  readonly error?: string | undefined
  readonly type?: 'text' | 'password' | 'search'
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly isRequired?: boolean
  readonly isDisabled?: boolean
  readonly spellCheck?: boolean
  readonly maxLength?: number
  readonly isMono?: boolean
  /** The label is spoken, not shown. */
  readonly hasHiddenLabel?: boolean
}

export function TextField(props: TextFieldProps) {
  const { label, hint, error, type = 'text', placeholder, hasHiddenLabel = false, isMono = false, ...rest } = props
  const [isShown, setShown] = useState(false)
  const { t } = useTranslation()
  const isSecret = type === 'password'
  return (
    <AriaTextField
      {...rest}
      type={isSecret && isShown ? 'text' : type}
      isInvalid={error !== undefined}
      autoComplete="off"
      spellCheck={rest.spellCheck ? 'true' : 'false'}
      className="flex flex-col gap-1"
      {...(hasHiddenLabel && { 'aria-label': label })}
    >
      {!hasHiddenLabel && <Label className="font-[550]">{label}</Label>}
      <div className="relative flex">
        <Input
          {...(placeholder !== undefined && { placeholder })}
          className={`min-h-9 w-full min-w-0 rounded-md border border-line-strong bg-surface px-3 py-1.5 text-ink placeholder:text-ink-3 focus:outline-2 focus:outline-offset-0 focus:outline-accent invalid:border-crit disabled:opacity-60 ${isSecret ? 'pe-11' : ''} ${isMono ? 'num tracking-wide' : ''}`}
        />
        {isSecret && (
          <Button
            aria-label={isShown ? t('common.hide') : t('common.show')}
            onPress={() => setShown(!isShown)}
            className="absolute end-1 top-1/2 grid size-7 -translate-y-1/2 cursor-default place-items-center rounded-sm text-ink-3 hover:text-ink"
          >
            {isShown ? <EyeOff size={16} aria-hidden /> : <Eye size={16} aria-hidden />}
          </Button>
        )}
      </div>
      {hint !== undefined && error === undefined && (
        <Text slot="description" className="text-meta text-ink-3">
          {hint}
        </Text>
      )}
      <FieldError className="text-meta font-[550] text-crit">{error}</FieldError>
    </AriaTextField>
  )
}
