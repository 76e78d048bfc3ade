import { createRequire } from 'node:module'
import { lazily } from '#base/lazily.ts'

const require = createRequire(import.meta.url)

/** The tokenizer of HTML. Its tables of entities are megabytes, and most of the day nobody opens mail of HTML. */
export const htmlTokenizer = lazily(() => (require('htmlparser2') as typeof import('htmlparser2')).Tokenizer)
