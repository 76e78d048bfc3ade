import { accentBackground, accentOf } from './accent.ts'
import { classNames } from './class-names.ts'

/** A person's initials on the colour that always goes with them. */
export function Avatar({ name, seed, className }: { name: string; seed?: string; className?: string }) {
  return (
    <span
      aria-hidden
      className={classNames(
        'inline-flex size-10 shrink-0 items-center justify-center rounded-box border-(length:--border) border-line',
        'font-head text-sm font-bold text-on-accent',
        accentBackground(accentOf(seed ?? name)),
        className,
      )}
    >
      {initials(name)}
    </span>
  )
}

function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const first = words[0] ?? '?'
  const letters = words.length > 1 ? [...first][0]! + [...words.at(-1)!][0]! : [...first].slice(0, 2).join('')
  return letters.toUpperCase()
}
