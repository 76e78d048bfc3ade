/** The languages that quick add reads. */
type LanguageName = 'en' | 'de' | 'fr'

interface ChosenLanguage {
  name: LanguageName
  /** 5/2 is May 2, as in the United States and nowhere else that reads English. */
  monthFirst: boolean
}

/** The language of a locale (BCP 47): English with the day first for those that quick add does not read. */
export function languageOf(locale: string): ChosenLanguage {
  const [name, ...rest] = locale.toLowerCase().split(/[-_.]/)
  if (name === 'de' || name === 'fr') return { name, monthFirst: false }
  return { name: 'en', monthFirst: name === 'en' && (rest.length === 0 || rest.includes('us')) }
}
