import { FailureError } from '#kernel/failure.ts'

/** What a call begins, or null when what was shown for it was used already: the second of two at once. */
export async function startOrNull<T>(begin: () => Promise<T>): Promise<T | null> {
  try {
    return await begin()
  } catch (cause) {
    if (cause instanceof FailureError && cause.failure.code === 'proof-used') return null
    throw cause
  }
}
