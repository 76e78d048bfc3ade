/** Hands values from who makes them to who takes them, one at a time: `give` waits until its value was taken. */
export class Handover<T> {
  #offered: { value: T; taken: () => void } | null = null
  #wanted: ((value: T | null) => void) | null = null
  #ended = false

  /** Offers a value; resolves when it was taken, or nobody takes any more. */
  give(value: T): Promise<void> {
    if (this.#ended) return Promise.resolve()
    if (this.#offered) throw new Error('One value is offered at a time')
    const wanted = this.#wanted
    if (wanted) {
      this.#wanted = null
      wanted(value)
      return Promise.resolve()
    }
    return new Promise((resolve) => (this.#offered = { value, taken: resolve }))
  }

  /** The next value; null at the end. */
  take(): Promise<T | null> {
    const offered = this.#offered
    if (offered) {
      this.#offered = null
      offered.taken()
      return Promise.resolve(offered.value)
    }
    if (this.#ended) return Promise.resolve(null)
    return new Promise((resolve) => (this.#wanted = resolve))
  }

  /** Nobody gives any more; what is offered can still be taken. */
  end(): void {
    this.#ended = true
    this.#offered?.taken()
    this.#wanted?.(null)
    this.#wanted = null
  }
}
