/**
 * Puts each ideograph, kana and hangul syllable apart, so that it is a word of the index: these scripts do not
 * write spaces, and a search for two characters is a phrase of two words.
 */
export function splitIdeographs(text: string): string {
  return ideograph.test(text) ? text.replace(ideographs, ' $& ') : text
}

const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const ideographs = new RegExp(ideograph.source, 'gu')
