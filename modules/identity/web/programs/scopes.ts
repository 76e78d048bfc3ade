/** What a token may be given: everything, everything to read, or module by module. */
export const wholeScopes: { scopes: string[]; label: string }[] = [
  { scopes: ['read', 'write'], label: 'Reads and writes everything you may' },
  { scopes: ['read'], label: 'Reads everything you may' },
  { scopes: ['admin'], label: 'Administers this Daybook, and nothing else' },
]

/** Scopes in words: `mail:read` is "reads mail". */
export function scopesInWords(scopes: readonly string[]): string[] {
  if (scopes.includes('read') && scopes.includes('write')) return withRest('reads and writes everything', scopes)
  if (scopes.includes('write')) return withRest('writes everything', scopes)
  if (scopes.includes('read')) return withRest('reads everything', scopes)
  return scopes.map(inWords)
}

function withRest(words: string, scopes: readonly string[]): string[] {
  return [words, ...scopes.filter((scope) => scope !== 'read' && scope !== 'write').map(inWords)]
}

function inWords(scope: string): string {
  const [module, right] = scope.split(':')
  return right ? `${right}s ${module}` : 'administers'
}
