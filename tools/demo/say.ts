/** The demo's voice: lines on stdout. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`)

export function wrap(text: string, indent: string, width = 96): string {
  const lines = ['']
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1) ?? ''
    if (line !== '' && indent.length + line.length + word.length + 1 > width) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.map((line) => indent + line).join('\n')
}
