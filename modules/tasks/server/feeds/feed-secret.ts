import { hash } from 'node:crypto'
import { randomSecret } from '#base/random.ts'

/** A fresh secret, whose prefix tells leak scanners what it is. */
export const newFeedSecret = (): string => `daybook_ics_${randomSecret()}`

/** SHA-256 in hex, which is all that is kept. Of 256 random bits a slow hash would guard no more. */
export const hashOfSecret = (secret: string): string => hash('sha256', secret, 'hex')
