/** Runs one work a key at a time: whoever asks meanwhile gets the same answer. */
export class SingleFlight<Answer> {
  readonly #flights = new Map<string, Promise<Answer>>()

  run(key: string, work: () => Promise<Answer>): Promise<Answer> {
    const under = this.#flights.get(key)
    if (under) return under
    const flight = work().finally(() => this.#flights.delete(key))
    this.#flights.set(key, flight)
    return flight
  }
}
