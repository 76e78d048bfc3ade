import { isCommonPassword } from './common-passwords.ts'

const SHORTEST = 10
const LONGEST = 256
/** What everybody knows of this place, whoever the person is. */
const OWN_WORDS = ['Daybook']

/**
 * Why a password will not do, or null. Length counts, composition does not (NIST SP 800-63B-4, 3.1.1.2). `personal` is
 * what everybody knows of the person: their name and address.
 */
export function passwordFault(password: string, personal: readonly (string | null)[]): string | null {
  const text = password.normalize('NFKC')
  const length = [...text].length
  if (length < SHORTEST) return `Take at least ${SHORTEST} characters`
  if (length > LONGEST) return `Take at most ${LONGEST} characters`
  if (isPersonal(text, personal)) return 'Your name or address is the first thing that anybody tries'
  if (isPersonal(text, OWN_WORDS)) return 'The name of Daybook is the second thing that anybody tries'
  if (isCommonPassword(password)) return 'Many people take this password; it is on every list of thieves'
  return null
}

function isPersonal(password: string, personal: readonly (string | null)[]): boolean {
  const bare = toBare(password)
  if (bare === '') return false
  return personal
    .flatMap((text) => (text === null ? [] : [text, text.split('@')[0]!]))
    .map(toBare)
    .some((known) => known !== '' && (bare === known || (known.length >= 4 && bare.replaceAll(known, '').length < 4)))
}

/** Letters and figures alone, in lower case. */
function toBare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
