/**
 * The only importer of sharp. libvips could open far more than the pictures people hold (SVG, PDF, GIF, what a file
 * names elsewhere): every loader is blocked but those whose signature was checked before. One thread, nothing cached.
 */
export type { Sharp, SharpOptions } from 'sharp'

type MakeSharp = typeof import('sharp').default

export const loadSharp = (): Promise<MakeSharp> => (loaded ??= load())

let loaded: Promise<MakeSharp> | undefined

async function load(): Promise<MakeSharp> {
  const { default: sharp } = await import('sharp')
  sharp.concurrency(1)
  sharp.cache(false)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: ['Jpeg', 'Png', 'Webp', 'Tiff'].map((name) => `VipsForeignLoad${name}Buffer`) })
  return sharp
}
