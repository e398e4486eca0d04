/** What can be done with a thing, behind one button. */
import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { Kbd } from './Kbd.tsx'

export interface MenuAction {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  readonly keys?: string
  readonly isDanger?: boolean
  readonly isDisabled?: boolean
  /** A line is drawn above it. */
  readonly startsGroup?: boolean
  readonly onAction: () => void
}

export interface MenuProps {
  readonly label: string
  /** The button that opens it. */
  readonly trigger: ReactNode
  readonly actions: readonly MenuAction[]
}

export function Menu({ label, trigger, actions }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="settle z-40 min-w-52 rounded-lg border border-line bg-raised p-1 shadow-high">
        <AriaMenu aria-label={label} className="max-h-[60vh] overflow-auto outline-none">
          {actions.flatMap(({ id, label: text, icon, keys, isDanger, isDisabled, startsGroup, onAction }) => [
            ...(startsGroup ? [<Separator key={`${id}-line`} className="mx-2 my-1 h-px bg-line-soft" />] : []),
            <MenuItem
              key={id}
              id={id}
              textValue={text}
              onAction={onAction}
              isDisabled={isDisabled ?? false}
              className={`flex min-h-8 cursor-default items-center gap-2.5 rounded-sm px-2.5 outline-none data-[focused]:bg-hover data-[disabled]:opacity-45 ${isDanger ? 'text-crit' : ''}`}
            >
              <span className="grid w-4 place-items-center text-ink-3">{icon}</span>
              <span className="flex-1">{text}</span>
              {keys !== undefined && <Kbd keys={keys} />}
            </MenuItem>,
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
