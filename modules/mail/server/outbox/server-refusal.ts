/** Whether what was to be made is there already. */
export const isThere = (cause: unknown) => /ALREADYEXISTS/i.test(codeOf(cause))
/** Codes that say that trying again changes nothing (RFC 5530). */
export const isDefinite = (cause: unknown) => /NOPERM|CANNOT|OVERQUOTA|LIMIT|CLIENTBUG/i.test(codeOf(cause))

/** What a server said, cut to a sentence. */
export function detailOf(cause: unknown): string {
  const { responseText, message } = (cause ?? {}) as { responseText?: unknown; message?: unknown }
  return String(responseText ?? message ?? 'The server refused it').slice(0, 300)
}

function codeOf(cause: unknown): string {
  const { serverResponseCode, code } = (cause ?? {}) as { serverResponseCode?: unknown; code?: unknown }
  return String(serverResponseCode ?? code ?? '')
}
