import { safeDeclarations } from './css-declarations.ts'
import { cssRules, withoutComments } from './css-scanner.ts'
import type { RemoteContent } from './remote-content.ts'

/** Keeps the rules of a style sheet whose selectors are plain and the declarations on the list; `@media` is kept. */
export function safeSheet(css: string, remote: RemoteContent): string {
  const rules: string[] = []
  collect(withoutComments(css).replace(/<!--|-->/g, ' '), remote, rules, 0)
  return rules.join('\n')
}

const mostRules = 5000
const deepest = 2

function collect(css: string, remote: RemoteContent, into: string[], depth: number): void {
  for (const { prelude, block } of cssRules(css)) {
    if (into.length >= mostRules) return
    if (block === null) refuseAddresses(prelude, remote)
    else if (!prelude.startsWith('@')) addRule(prelude, safeDeclarations(block, remote), into)
    else if (depth < deepest && mediaQuery.test(prelude) && isBalanced(prelude))
      addMedia(prelude, block, remote, into, depth)
    else refuseAddresses(block, remote)
  }
}

function addRule(selector: string, declarations: string, into: string[]): void {
  if (declarations !== '' && isPlainSelector(selector)) into.push(`${selector} { ${declarations} }`)
}

function addMedia(prelude: string, block: string, remote: RemoteContent, into: string[], depth: number): void {
  const inner: string[] = []
  collect(block, remote, inner, depth + 1)
  if (inner.length > 0) into.push(`${prelude.replace(/\s+/g, ' ')} {\n${inner.join('\n')}\n}`)
}

const mediaQuery = /^@media\b[\w\s(),:.-]*$/i
const selectorCharacters = /^[\w\s.#*,>+~:()[\]="'-]{1,1000}$/
const plainPseudo =
  /^:{1,2}(?:link|visited|hover|active|focus|root|first-child|last-child|only-child|first-of-type|last-of-type|nth-child|nth-of-type|not|empty|first-line|first-letter)$/i

function isPlainSelector(selector: string): boolean {
  if (!selectorCharacters.test(selector)) return false
  // Quotes and brackets have to pair up, or what follows would be read as part of the selector.
  const unquoted = selector.replace(/"[^"'\n]*"|'[^"'\n]*'/g, '')
  if (/["']/.test(unquoted) || !isBalanced(unquoted)) return false
  return (unquoted.match(/:{1,2}[\w-]*/g) ?? []).every((pseudo) => plainPseudo.test(pseudo))
}

function isBalanced(text: string): boolean {
  const open: string[] = []
  for (const [bracket] of text.matchAll(/[()[\]]/g)) {
    if (bracket === '(' || bracket === '[') open.push(bracket === '(' ? ')' : ']')
    else if (open.pop() !== bracket) return false
  }
  return open.length === 0
}

/** Counts what an `@import`, an `@font-face` or another rule that is left out would have fetched. */
function refuseAddresses(css: string, remote: RemoteContent): void {
  for (const [, inUrl, inString] of css.matchAll(/url\(\s*["']?([^"')]*)|@import\s+["']([^"']*)/gi)) {
    remote.refuse(inUrl ?? inString ?? '')
  }
}
