/** What is said to Chromium before it starts, and what is refused on our own command line. */
import type { App } from 'electron'

/** Chromium's own traffic, each by its switch; names are resolved nowhere. */
const quiet: readonly (readonly [string, string?])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-breakpad'],
  ['no-pings'],
  ['disable-sync'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
]

export function quietChromium(app: App): void {
  for (const [name, value] of quiet) app.commandLine.appendSwitch(name, ...(value === undefined ? [] : [value]))
}

/** With any of these, somebody else could look into the window or put something into it. */
const refused =
  /^--?(inspect|remote-debugging|remote-allow-origins|load-extension|disable-web-security|disable-extensions-except|no-sandbox|disable-site-isolation|js-flags|host-rules|proxy-|user-data-dir|renderer-cmd-prefix|utility-cmd-prefix|gpu-launcher|enable-logging|log-net-log|allow-file-access)/i

export const findRefusedSwitch = (argv: readonly string[]): string | undefined =>
  argv.find((word) => refused.test(word))
