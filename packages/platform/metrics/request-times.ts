/** Upper bounds in seconds, as OpenTelemetry recommends for `http.server.request.duration`, with finer steps below. */
export const BOUNDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** The durations of one operation with one status. */
export interface TimeSeries {
  operation: string
  status: number
  /** A count a bound, and one for what took longer. */
  counts: Float64Array
  /** Seconds. */
  sum: number
}

/** Request durations in plain arrays: noting one costs two look-ups, and sums are made when somebody looks. */
export class RequestTimes {
  readonly #series = new Map<string, Map<number, TimeSeries>>()

  /** Notes one answered request. The operation is a name of the registry, so that the number of series is bounded. */
  note(operation: string, status: number, seconds: number): void {
    const series = this.#find(operation, status)
    let bound = 0
    while (bound < BOUNDS.length && seconds > BOUNDS[bound]!) bound++
    series.counts[bound]! += 1
    series.sum += seconds
  }

  *all(): Generator<TimeSeries> {
    for (const statuses of this.#series.values()) yield* statuses.values()
  }

  #find(operation: string, status: number): TimeSeries {
    let statuses = this.#series.get(operation)
    if (!statuses) this.#series.set(operation, (statuses = new Map()))
    let series = statuses.get(status)
    if (!series) {
      series = { operation, status, counts: new Float64Array(BOUNDS.length + 1), sum: 0 }
      statuses.set(status, series)
    }
    return series
  }
}
