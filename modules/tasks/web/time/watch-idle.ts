/** After so long without a key or a pointer one may have been away. */
export const IDLE_MILLISECONDS = 10 * 60_000

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const

/** Tells of every return after a long while without input, with when that began; gives a function that ends it. */
export function watchIdle(onReturn: (since: number) => void): () => void {
  let lastInput = Date.now()
  const note = () => {
    const now = Date.now()
    // The clock of the wall, so that a machine that slept counts as away.
    if (now - lastInput >= IDLE_MILLISECONDS) onReturn(lastInput)
    lastInput = now
  }
  for (const sign of signs) addEventListener(sign, note, { passive: true, capture: true })
  return () => {
    for (const sign of signs) removeEventListener(sign, note, { capture: true })
  }
}
