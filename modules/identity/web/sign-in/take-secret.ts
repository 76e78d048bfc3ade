/** Takes the secret of a one-time link out of the address, so that neither history nor a shoulder keeps it. */
export function takeSecret(): string | null {
  const secret = decodeURIComponent(location.hash.slice(1))
  if (!secret) return null
  history.replaceState(history.state, '', location.pathname)
  return secret
}
