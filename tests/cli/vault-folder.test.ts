import { expect, test } from 'vitest'
import { defaultVaultFolder } from '../../src-main/cli/vault-folder.ts'

test('the vault lies where each platform keeps the data of one user', () => {
  const home = '/home/ada'
  expect(defaultVaultFolder({ platform: 'linux', home, env: {} })).toBe('/home/ada/.local/share/medmemory/vault')
  expect(defaultVaultFolder({ platform: 'linux', home, env: { XDG_DATA_HOME: '/data' } })).toBe('/data/medmemory/vault')
  expect(defaultVaultFolder({ platform: 'linux', home, env: { XDG_DATA_HOME: 'rel' } })).toBe(
    '/home/ada/.local/share/medmemory/vault',
  )
  expect(defaultVaultFolder({ platform: 'darwin', home: '/Users/ada', env: {} })).toBe(
    '/Users/ada/Library/Application Support/MedMemory/vault',
  )
  const windows = { platform: 'win32', home: 'C:\\Users\\ada' } as const
  expect(defaultVaultFolder({ ...windows, env: { APPDATA: 'D:\\Roaming' } })).toBe('D:\\Roaming\\MedMemory\\vault')
  expect(defaultVaultFolder({ ...windows, env: {} })).toBe('C:\\Users\\ada\\AppData\\Roaming\\MedMemory\\vault')
})
