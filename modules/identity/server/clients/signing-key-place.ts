/** Where a sealed private key belongs. */
export function signingKeyPlace(kid: string): string {
  return `identity_signing_key.sealed_private.${kid}`
}
