import type { Sealer } from '#kernel/ports.ts'

const PLACE = 'mail.remote-image'
/** A document of a message that stays open asks for nothing later than this. */
const VALID = 12 * 3_600_000
const LONGEST = 4000

/** Which image a key stands for, and for whom it is fetched. */
export interface ImageKey {
  url: string
  owner: string
}

/** A key for an image, that only this Daybook can make; null where the address is too long. */
export function sealImageKey(sealer: Sealer, { url, owner }: ImageKey, now: number): string | null {
  return url.length > LONGEST ? null : sealer.seal(JSON.stringify([url, owner, now + VALID]), PLACE)
}

/** What a key stands for; null where it was made elsewhere or is over. */
export function openImageKey(sealer: Sealer, key: string, now: number): ImageKey | null {
  try {
    const [url, owner, until] = JSON.parse(sealer.open(key, PLACE)) as [string, string, number]
    return until > now ? { url, owner } : null
  } catch {
    // Whatever is wrong with it, whoever made it up learns nothing.
    return null
  }
}
