/** Whether a text holds a wording: the same words next to each other, case aside. */
export const holds = (text: string, wording: string): boolean => wordingsIn(text)(wording)

/** The same for many wordings of one text. */
export function wordingsIn(text: string): (wording: string) => boolean {
  const words = spaced(text)
  return (wording) => words.includes(spaced(wording))
}

const spaced = (text: string) =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
