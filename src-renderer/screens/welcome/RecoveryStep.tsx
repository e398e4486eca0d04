/**
 * The recovery sheet: shown once, printed or written down, and two of its groups typed back, so that nobody goes on with a
 * sheet that does not exist. The key is never written to a file or the clipboard from here.
 */
import { Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../../app/format.ts'
import { Button } from '../../components/Button.tsx'
import { TextField } from '../../components/TextField.tsx'
import { StepFrame } from './StepFrame.tsx'

export interface RecoveryStepProps {
  /** Groups of four with dashes between. */
  readonly recoveryKey: string
  readonly onNext: () => void
}

export function RecoveryStep({ recoveryKey, onNext }: RecoveryStepProps) {
  const { t } = useTranslation()
  const groups = recoveryKey.split('-')
  const [asked] = useState(() => twoOf(groups.length))
  const [typed, setTyped] = useState<readonly [string, string]>(['', ''])
  const isRight = (at: 0 | 1) => same(typed[at], groups[asked[at]] ?? '')

  return (
    <StepFrame
      title={t('welcome.recoveryTitle')}
      text={t('welcome.recoveryText')}
      onNext={onNext}
      canGoOn={isRight(0) && isRight(1)}
      extra={
        <Button icon={<Printer size={16} aria-hidden />} onPress={() => window.print()}>
          {t('welcome.print')}
        </Button>
      }
    >
      <section className="print-sheet card bg-paper p-6 shadow-low" aria-label={t('welcome.sheet')}>
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h2 className="text-lead">{t('welcome.sheet')}</h2>
          <span className="num ms-auto text-meta text-ink-3">{formatDay(new Date().toISOString())}</span>
        </div>
        <ol className="mt-4 grid grid-cols-3 gap-x-6 gap-y-2.5 sm:grid-cols-5">
          {groups.map((group, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: groups stand in their order and may be alike
            <li key={at} className="flex items-baseline gap-2">
              <span className="num w-4 text-end text-meta text-ink-3">{at + 1}</span>
              <span className="num select-text text-lead font-[620] tracking-[0.08em]">{group}</span>
            </li>
          ))}
        </ol>
        <p className="mt-4 text-meta text-ink-2">{t('welcome.sheetText')}</p>
      </section>
      <div className="grid max-w-md grid-cols-2 items-start gap-4">
        {([0, 1] as const).map((at) => (
          <TextField
            key={at}
            label={t('welcome.typeGroup', { number: asked[at] + 1 })}
            value={typed[at]}
            onChange={(text) => setTyped(at === 0 ? [text, typed[1]] : [typed[0], text])}
            maxLength={6}
            isMono
            error={typed[at].length >= 4 && !isRight(at) ? t('welcome.groupDiffers') : undefined}
          />
        ))}
      </div>
    </StepFrame>
  )
}

/** Two different places, by chance, in order. */
function twoOf(count: number): readonly [number, number] {
  const [first = 0, second = 0] = crypto.getRandomValues(new Uint32Array(2))
  const one = first % count
  const other = (one + 1 + (second % Math.max(1, count - 1))) % count
  return one < other ? [one, other] : [other, one]
}

/** As it is read from paper: capitals, O and 0, I, L and 1 make no difference. */
const same = (typed: string, group: string) => plain(typed) === plain(group)
const plain = (text: string) => text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
