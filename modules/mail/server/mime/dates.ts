/** Read a date of RFC 5322 section 3.3, with its obsolete forms and what mailers write instead; null where it is none. */
export function parseMailDate(source: string): number | null {
  const value = source
    .slice(0, 200)
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ?: ?/g, ':')
    .trim()
  return parseRfc5322(value) ?? parseAsctime(value) ?? parseIso(value)
}

const time = String.raw`(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2})(?:[.,]\d+)?)?(?: ?([ap])\.?m\b\.?)?`
const zone = String.raw`(?: ?((?:(?:GMT|UTC?) ?)?[+-] ?\d{1,2}:?\d{2}|(?:GMT|UTC?)?[+-]\d{1,2}(?!\d)|[A-Za-z]{1,5})(?![\d]))?`
const rfc5322 = new RegExp(
  String.raw`^(?:[^\d]*[,. ] ?)?(\d{1,2})(?:st|nd|rd|th)?[ -.]? ?([A-Za-z]{3})[a-z]*\.?[ ,-]+(\d{2,4}),? ?(?:[a-z]{2} )?(?:${time}${zone})?`,
  'i',
)
const american = new RegExp(
  String.raw`^(?:[A-Za-z]{3,9},? )?([A-Za-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4}),?(?: at)? ${time}${zone}`,
  'i',
)
const asctime = new RegExp(
  String.raw`^(?:[A-Za-z]{3,9},? )?([A-Za-z]{3})[a-z]* (\d{1,2}) ${time}${zone} (\d{4})(?: ?([+-]\d{4}))?`,
  'i',
)
const iso =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)? ?(Z|[+-]\d{2}:?\d{2}|[A-Z]{2,5})?/i

function parseRfc5322(value: string): number | null {
  const match = rfc5322.exec(value)
  if (!match) return null
  const [, day, month, year, hour, minute, second, half, offset] = match
  return instant(fullYear(year!), monthOf(month!), day!, hour, minute, second, half, offset)
}

function parseAsctime(value: string): number | null {
  const plain = american.exec(value)
  if (plain) {
    const [, month, day, year, hour, minute, second, half, offset] = plain
    return instant(Number(year), monthOf(month!), day!, hour, minute, second, half, offset)
  }
  const match = asctime.exec(value)
  if (!match) return null
  const [, month, day, hour, minute, second, half, offset, year, late] = match
  return instant(Number(year), monthOf(month!), day!, hour, minute, second, half, late ?? offset)
}

function parseIso(value: string): number | null {
  const match = iso.exec(value)
  if (!match) return null
  const [, year, month, day, hour, minute, second, offset] = match
  return instant(Number(year), Number(month) - 1, day!, hour, minute, second, undefined, offset)
}

function instant(
  year: number,
  month: number,
  day: string,
  hour = '0',
  minute = '0',
  second = '0',
  half: string | undefined,
  offset: string | undefined,
): number | null {
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour)
  if (month < 0 || month > 11 || hours > 24 || Number(minute) > 59 || Number(second) > 60) return null
  if (Number(day) < 1 || Number(day) > daysIn(year, month)) return null
  const local = Date.UTC(year, month, Number(day), hours, Number(minute), Number(second))
  return local - offsetOf(offset) * 60_000
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
}

/** RFC 5322 section 4.3: two digits below 50 are of this century, three count from 1900. */
function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length === 2) return year < 50 ? 2000 + year : 1900 + year
  return digits.length === 3 ? 1900 + year : year
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function monthOf(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase())
}

// RFC 5322 section 4.3 has the American ones; military letters and unknown names mean UTC there.
const zones: Record<string, number> = {
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  akst: -540,
  akdt: -480,
  hst: -600,
  ast: -240,
  adt: -180,
  nst: -210,
  ndt: -150,
  cet: 60,
  cest: 120,
  met: 60,
  mest: 120,
  mez: 60,
  mesz: 120,
  eet: 120,
  eest: 180,
  wet: 0,
  west: 60,
  bst: 60,
  msk: 180,
  msd: 240,
  jst: 540,
  kst: 540,
  hkt: 480,
  sgt: 480,
  aest: 600,
  aedt: 660,
  acst: 570,
  awst: 480,
  nzst: 720,
  nzdt: 780,
}

/** Minutes east of UTC. */
function offsetOf(name: string | undefined): number {
  if (!name) return 0
  const match = /^(?:[a-z]+ ?)?([+-]) ?(\d{1,2}):?(\d{2})?$/i.exec(name)
  if (!match) return zones[name.toLowerCase()] ?? 0
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  if (minutes > 24 * 60) return 0
  return match[1] === '-' ? -minutes : minutes
}
