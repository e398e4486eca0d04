/** Walks one window through all that can be seen with a vault: each screen in each state, each section of the settings. */
import type { ErrorCode } from '#contract/errors.ts'
import { type OpenWindow, type OpenWindowOptions, openWindow } from './harness.ts'
import { answering, type ScreenApps } from './screen-apps.ts'
import { type ScreenState, screenStates, settingsPaths, type VaultIs } from './screen-states.ts'

export type View = Pick<ScreenState, 'state' | 'vault' | 'at' | 'answers' | 'press'> & { readonly name: string }

const views: readonly View[] = [
  ...screenStates.map((one) => ({ ...one, name: `${one.screen}-${one.state}` })),
  ...settingsPaths.map(
    (path): View => ({
      name: path.slice(1).replace('/', '-'),
      vault: 'full',
      state: 'full',
      at: () => path,
      answers: {},
    }),
  ),
]

export const vaults: readonly VaultIs[] = ['absent', 'locked', 'empty', 'full']

/** Loads each view anew in the same window. VIEWS, a regular expression, names some of them. */
export async function walkViews(
  given: ScreenApps,
  { vault, ...options }: { readonly vault: VaultIs } & Omit<OpenWindowOptions, 'app'>,
  look: (window: OpenWindow, view: View) => Promise<void>,
): Promise<void> {
  const only = new RegExp(process.env.VIEWS ?? '')
  const answers: Record<string, 'never' | ErrorCode> = {}
  const window = await openWindow({ app: answering(given.apps[vault], answers), ...options })
  for (const view of views.filter((one) => one.vault === vault && only.test(one.name))) {
    for (const path of Object.keys(answers)) delete answers[path]
    Object.assign(answers, view.answers)
    await window.page.evaluate(`location.hash = ${JSON.stringify(view.at(given.who[vault]))}`)
    await window.page.reload()
    await window.page.waitForSelector('main')
    if (view.press !== undefined) await window.page.click(view.press)
    await window.page.evaluate('document.fonts.ready')
    await window.page.waitForTimeout(400)
    await look(window, view)
  }
}
