/** Where one wanted to go before signing in: a path of this Daybook and nothing else. */
export function wantedPath(search: Record<string, unknown>): string {
  const { to } = search
  if (typeof to !== 'string' || !to.startsWith('/')) return '/'
  // "//host" and "/\host" are other hosts to a browser.
  const url = new URL(to, location.origin)
  return url.origin === location.origin && !to.startsWith('//') ? url.pathname + url.search : '/'
}
