/** Gives files to one person: dropped, pasted or chosen; says what became of them in one sentence. */
import { useTranslation } from 'react-i18next'
import type { Person } from '#contract/people.ts'
import { api } from '../api/client.ts'
import { codeOf } from '../api/useLoad.ts'
import { textOfError } from './error-text.ts'
import { formatMoment } from './format.ts'
import { rememberImports } from './imports.ts'
import { go } from './router.ts'
import { takePicture } from './take-picture.ts'
import { say } from './toasts.ts'

export interface Import {
  files(files: readonly File[]): Promise<void>
  paths(paths: readonly string[]): Promise<void>
  /** Asks with the system's dialog; in a browser, with the page's own. */
  choose(what: 'files' | 'folder'): Promise<void>
}

export function useImport(person: Person | undefined): Import | undefined {
  const { t } = useTranslation()
  if (person === undefined) return undefined

  async function take(paths: readonly string[]): Promise<void> {
    if (person === undefined || paths.length === 0) return
    try {
      const { outcomes } = await api.documents.import({ personId: person.id, paths: [...paths] })
      rememberImports(person.id, outcomes)
      const count = (kind: string) => outcomes.filter((outcome) => outcome.kind === kind).length
      const said = [
        ...(count('queued') > 0 ? [t('shell.taken', { count: count('queued'), name: person.name })] : []),
        ...(count('duplicate') > 0 ? [t('shell.duplicates', { count: count('duplicate') })] : []),
        ...(count('refused') > 0 ? [t('shell.refused', { count: count('refused') })] : []),
      ]
      say(said.join(' ') || t('shell.nothingTaken'))
      if (outcomes.length > 0) go({ screen: 'queue', personId: person.id })
    } catch (error) {
      say(textOfError(codeOf(error)).message)
    }
  }

  async function takeFiles(files: readonly File[]): Promise<void> {
    const paths = await Promise.all(files.map((file) => window.medmemory.pathOf(file)))
    const placeless = files.filter((_, at) => paths[at] === '')
    const pictures = placeless.filter(({ type }) => type.startsWith('image/'))
    if (placeless.length > pictures.length) say(t('shell.placeless', { count: placeless.length - pictures.length }))
    for (const picture of pictures) await takePasted(picture)
    await take(paths.filter((path) => path !== ''))
  }

  /** It stays where one is: a picture is pasted in the middle of something else. */
  async function takePasted(picture: File): Promise<void> {
    if (person === undefined) return
    const { id, name } = person
    try {
      const title = t('shell.pastedTitle', { at: formatMoment(new Date().toISOString()) })
      const { documentId, isNew } = await takePicture(id, picture, title)
      if (!isNew) say(t('shell.pastedAgain', { name }))
      else say(t('shell.pasted', { name }), () => void api.documents.delete({ id: documentId }).catch(() => {}))
    } catch (error) {
      const { message, next } = textOfError(codeOf(error))
      say(`${message} ${next}`)
    }
  }

  return {
    files: takeFiles,
    paths: take,
    async choose(what) {
      try {
        const { surroundings } = await api.desktop.about()
        if (surroundings === 'desktop') await take((await api.desktop.chooseFiles({ what })).paths)
        else await takeFiles(await chooseInPage(what))
      } catch (error) {
        say(textOfError(codeOf(error)).message)
      }
    },
  }
}

/** The page's own dialog, for where there is no desktop around it. */
function chooseInPage(what: 'files' | 'folder'): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    input.webkitdirectory = what === 'folder'
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
}
