/** Before the first question: what can be asked, and what an answer will be. */
import { MessageCircleQuestion } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'

const examples = ['medicines', 'allergies', 'lastResult'] as const

export function Examples({ name, onAsk }: { readonly name: string; readonly onAsk: (question: string) => void }) {
  const { t } = useTranslation()
  return (
    <EmptyState
      icon={<MessageCircleQuestion size={24} aria-hidden />}
      title={t('ask.emptyTitle', { name })}
      text={t('ask.emptyText')}
      action={examples.map((example) => (
        <Button key={example} onPress={() => onAsk(t(`ask.example.${example}`))}>
          {t(`ask.example.${example}`)}
        </Button>
      ))}
    />
  )
}
