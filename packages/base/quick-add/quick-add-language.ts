import { createRequire } from 'node:module'
import { lazily } from '../lazily.ts'
import type { Language } from './language.ts'
import { languageOf } from './language-of.ts'
import { english } from './languages/english.ts'
import { french } from './languages/french.ts'
import { german } from './languages/german.ts'

const require = createRequire(import.meta.url)

// Chrono is read when somebody first adds a line in its language: its patterns weigh something once compiled.
const chronoEnglish = lazily(() => require('chrono-node/en') as typeof import('chrono-node/en'))

const languages = {
  american: lazily(() => english(chronoEnglish(), { monthFirst: true })),
  en: lazily(() => english(chronoEnglish(), { monthFirst: false })),
  de: lazily(() => german(require('chrono-node/de') as typeof import('chrono-node/de'))),
  fr: lazily(() => french(require('chrono-node/fr') as typeof import('chrono-node/fr'))),
}

/** What lines of a locale are read by. */
export function quickAddLanguage(locale: string): Language {
  const { name, monthFirst } = languageOf(locale)
  return languages[monthFirst ? 'american' : name]()
}
