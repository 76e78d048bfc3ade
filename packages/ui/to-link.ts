/** A path with the members of a search that are set: `/inbox/1?place=trash`. */
export function toPath(path: string, search: Record<string, string | undefined>): string {
  const members = Object.entries(search).filter((member): member is [string, string] => Boolean(member[1]))
  return members.length === 0 ? path : `${path}?${new URLSearchParams(members).toString()}`
}

/** An address such as `/inbox/1?message=2` as the parts that a `Link` takes. */
export function toLink(path: string): { to: string; search: Record<string, string> } {
  const [to, query = ''] = path.split('?')
  return { to: to!, search: Object.fromEntries(new URLSearchParams(query)) }
}
