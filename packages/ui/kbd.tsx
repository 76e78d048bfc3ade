import { Fragment } from 'react'

/** Keys to press, one after the other: `g i`. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className="inline-flex items-center gap-1">
      {keys.split(' ').map((key, index) => (
        <Fragment key={index}>
          <kbd className="inline-flex min-w-6 items-center justify-center rounded-box border border-line bg-surface px-1.5 font-mono text-xs leading-5 font-semibold text-ink">
            {key}
          </kbd>
        </Fragment>
      ))}
    </span>
  )
}
