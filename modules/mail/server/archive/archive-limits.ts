/** What an archive may cost. Nothing beyond `messageBytes` and a little is ever held in memory. */
export interface ArchiveLimits {
  /** Largest message, in bytes of its source. */
  messageBytes: number
  /** Most bytes after decompression. */
  totalBytes: number
  /** Most decompressed bytes for each compressed one, looked at from `ratioFloor` bytes on. */
  ratio: number
  /** Decompressed bytes up to which no ratio is looked at: a small archive harms nobody. */
  ratioFloor: number
}

/** Room for the largest mailboxes and messages seen in practice; mail compresses 3 to 20 times. */
export const defaultLimits: Readonly<ArchiveLimits> = Object.freeze({
  messageBytes: 64 * 2 ** 20,
  totalBytes: 256 * 2 ** 30,
  ratio: 200,
  ratioFloor: 64 * 2 ** 20,
})
