import { useEffect, useEffectEvent, useState } from 'react'
import { Button } from '#ui/button.tsx'
import { Kbd } from '#ui/kbd.tsx'
import { SEQUENCE_MILLISECONDS, takeKeys } from '#ui/keyboard/shortcuts.ts'

interface KeyRecorderProps {
  label: string
  onKeys: (keys: string) => void
  onCancel: () => void
}

/** Takes the next key, and a second one if it follows soon. Escape leaves things as they are. */
export function KeyRecorder({ label, onKeys, onCancel }: KeyRecorderProps) {
  const [first, setFirst] = useState<string | null>(null)

  const take = useEffectEvent((key: string) => {
    if (key === 'Escape') return onCancel()
    // Keys with names move about the page, and Ctrl belongs to the browser.
    if (key.length > 1) return
    if (first === null) setFirst(key)
    else onKeys(`${first} ${key}`)
  })
  const end = useEffectEvent(() => {
    if (first !== null) onKeys(first)
  })
  useEffect(() => takeKeys((key) => take(key)), [])
  useEffect(() => {
    if (first === null) return
    const timer = setTimeout(() => end(), SEQUENCE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [first])

  return (
    <div className="flex w-full flex-wrap items-center gap-3 rounded-box border border-line bg-yellow p-2 text-on-accent">
      <span role="status" className="min-w-40 flex-1">
        {first === null ? `Press the key for ${label}, or two one after the other.` : <Kbd keys={`${first} …`} />}
      </span>
      <Button onClick={onCancel}>Cancel</Button>
    </div>
  )
}
