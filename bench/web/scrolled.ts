/** What was seen of a list while it scrolled. */
export interface Watched {
  frames: number
  /** Frames in which some of the list had nothing in it. */
  blankFrames: number
  /** Milliseconds that the list had a hole at a stretch, at most. */
  longestBlank: number
  longestFrame: number
  /** Different rows that were drawn. */
  rowsSeen: number
}

/** What scrolling showed, each way for itself, and how quick the palette is. */
export interface Scrolled {
  ways: (Watched & { way: string })[]
  /** Milliseconds from a key to the next frame, by Event Timing, which rounds to 8. */
  keys: { slowest: number; median: number; script: number; pressed: number; operations: number }
}
