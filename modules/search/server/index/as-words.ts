import { joinContractions } from './join-contractions.ts'
import { splitIdeographs } from './split-ideographs.ts'

/** Text, or what is searched for in it, with its words as the index's tokenizer is to see them. */
export function asWords(text: string): string {
  return splitIdeographs(joinContractions(text))
}
