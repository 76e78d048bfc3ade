/** Characters of text kept beside a message; more is not indexed or shown at once, the source has it all. */
export const MAX_TEXT = 1_000_000

/** Characters of a subject that lists show; a message opened shows all. */
export const MAX_LISTED_SUBJECT = 1000
