/** Keys to press, one after the other: `g i`; or together: `Mod+k`. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className="inline-flex items-center gap-1">
      {keysInWords(keys)
        .split(' ')
        .map((key, index) => (
          <kbd
            key={index}
            className="inline-flex min-w-6 items-center justify-center rounded-box border border-line bg-surface px-1.5 font-mono text-xs leading-5 font-semibold text-ink"
          >
            {key}
          </kbd>
        ))}
    </span>
  )
}

const apple = /Mac|iPhone|iPad/.test(globalThis.navigator?.userAgent ?? '')

/** Keys as this machine's keyboard names them: `Mod+k` is `Ctrl K`, or `Cmd K`. */
export function keysInWords(keys: string): string {
  if (!keys.startsWith('Mod+')) return keys
  return `${apple ? 'Cmd' : 'Ctrl'} ${keys.slice(4).toUpperCase()}`
}
