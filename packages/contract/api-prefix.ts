/** What stands before every route of the contract. A breaking change would be another version, never another meaning. */
export const API_PREFIX = '/api/v1'
