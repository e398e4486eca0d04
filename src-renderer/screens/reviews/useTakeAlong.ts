/** Copies a review with its sources, or writes it to a place the person chooses; says what became of it. */
import { useTranslation } from 'react-i18next'
import type { Review } from '#contract/reviews.ts'
import { api } from '../../api/client.ts'
import { codeOf } from '../../api/useLoad.ts'
import { copyText } from '../../app/copy-text.ts'
import { textOfError } from '../../app/error-text.ts'
import { say } from '../../app/toasts.ts'

export interface TakeAlong {
  copy(): void
  save(): void
}

export function useTakeAlong({ id, title }: Pick<Review, 'id' | 'title'>): TakeAlong {
  const { t } = useTranslation()
  const run = (work: () => Promise<string | undefined>) => {
    const act = async () => {
      const done = await work()
      if (done !== undefined) say(done)
    }
    act().catch((error: unknown) => {
      const { message, next } = textOfError(codeOf(error))
      say(`${message} ${next}`)
    })
  }
  return {
    copy: () =>
      run(async () => {
        await copyText((await api.reviews.asMarkdown({ id })).markdown)
        return t('reviews.copied')
      }),
    save: () =>
      run(async () => {
        const { path } = await api.desktop.chooseSavePath({ name: `${title.replace(/[\\/:*?"<>|]/g, ' ').trim()}.md` })
        if (path === null) return undefined
        await api.reviews.saveMarkdown({ id, to: path })
        return t('reviews.saved')
      }),
  }
}
