import { languageOf } from '#base/quick-add/language-of.ts'
import type { Language } from '#base/quick-add/language.ts'
import { parseQuickAdd } from '#base/quick-add/parse-quick-add.ts'
import type { Named, QuickAdd } from '#base/quick-add/types.ts'

interface LineContext {
  projects: readonly Named[]
  people: readonly Named[]
  literal: readonly string[]
}

/** Reads a line as it is typed, in this browser alone. */
export type LineReader = (text: string, context: LineContext) => QuickAdd

/** A reader in the person's language; only that one is fetched. */
export async function openLineReader(locale: string): Promise<LineReader> {
  const language = await loadLanguage(locale)
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return (text, context) => parseQuickAdd(text, { language, timeZone, now: Date.now(), ...context })
}

async function loadLanguage(locale: string): Promise<Language> {
  const { name, monthFirst } = languageOf(locale)
  if (name === 'de') {
    const [chrono, { german }] = await Promise.all([
      import('chrono-node/de'),
      import('#base/quick-add/languages/german.ts'),
    ])
    return german(chrono)
  }
  if (name === 'fr') {
    const [chrono, { french }] = await Promise.all([
      import('chrono-node/fr'),
      import('#base/quick-add/languages/french.ts'),
    ])
    return french(chrono)
  }
  const [chrono, { english }] = await Promise.all([
    import('chrono-node/en'),
    import('#base/quick-add/languages/english.ts'),
  ])
  return english(chrono, { monthFirst })
}
