/** The levels of the tree, from the largest. */
export const LEVELS = ['initiative', 'phase', 'epic', 'sprint', 'task', 'subtask', 'step'] as const

/** The level of what nobody says otherwise about. */
export const TASK = 4

/** A step of a few minutes: the last level, which has nothing below it. */
export const STEP = 6
