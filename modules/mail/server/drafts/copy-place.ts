/**
 * Where the copies of drafts lie that are on a server: in none of a person's places, since the draft itself is listed.
 * A copy is a message like any other to sync and to the outbox, and to nobody else.
 */
export const COPY_PLACE = 'draft-copy'
