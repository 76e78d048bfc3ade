/** A plain number: digits, a sign, a decimal point; null for anything else. */
export function readNumber(text: string): number | null {
  return /^[+-]?\d{1,15}(?:\.\d{1,6})?$/.test(text) ? Number(text) : null
}

/** Whole bytes: `500`, `20k`, `1.5MB`, `1MiB`. k, M, G are powers of 1000 and Ki, Mi, Gi of 1024 (IEC 80000-13). */
export function readSize(text: string): number | null {
  const found = /^(\d{1,15}(?:\.\d{1,6})?)(?:([kmg])(i)?)?b?$/i.exec(text)
  if (!found) return null
  const power = found[2] ? 'kmg'.indexOf(found[2].toLowerCase()) + 1 : 0
  const bytes = Math.round(Number(found[1]) * (found[3] ? 1024 : 1000) ** power)
  return Number.isSafeInteger(bytes) ? bytes : null
}

/** A duration in seconds: `90m`, `1h30m`, `1.5h`, `2d` (of 24 hours), `1w`; the unit is needed. */
export function readDuration(text: string): number | null {
  const found = duration.exec(text)
  if (!found || text === '') return null
  const seconds = Object.entries(unitSeconds).reduce((sum, [unit, length]) => {
    return sum + Number(found.groups?.[unit] ?? 0) * length
  }, 0)
  return Number.isSafeInteger(Math.round(seconds)) ? seconds : null
}

const unitSeconds = { w: 604_800, d: 86_400, h: 3600, m: 60, s: 1 }

// The units from the largest down, each at most once: (?:(?<w>\d+)w)?(?:(?<d>\d+)d)?…
const duration = new RegExp(
  `^${Object.keys(unitSeconds)
    .map((unit) => String.raw`(?:(?<${unit}>\d+(?:\.\d+)?)${unit}${unit === 'm' ? '(?:in)?' : ''})?`)
    .join('')}$`,
  'i',
)
