import { matchLines, type Rule } from './rule.ts'

const TABLE =
  /\b(?:createTable|table|virtualTable)\(\s*['"`](\w+)['"`]|CREATE (?:VIRTUAL )?TABLE (?:IF NOT EXISTS )?"?(\w+)/

/** Tables bear their module's name, so that each is owned by one module. */
export const tablePrefixes: Rule = {
  name: 'table-prefixes',
  why: 'A table without its owner in the name ends up with two.',
  covers: (path) => /^modules\/[^/]+\/server\/migrations\/.*\.ts$/.test(path),
  look(text, path) {
    const module = path.split('/')[1]!
    return matchLines(text, TABLE, (match) => {
      const table = match[1] ?? match[2]!
      return table.startsWith(`${module}_`) ? '' : `the table ${table} must begin with ${module}_`
    }).filter(({ fault }) => fault !== '')
  },
}
