import type { SplitLanguage } from './split-language.ts'

/** A sentence of an outline about an object: `{it}` is the object as written, `{the}` with its article. */
export function fillIn(language: SplitLanguage, sentence: string, object: string): string {
  const named = object === '' ? language.it : object
  return sentence.replaceAll('{it}', named).replaceAll('{the}', withArticle(language, object))
}

function withArticle({ article, it }: SplitLanguage, object: string): string {
  if (object === '') return it
  if (article === null) return object
  const [first = '', second = ''] = object.split(' ')
  const small = first.toLowerCase()
  if (article.replaces.split('|').includes(small)) return `${article.word}${object.slice(first.length)}`
  // Names have none, nor has what is counted: "Ada", "chapter 3", "2 shirts".
  const named = first !== small || /['’]s$/u.test(first) || /^\d/u.test(first) || /^\d/u.test(second)
  return named || article.without.split('|').includes(small) ? object : `${article.word} ${object}`
}
