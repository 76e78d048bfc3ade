/** What every command takes. */
export interface GlobalOptions {
  /** The data folder as given, or null for the configured one. */
  data: string | null
  /** Machine-readable output: the answer as one line of JSON, problems as JSON on stderr. */
  json: boolean
  help: boolean
  version: boolean
  /** Another Daybook to call instead of the one of the data folder. */
  url: string | null
  token: string | null
}

/** Takes the global options out of a command line, wherever they stand before a lone `--`. */
export function takeGlobalOptions(argv: readonly string[]): { options: GlobalOptions; words: string[] } {
  const options: GlobalOptions = { data: null, json: false, help: false, version: false, url: null, token: null }
  const words: string[] = []
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index]!
    if (word === '--') return { options, words: [...words, ...argv.slice(index)] }
    const [name, inline] = splitOnce(word)
    if (isFlag(name) && inline === null) options[FLAGS[name]] = true
    else if (isValue(name)) options[VALUES[name]] = inline ?? argv[++index] ?? ''
    else if (index === 0 && (word === '-h' || word === '-v')) options[word === '-h' ? 'help' : 'version'] = true
    else words.push(word)
  }
  return { options, words }
}

const FLAGS = { '--json': 'json', '--help': 'help', '--version': 'version' } as const
const VALUES = { '--data': 'data', '--url': 'url', '--token': 'token' } as const

const isFlag = (name: string): name is keyof typeof FLAGS => Object.hasOwn(FLAGS, name)
const isValue = (name: string): name is keyof typeof VALUES => Object.hasOwn(VALUES, name)

function splitOnce(word: string): [string, string | null] {
  const at = word.indexOf('=')
  return word.startsWith('--') && at > 0 ? [word.slice(0, at), word.slice(at + 1)] : [word, null]
}
