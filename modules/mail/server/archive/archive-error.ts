/** Why an archive cannot be read (on). Items already yielded are whole and stay valid. */
export type ArchiveErrorCode =
  | 'archive-empty'
  | 'not-mail'
  | 'archive-unsupported'
  | 'archive-truncated'
  | 'archive-corrupt'
  | 'archive-too-large'

/** Thrown by `readArchive`, after every whole message before the fault was yielded. */
export class ArchiveError extends Error {
  readonly code: ArchiveErrorCode

  constructor(code: ArchiveErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ArchiveError'
    this.code = code
  }
}
