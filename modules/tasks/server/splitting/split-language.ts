import type { SplitScope } from '../../contract.ts'

/**
 * The words of one language by which tasks are taken apart. Lists of words are joined by `|`; an outline has a line a
 * step: pluses, minutes (of a part: its share), a sentence. One plus: where there is time, two: where there is more. `{it}`
 * is what the task is about as it is written, `{the}` the same with an article.
 */
export interface SplitLanguage {
  /** Words before the verb that say nothing. */
  lead: string
  /** Where the verb of a task stands: first, or in either place as in German. */
  verbPlace: 'first' | 'either'
  article: Article | null
  /** What stands for something that is not named. */
  it: string
  messages: Record<'simple' | 'steps' | 'parts' | 'nothing', string>
  /** For whatever no verb speaks of. */
  other: VerbTemplate & { parts: string }
  verbs: VerbTemplates
}

/** Kinds of work by their names, each with the verbs that speak of it. */
export type VerbTemplates = Record<string, VerbTemplate & { words: string }>

interface Article {
  word: string
  /** Articles it stands for. */
  replaces: string
  /** Words before which none goes. */
  without: string
}

interface VerbTemplate {
  /** How large such a task is where nobody has estimated it. */
  scope: SplitScope
  /** Things that tell the kind of work where no verb does. */
  nouns: string
  steps: string
  parts?: string
}
