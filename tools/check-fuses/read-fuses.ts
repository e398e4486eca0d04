/** Electron's fuses: what the installer's configuration asks for, and what is burnt into a program. Nothing is run. */
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'

/** The names of the configuration and of the wire. */
const fuses = {
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
} as const

type Fuse = keyof typeof fuses
const names = Object.keys(fuses) as Fuse[]

/** Of the configuration's text; a fuse that it does not name is in neither state. */
export function wantedFuses(configuration: string): Partial<Record<Fuse, boolean>> {
  const [, block = ''] = /^electronFuses:\n((?: {2}.*\n)+)/m.exec(configuration) ?? []
  const named = [...block.matchAll(/^ {2}(\w+): (true|false)$/gm)]
  return Object.fromEntries(named.map(([, name = '', on]) => [name, on === 'true']))
}

/** The fuses of the program that are not as wanted, by name; throws when the file is no program of Electron's. */
export async function findWrongFuses(program: string, configuration: string): Promise<Fuse[]> {
  const wire = await getCurrentFuseWire(program)
  const wanted = wantedFuses(configuration)
  const stateOf = (on: boolean | undefined) =>
    on === undefined ? undefined : on ? FuseState.ENABLE : FuseState.DISABLE
  return names.filter((name) => wire[fuses[name]] !== stateOf(wanted[name]))
}
