import type { SampleRequest } from './sample-request.ts'

/** A variable of a collection. A secret has no value in the file. */
export interface CollectionVariable {
  name: string
  value: string
  secret: boolean
}

/** The address, the token, and every secret that some request asks for. */
export function collectionVariables(requests: readonly SampleRequest[]): CollectionVariable[] {
  const secrets = new Set(['token', ...requests.flatMap(({ variables }) => variables)])
  return [
    { name: 'baseUrl', value: 'http://127.0.0.1:4455', secret: false },
    ...[...secrets].sort().map((name) => ({ name, value: '', secret: true })),
  ]
}
