/** How large a file may be, and how long and how much memory reading may take. */

import { Minus, Plus } from 'lucide-react'
import { Button, Group, Input, Label, NumberField, Text } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useSettings } from '../../app/useSettings.ts'
import { Card } from '../../components/Card.tsx'
import { useChange } from './useChange.ts'

/** Ranges as in contract/settings.ts, which refuses what lies outside. */
const numbers = [
  ['maxFileMegabytes', 1, 4096],
  ['engineMemoryMegabytes', 256, 8192],
  ['readingDeadlineSeconds', 2, 600],
  ['recognizingDeadlineSeconds', 10, 3600],
] as const

export function ReadingSection() {
  const { t } = useTranslation()
  const settings = useSettings()
  const change = useChange()
  const step = 'grid size-8 cursor-default place-items-center text-ink-2 hover:bg-hover disabled:opacity-40'
  return (
    <Card hint={t('settings.reading.text')} title={t('settings.reading.title')}>
      <div className="flex flex-col divide-y divide-line-soft">
        {numbers.map(([name, least, most]) => (
          <NumberField
            key={name}
            value={settings[name] ?? least}
            minValue={least}
            maxValue={most}
            step={1}
            isDisabled={settings[name] === undefined}
            onChange={(value) => {
              if (Number.isInteger(value)) change(name, value)
            }}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 py-3"
          >
            <div>
              <Label className="font-[550]">{t(`settings.reading.${name}`)}</Label>
              <Text slot="description" className="block text-meta text-ink-3">
                {t(`settings.reading.${name}Text`)}
              </Text>
            </div>
            <Group className="num flex overflow-hidden rounded-md border border-line-strong bg-surface">
              <Button slot="decrement" className={step}>
                <Minus size={14} aria-hidden />
              </Button>
              <Input className="w-20 border-x border-line bg-transparent text-center outline-none" />
              <Button slot="increment" className={step}>
                <Plus size={14} aria-hidden />
              </Button>
            </Group>
          </NumberField>
        ))}
      </div>
    </Card>
  )
}
