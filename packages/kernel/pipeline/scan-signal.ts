/** Thrown by `onThread()` in a query's handler: the pipeline begins it again where it holds up nobody. */
export class ScanSignal extends Error {
  constructor() {
    super('This query goes to a thread')
  }
}
