import type { Accent } from './define-web-module.ts'

// Written out, so that Tailwind finds every class.
const backgrounds: Record<Accent, string> = {
  yellow: 'bg-yellow',
  green: 'bg-green',
  pink: 'bg-pink',
  lilac: 'bg-lilac',
  orange: 'bg-orange',
  red: 'bg-red',
}

const all = Object.keys(backgrounds) as Accent[]

/** The class that paints an accent; text on it is `text-on-accent`. */
export function accentBackground(accent: Accent): string {
  return backgrounds[accent]
}

/** The accent that always goes with a text, such as a sender's address. */
export function accentOf(text: string): Accent {
  let sum = 0
  for (const character of text) sum = (sum * 31 + character.codePointAt(0)!) >>> 0
  return all[sum % all.length]!
}

/** A colour kept by the server as an accent, or one made from the name. */
export function toAccent(color: string | null, name: string): Accent {
  return all.includes(color as Accent) ? (color as Accent) : accentOf(name)
}
