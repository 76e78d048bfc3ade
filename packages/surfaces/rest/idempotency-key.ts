const KEY = /^[\x21-\x7e]{1,255}$/

/** Whether a text can be an Idempotency-Key: 1 to 255 visible characters. */
export function isIdempotencyKey(text: string): boolean {
  return KEY.test(text)
}
