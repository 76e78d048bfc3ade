/** Whether a text names a time zone that this runtime knows (IANA). */
export function isTimeZone(text: string): boolean {
  // Offsets such as +01:00 are zones to the runtime, and know no summer.
  if (!/^[A-Za-z]/.test(text)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return true
  } catch {
    return false
  }
}
