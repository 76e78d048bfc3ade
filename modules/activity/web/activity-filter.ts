/** What the page of activity is narrowed to, as it stands in the address. */
export interface ActivityFilter {
  person?: string
  kind?: string
  from?: string
  to?: string
}

/** The kinds of records that the feed tells of, in words. */
export const kinds: [kind: string, label: string][] = [
  ['tasks.task', 'Tasks'],
  ['tasks.project', 'Projects'],
  ['mail.message', 'Messages'],
  ['mail.import', 'Imports'],
  ['mail.label', 'Labels'],
  ['identity.user', 'People'],
  ['identity.invitation', 'Invitations'],
  ['identity.session', 'Sessions'],
  ['identity.token', 'Tokens'],
]

/** The filter of an address; what is not a filter is left out. */
export function readFilter(search: Record<string, unknown>): ActivityFilter {
  const members = ['person', 'kind', 'from', 'to'].flatMap((name) => {
    const value = search[name]
    return typeof value === 'string' && value !== '' ? [[name, value]] : []
  })
  return Object.fromEntries(members)
}

export const isFiltered = (filter: ActivityFilter): boolean => Object.keys(filter).length > 0
