/** Before any end-to-end test: there is a built window, and a browser, or the run fails and says what is missing. */
import { existsSync } from 'node:fs'
import { chromiumPath, windowFolder } from './chromium.ts'

export default function ready(): void {
  if (!existsSync(`${windowFolder}/index.html`))
    throw new Error('The window is not built. Run "npm run build" first; "npm run e2e" does.')
  if (chromiumPath === undefined)
    throw new Error(
      'No Chromium was found. Install it ("apt-get install chromium"), or name one in CHROMIUM_PATH. Nothing was tested.',
    )
}
