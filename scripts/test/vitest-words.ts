import { describe, expect, it, test } from 'vitest'

// Loaded before the tests when the runtime's own runner measures coverage: what vitest has and that runner has not.

interface PollOptions {
  timeout?: number
  interval?: number
}

type Assertion = Record<string, (...values: unknown[]) => unknown> & { not: Assertion }

// The matcher's name comes later, so that this is no assertion yet.
const start = expect as unknown as (value: unknown) => Assertion

/** Tries an assertion on what a function gives until it holds or the time is over. */
function poll(look: () => unknown, { timeout = 1000, interval = 50 }: PollOptions = {}): unknown {
  const retry =
    (matcher: string, negated: boolean) =>
    async (...expected: unknown[]) => {
      const end = performance.now() + timeout
      for (;;) {
        try {
          const assertion = start(await look())
          return (negated ? assertion.not : assertion)[matcher]!(...expected)
        } catch (cause) {
          if (performance.now() >= end) throw cause
          await new Promise((resolve) => setTimeout(resolve, interval))
        }
      }
    }
  const matchers = (negated: boolean): object =>
    new Proxy({}, { get: (_, name) => (name === 'not' ? matchers(true) : retry(String(name), negated)) })
  return matchers(false)
}

const words = expect as unknown as Record<string, unknown>
words.poll ??= poll
words.soft ??= expect
for (const block of [describe, it, test] as unknown as { if(condition: unknown): unknown; runIf?: unknown }[]) {
  block.runIf ??= (condition: unknown) => block.if(condition)
}
