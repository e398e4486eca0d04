/** A person's initials on a colour of their own, so that two people are told apart at a glance, and never by it alone. */
export interface AvatarProps {
  readonly name: string
  /** Decides the colour. */
  readonly id: string
  readonly size?: 'small' | 'large'
}

const hues = [200, 262, 320, 18, 95, 155, 235, 288] as const

export function Avatar({ name, id, size = 'small' }: AvatarProps) {
  const hue = hues[[...id].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) >>> 0, 7) % hues.length]
  return (
    <span
      aria-hidden
      className={`who-name grid shrink-0 place-items-center font-semibold ${size === 'large' ? 'size-10 rounded-lg text-body' : 'size-7 rounded-md text-[0.75rem]'}`}
      style={{ background: `oklch(48% 0.1 ${hue})`, color: '#fff' }}
    >
      {initialsOf(name)}
    </span>
  )
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /\p{L}/u.test(word))
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words
  return picked
    .map((word) => [...(word ?? '')].find((sign) => /\p{L}/u.test(sign)) ?? '')
    .join('')
    .toUpperCase()
}
