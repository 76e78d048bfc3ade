import { parseSync, type ESTree, type Plugin } from 'vite'

/** Files of declarations: of modules, of the kernel, and what they share. */
export const CONTRACT = /\/(contract|contract\/[\w-]+|[\w-]+-contract)\.ts$/

const DECLARES = /^define(Command|Query|Stream|Endpoint|Event)$/
const PLAIN = /Literal|Function|Identifier/
const NEEDED = new Set(['name', 'http'])

/**
 * A page calls an operation by its name and its route, and follows an event by its name: their schemas, texts and
 * examples stay on the server. A schema that a page reads itself, such as the values of a choice, comes along.
 */
export function briefContracts(): Plugin {
  return {
    name: 'daybook-brief-contracts',
    enforce: 'pre',
    transform: (code, id) => (CONTRACT.test(id) ? { code: toBrief(id, code), map: null } : undefined),
  }
}

/** The text of a contract without what only the server reads; its path says how it is parsed. */
export function toBrief(path: string, code: string): string {
  const edits = parseSync(path, code)
    .program.body.flatMap(declarators)
    .flatMap(({ init }) => (init ? brief(code, init) : []))
  return edits.toReversed().reduce((text, { start, end, put }) => text.slice(0, start) + put + text.slice(end), code)
}

interface Edit {
  start: number
  end: number
  put: string
}

function declarators(statement: ESTree.Statement): ESTree.VariableDeclarator[] {
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
  return declaration?.type === 'VariableDeclaration' ? declaration.declarations : []
}

function brief(code: string, value: ESTree.Expression): Edit[] {
  if (PLAIN.test(value.type)) return []
  const { start, end } = value
  const text = declared(code, value) ?? code.slice(start, end)
  // Declaring does nothing else: what no page reads may go, with all that stands in it.
  return [{ start, end, put: `/*#__PURE__*/ (() => (${text}))()` }]
}

function declared(code: string, value: ESTree.Expression): string | undefined {
  if (value.type !== 'CallExpression' || value.callee.type !== 'Identifier') return undefined
  const [declaration] = value.arguments
  if (!DECLARES.test(value.callee.name) || declaration?.type !== 'ObjectExpression') return undefined
  const kept = declaration.properties.filter(
    (member) => member.type === 'Property' && member.key.type === 'Identifier' && NEEDED.has(member.key.name),
  )
  return `${value.callee.name}({ ${kept.map(({ start, end }) => code.slice(start, end)).join(', ')} })`
}
