import { useEffect, useRef } from 'react'
import { Button } from '#ui/button.tsx'
import { CopyButton } from './copy-button.tsx'

/** A secret in the one moment it can be read: a token, a link to hand over. */
export function ShownOnce({
  title,
  what,
  text,
  onDone,
}: {
  title: string
  what: string
  text: string
  onDone: () => void
}) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  return (
    <div className="raised flex flex-col gap-3 bg-green p-4 text-on-accent">
      <p className="font-semibold">{title}</p>
      <input ref={field} readOnly aria-label={what} value={text} className="control w-full font-mono text-sm" />
      <div className="flex gap-2">
        <CopyButton primary text={text} what={what} />
        <Button onClick={onDone}>I have kept it</Button>
      </div>
    </div>
  )
}
