import { allowedFunctions, allowedProperties, imageProperties } from './css-properties.ts'
import { withoutComments } from './css-scanner.ts'
import type { RemoteContent } from './remote-content.ts'

/**
 * Keeps the declarations whose property and every piece of whose value is on the list; images go through `remote`.
 * What comes out holds no escape, no brace and no `<`, so every parser reads it alike.
 */
export function safeDeclarations(text: string, remote: RemoteContent): string {
  const kept: string[] = []
  for (const declaration of splitDeclarations(withoutComments(text))) {
    const safe = safeDeclaration(declaration, remote)
    if (safe !== null) kept.push(safe)
  }
  return kept.join('; ')
}

/** The declaration that shows one of our own addresses behind an element. */
export function imageDeclaration(shown: string): string {
  return `background-image: ${cssUrl(shown)}`
}

const mostDeclarations = 200
const longestValue = 2000

function safeDeclaration(declaration: string, remote: RemoteContent): string | null {
  const colon = declaration.indexOf(':')
  if (colon < 0) return null
  const property = declaration.slice(0, colon).trim().toLowerCase()
  const mayHoldImage = imageProperties.has(property)
  const value = declaration
    .slice(colon + 1)
    .replace(address, (_, double?: string, single?: string, bare?: string) =>
      mayHoldImage
        ? shownImage(double ?? single ?? bare ?? '', remote)
        : refused(double ?? single ?? bare ?? '', remote),
    )
    .trim()
  if (!allowedProperties.has(property) || value === '' || value.length > longestValue) return null

  // The images just written are ours; everything else has to be on the list.
  const rest = mayHoldImage ? value.replace(ownImage, 'none') : value
  return isSafeValue(rest) ? `${property}: ${value}` : null
}

const address = /url\(\s*(?:"([^"\\]*)"|'([^'\\]*)'|([^"'()\\]*))\s*\)/gi
const ownImage = /url\("[^"\\<>()\s]*"\)/g

function shownImage(found: string, remote: RemoteContent): string {
  const shown = remote.image(found)
  return shown === null ? 'none' : cssUrl(shown)
}

function cssUrl(shown: string): string {
  return `url("${shown.replace(/["'\\<>()\s]/g, (char) => encoded[char] ?? '')}")`
}

const encoded: Record<string, string> = {
  '"': '%22',
  "'": '%27',
  '\\': '%5C',
  '<': '%3C',
  '>': '%3E',
  '(': '%28',
  ')': '%29',
  ' ': '%20',
}

function refused(found: string, remote: RemoteContent): string {
  remote.refuse(found)
  // A brace is on no list: the whole declaration goes.
  return '{'
}

function isSafeValue(value: string): boolean {
  if (!safeCharacters.test(value)) return false
  let depth = 0
  for (const [token, name] of value.matchAll(/([\w-]*)\(|\)/g)) {
    if (token === ')') depth--
    else if (allowedFunctions.has((name ?? '').toLowerCase())) depth++
    else return false
    if (depth < 0) return false
  }
  return depth === 0
}

// Names, numbers, units, colours, brackets, and strings of letters (the names of fonts).
const safeCharacters = /^(?:[\p{L}\p{N}_#%.,+\-*/! ()]|'[\p{L}\p{N}_ .,+-]*'|"[\p{L}\p{N}_ .,+-]*")*$/u

function splitDeclarations(text: string): string[] {
  const found: string[] = []
  let start = 0
  let depth = 0
  let quote = ''
  for (let at = 0; at < text.length && found.length < mostDeclarations; at++) {
    const char = text[at] ?? ''
    if (quote !== '') {
      if (char === quote || char === '\n') quote = ''
    } else if (char === '"' || char === "'") quote = char
    else if (char === '(') depth++
    else if (char === ')') depth = Math.max(0, depth - 1)
    else if (char === ';' && depth === 0) {
      found.push(text.slice(start, at).replace(/\s+/g, ' '))
      start = at + 1
    }
  }
  if (found.length < mostDeclarations) found.push(text.slice(start).replace(/\s+/g, ' '))
  return found
}
