import { useEffect, useRef, useSyncExternalStore, type ComponentProps } from 'react'

const wide = matchMedia('(min-width: 900px)')

/**
 * The title of the record beside a list, which takes the focus when the record opens. Where the list has no room
 * beside it, the record is the page and its title the page's.
 */
export function RecordTitle({ children }: { children: string }) {
  const title = useRef<HTMLHeadingElement>(null)
  const Heading = useBeside() ? 'h2' : 'h1'
  useEffect(() => title.current?.focus({ preventScroll: true }), [])
  return (
    <Heading ref={title} tabIndex={-1} className="min-w-0 flex-1 text-lg break-words md:text-xl">
      {children}
    </Heading>
  )
}

/** A heading inside a record, one level below its title. */
export function RecordHeading(props: ComponentProps<'h3'>) {
  const Heading = useBeside() ? 'h3' : 'h2'
  return <Heading {...props} />
}

function useBeside(): boolean {
  return useSyncExternalStore(followWidth, () => wide.matches)
}

function followWidth(onChange: () => void): () => void {
  wide.addEventListener('change', onChange)
  return () => wide.removeEventListener('change', onChange)
}
