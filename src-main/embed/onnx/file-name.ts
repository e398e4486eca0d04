/** Whether a name names one file in a folder and nothing else, on every system the program runs on. */
export const isFileName = (name: string): boolean => PLAIN.test(name) && !DEVICE.test(name)

/** No separator, no drive, no control, no leading or trailing dot. */
const PLAIN = /^[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,98}[A-Za-z0-9_-])?$/
/** Windows opens these whatever follows the dot. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9]|lpt[0-9])(?:\.|$)/i
