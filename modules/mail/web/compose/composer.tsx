import { useEffect, useRef, useState } from 'react'
import { ErrorState } from '#ui/error-state.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { beginLetter, type Begun } from './begin-letter.ts'
import { stopComposing, type Start } from './composing.ts'
import { LetterForm } from './letter-form.tsx'
import { Sheet } from './sheet.tsx'

/** A letter from its beginning: what it answers is read first. */
export function Composer({ start, userId }: { start: Start; userId: string }) {
  const [begun, setBegun] = useState<Begun | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [tries, setTries] = useState(0)
  useFocusGivenBack()

  useEffect(() => {
    let gone = false
    setError(null)
    beginLetter(start, userId).then(
      (ready) => !gone && setBegun(ready),
      (problem: unknown) => !gone && setError(problem),
    )
    return () => {
      gone = true
    }
  }, [start, userId, tries])

  if (begun) return <LetterForm begun={begun} start={start} userId={userId} />
  return (
    <Sheet title="Message" onClose={stopComposing}>
      {error ? (
        <ErrorState error={error} retry={() => setTries(tries + 1)} />
      ) : (
        <Skeleton rows={4} label="Preparing the message" />
      )}
    </Sheet>
  )
}

// Who wrote goes on where they were.
function useFocusGivenBack(): void {
  const before = useRef(document.activeElement)
  useEffect(() => {
    const { current } = before
    return () => {
      if (current instanceof HTMLElement && current.isConnected) current.focus({ preventScroll: true })
    }
  }, [])
}
