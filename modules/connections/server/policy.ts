import { personOf, type Actor } from '#kernel/actor.ts'

/** Accounts are private: whoever acts sees those of the person they are, or work for, and no other. */
export const ownerOf = (actor: Actor): string => personOf(actor)
