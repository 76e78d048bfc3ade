import { personOf, type Actor } from '#kernel/actor.ts'

/** Mail is private: whoever acts sees the mail of the person they are, or work for, and no other. */
export const ownerOf = (actor: Actor): string => personOf(actor)

/** What search matches against: mail is found by its owner alone. */
export const audienceOf = (ownerId: string): string[] => [`u:${ownerId}`]
