import { classNames } from './class-names.ts'

/** Grey bars where text will be; the waiting itself is said once, in words. */
export function Skeleton({
  rows = 6,
  label = 'Loading',
  className,
}: {
  rows?: number
  label?: string
  className?: string
}) {
  return (
    <div role="status" className={classNames('flex flex-col', className)} data-state="loading">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} aria-hidden className="flex gap-3 border-b border-line-soft p-4">
          <div className="shimmer size-10 shrink-0 rounded-box" />
          <div className="flex flex-1 flex-col justify-center gap-2">
            <div className={classNames('shimmer h-3 rounded-box', index % 2 ? 'w-1/2' : 'w-2/3')} />
            <div className={classNames('shimmer h-3 rounded-box', index % 3 ? 'w-5/6' : 'w-3/5')} />
          </div>
        </div>
      ))}
    </div>
  )
}
