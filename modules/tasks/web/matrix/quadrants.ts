/** One of the four parts of Eisenhower's matrix: a filter with a name. */
export interface Quadrant {
  name: string
  hint: string
  q: string
}

// What matters has a priority of at least medium, what is soon is due or ends within three days.
const SOON = '(due:<3d OR deadline:<3d)'

/** By what matters and what is soon. Each task that is open stands in exactly one. */
export const quadrants: readonly [Quadrant, Quadrant, Quadrant, Quadrant] = [
  { name: 'Do', hint: 'matters, and soon', q: `priority:>=2 ${SOON}` },
  { name: 'Plan', hint: 'matters, and has time', q: `priority:>=2 -${SOON}` },
  { name: 'Quickly, or give away', hint: 'soon', q: `priority:<2 ${SOON}` },
  { name: 'Later, or drop', hint: 'neither', q: `priority:<2 -${SOON}` },
]
