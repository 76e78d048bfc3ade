import { ProblemError } from '#client/problem-error.ts'

/** Whether Daybook could not be reached: what was asked may wait. */
export const isOffline = (error: unknown): boolean => error instanceof ProblemError && error.code === 'not-reached'
