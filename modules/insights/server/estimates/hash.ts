/** A text as a number below 2³² (FNV-1a over UTF-16 code units), so that a model holds no words of anybody. */
export function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value >>> 0
}
