/** Somebody asked the job to stop. */
export class JobCancelled extends Error {}

/** The process stops; the job goes on at the next start. */
export class JobPaused extends Error {}
