/** Characters of text kept beside a message; more is not indexed or shown at once, the source has it all. */
export const MAX_TEXT = 1_000_000
