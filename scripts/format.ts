import { inPackage, nodeProgram, run } from './lib/run.ts'

/** `npm run format [PATH…]`: writes the files in the house style. */
const paths = process.argv.slice(2)
const { status, stdout, stderr } = await run(nodeProgram(), [
  inPackage('oxfmt', 'bin', 'oxfmt'),
  ...(paths.length > 0 ? paths : ['.']),
])
process.stdout.write(stdout)
process.stderr.write(stderr)
process.exitCode = status
