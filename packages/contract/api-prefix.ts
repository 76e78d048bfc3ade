/** What stands before every route of the contract. A breaking change would be another version, never another meaning. */
export const API_PREFIX = '/api/v1'

/** A route of the contract as a whole path. Aliases that stand elsewhere are written out. */
export function wholePath(path: string): string {
  return /^\/(api|\.well-known)\//.test(path) ? path : API_PREFIX + path
}
