/** The API as this window sees it: the typed client over the preload bridge. Errors arrive as AppError, with their code. */
import { type Bridge, bridgeTransport } from '#contract/bridge.ts'
import { createClient } from '#contract/client.ts'
import { type Api, contract } from '#contract/index.ts'

declare global {
  interface Window {
    readonly medmemory: Bridge
  }
}

export const api: Api = createClient(contract, bridgeTransport(window.medmemory))
