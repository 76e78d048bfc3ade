/** An address such as `/inbox/1?message=2` as the parts that a `Link` takes. */
export function toLink(path: string): { to: string; search: Record<string, string> } {
  const [to, query = ''] = path.split('?')
  return { to: to!, search: Object.fromEntries(new URLSearchParams(query)) }
}
