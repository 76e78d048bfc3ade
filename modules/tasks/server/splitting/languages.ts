import { lazily } from '#base/lazily.ts'
import { languageOf } from '#base/quick-add/language-of.ts'
import { english } from './languages/english.ts'
import { french } from './languages/french.ts'
import { german } from './languages/german.ts'
import type { SplitLanguage } from './split-language.ts'

const languages = { en: lazily(english), de: lazily(german), fr: lazily(french) }

/** The languages that a title may be in, that of the locale first: people do not write in theirs alone. */
export function splitLanguages(locale: string): SplitLanguage[] {
  const { name } = languageOf(locale)
  const others = (['en', 'de', 'fr'] as const).filter((other) => other !== name)
  return [name, ...others].map((each) => languages[each]())
}
