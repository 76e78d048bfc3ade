/** The words of a text, for lists of names that are easier to read without quotes. */
export function words(text: string): string[] {
  return text.trim().split(/\s+/)
}
