/** `npm run build:icon`: draws resources/icons/icon.svg as the picture from which electron-builder makes every system's icon. */
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'

/** What macOS asks for, the largest of all. */
const SIDE = 1024
const inIcons = (name: string) => fileURLToPath(new URL(`../../resources/icons/${name}`, import.meta.url))

await sharp(inIcons('icon.svg'), { density: (72 * SIDE) / 26 })
  .resize(SIDE, SIDE)
  .png({ compressionLevel: 9, palette: true })
  .toFile(inIcons('icon.png'))
