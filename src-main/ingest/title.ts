/** What a document is called: by its own title where it has one that means something, else by its file. */

export const titleOfFile = (fileName: string): string => fileName.replace(/\.[^.]{1,8}$/, '')

/** A document's own title, unless a program left a file name or its own name there. */
export function meaningfulTitle(title: string | undefined): string | undefined {
  const clean = title?.replace(/\s+/g, ' ').trim() ?? ''
  const left = /^(untitled|document\d*|microsoft|print|scan|image)\b|\.\w{2,5}$|[\\/]/i
  return clean.length >= 4 && !left.test(clean) ? clean.slice(0, 200) : undefined
}
