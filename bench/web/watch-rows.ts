import type { Watched } from './scrolled.ts'

/** Runs in the page: looks at each frame which part of the list shows a row with text, until `endWatch`. */
export function watchRows(): void {
  const scroller = document.querySelector<HTMLElement>('[data-scroller]')!
  const seen = new Set<string>()
  const watched = { frames: 0, blankFrames: 0, longestBlank: 0, longestFrame: 0, rowsSeen: 0 }
  let blankSince: number | null = null
  let before = performance.now()
  let on = true

  const holes = (): number => {
    const { top, bottom } = scroller.getBoundingClientRect()
    const covered = [...scroller.querySelectorAll<HTMLElement>('[data-index], [data-end]')]
      .filter((row) => row.textContent !== '')
      .map((row) => ({ index: row.dataset.index, box: row.getBoundingClientRect() }))
      .filter(({ box }) => box.bottom > top && box.top < bottom)
      .sort((a, b) => a.box.top - b.box.top)
    let reached = top
    let hole = 0
    for (const { index, box } of covered) {
      if (index !== undefined) seen.add(index)
      hole = Math.max(hole, box.top - reached)
      reached = Math.max(reached, box.bottom)
    }
    return Math.max(hole, bottom - reached)
  }
  const look = (at: number) => {
    if (!on) return
    watched.frames++
    watched.longestFrame = Math.max(watched.longestFrame, Math.round(at - before))
    before = at
    // Less than the border between two rows is no hole.
    if (holes() > 4) {
      watched.blankFrames++
      blankSince ??= at
    } else if (blankSince !== null) {
      watched.longestBlank = Math.max(watched.longestBlank, Math.round(at - blankSince))
      blankSince = null
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  Object.assign(window, {
    endWatchOfRows: () => {
      on = false
      if (blankSince !== null) watched.longestBlank = Math.max(watched.longestBlank, Math.round(before - blankSince))
      return { ...watched, rowsSeen: seen.size }
    },
  })
}

/** Runs in the page: what was seen since `watchRows`. */
export function endWatch(): Watched {
  return (window as unknown as { endWatchOfRows: () => Watched }).endWatchOfRows()
}
