/** What the program asks of its surroundings. The shell and the preview tool each bring one; the command line has none. */
import type { Handlers } from '#contract/define.ts'
import { AppError } from '#contract/errors.ts'
import type { Contract } from '#contract/index.ts'

export interface Desktop extends Omit<Handlers<Contract>['desktop'], 'trashSource'> {
  /** Moves a file to the system's trash; whether it may go was asked before. */
  trash(path: string): Promise<void>
}

const absent = async (): Promise<never> => {
  throw new AppError('desktop/absent')
}

/** Tells what it is asked, and can do nothing. */
export const noDesktop = ({ folder, version }: { folder: string; version: string }): Desktop => ({
  about: async () => ({ surroundings: 'none', platform: platformName(), version, vaultFolder: folder }),
  chooseVault: absent,
  useVault: absent,
  chooseFiles: absent,
  chooseSavePath: absent,
  showFile: absent,
  copy: absent,
  trash: absent,
})

export function platformName(platform: NodeJS.Platform = process.platform): 'mac' | 'windows' | 'linux' {
  return platform === 'darwin' ? 'mac' : platform === 'win32' ? 'windows' : 'linux'
}
