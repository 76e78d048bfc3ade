/** Where a request goes, cut out of its URL without parsing: the runtime has already normalised it. */
export interface RequestUrl {
  host: string
  path: string
  /** What stands after the question mark, or empty. */
  query: string
}

/** Splits an absolute URL. */
export function splitUrl(url: string): RequestUrl {
  const hostStart = url.indexOf('://') + 3
  const slash = url.indexOf('/', hostStart)
  const pathStart = slash < 0 ? url.length : slash
  const fragment = url.indexOf('#', pathStart)
  const end = fragment < 0 ? url.length : fragment
  const mark = url.indexOf('?', pathStart)
  const pathEnd = mark < 0 || mark > end ? end : mark
  return {
    host: url.slice(hostStart, pathStart),
    path: url.slice(pathStart, pathEnd) || '/',
    query: pathEnd < end ? url.slice(pathEnd + 1, end) : '',
  }
}
