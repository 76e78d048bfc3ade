/** A plain number: digits, a sign, a decimal point; null for anything else. */
export function readNumber(text: string): number | null {
  return /^[+-]?\d{1,15}(?:\.\d{1,6})?$/.test(text) ? Number(text) : null
}

/** A size in bytes, whole: `500`, `20k`, `1.5MB`, `1MiB`. k, M and G are powers of 1000 (IEC 80000-13), Ki, Mi, Gi of 1024. */
export function readSize(text: string): number | null {
  const found = /^(\d{1,15}(?:\.\d{1,6})?)(?:([kmg])(i)?)?b?$/i.exec(text)
  if (!found) return null
  const power = found[2] ? 'kmg'.indexOf(found[2].toLowerCase()) + 1 : 0
  const bytes = Math.round(Number(found[1]) * (found[3] ? 1024 : 1000) ** power)
  return Number.isSafeInteger(bytes) ? bytes : null
}

/** A duration in seconds: `90m`, `1h30m`, `1.5h`, `2d` (of 24 hours), `1w`; the unit is needed. */
export function readDuration(text: string): number | null {
  const found =
    /^(?:(\d+(?:\.\d+)?)w)?(?:(\d+(?:\.\d+)?)d)?(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)m(?:in)?)?(?:(\d+(?:\.\d+)?)s)?$/i.exec(
      text,
    )
  if (!found || text === '') return null
  const units = [604_800, 86_400, 3600, 60, 1]
  const seconds = units.reduce((sum, unit, at) => sum + Number(found[at + 1] ?? 0) * unit, 0)
  return Number.isSafeInteger(Math.round(seconds)) ? seconds : null
}
