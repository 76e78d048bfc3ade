import { createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { once } from 'node:events'

/** Mail that nobody wrote, alike from run to run: what words it has, who writes it, which archives it lies in. */
export interface ZipfMail {
  /** The word of a rank, 0 the most frequent. */
  word(rank: number): string
  /** Two words that often stand next to each other, though each is in the middle of the ranks. */
  pair(n: number): readonly [string, string]
  /** First names of writers, the busiest first. */
  name(n: number): string
  /** The instant of the first message and of the last. */
  from: Date
  until: Date
  /** The archives one by one: a label (null for none) and its messages as an mbox, whose threads run side by side. */
  archives(): { label: string | null; messages: number; mbox: Iterable<string> }[]
}

const WORDS = 60_000
/** A little steeper than 1, as English mail is. */
const EXPONENT = 1.05
const PEOPLE = 400
const PAIRS = 300
const FIRST = Date.UTC(2020, 0, 1)
const LAST = Date.UTC(2026, 9, 1)
const SHARES: [string | null, number][] = [
  [null, 0.75],
  ['Work', 0.2],
  ['Travel', 0.05],
]

/** As many messages with bodies of some 3 kB, their words drawn by Zipf's law, in threads with replies that quote. */
export function zipfMail(messages: number, seed = 20261121): ZipfMail {
  const random = randomOf(seed)
  const words = vocabulary(random)
  const names = Array.from({ length: PEOPLE }, (_, n) => capital(words[700 + 31 * n]!))
  const pairs = Array.from({ length: PAIRS }, (_, n) => [words[400 + 17 * n]!, words[900 + 23 * n]!] as const)
  const source: Source = {
    random,
    words,
    ranks: zipfOf(WORDS, EXPONENT),
    names,
    pairs: new Map(pairs),
    writers: zipfOf(PEOPLE, 0.9),
  }
  return {
    word: (rank) => words[rank]!,
    pair: (n) => pairs[n]!,
    name: (n) => names[n]!,
    from: new Date(FIRST),
    until: new Date(LAST),
    archives: () =>
      SHARES.map(([label, share], n) => {
        const count = Math.round(messages * share)
        return { label, messages: count, mbox: write({ ...source, random: randomOf(seed + n + 1) }, count, `${n}`) }
      }),
  }
}

/** Writes an mbox as a file, whole or not at all. */
export async function writeMbox(path: string, mbox: Iterable<string>): Promise<void> {
  const file = createWriteStream(`${path}.part`)
  for (const message of mbox) if (!file.write(message)) await once(file, 'drain')
  file.end()
  await once(file, 'finish')
  await rename(`${path}.part`, path)
}

interface Source {
  random: () => number
  words: readonly string[]
  ranks: Zipf
  names: readonly string[]
  pairs: ReadonlyMap<string, string>
  writers: Zipf
}

interface OpenThread {
  subject: string
  ids: string[]
  people: number[]
  lines: string[]
}

/** How many threads are answered at a time. */
const OPEN_THREADS = 300
const REPLY = 0.62
const UNREAD = 0.06
const STARRED = 0.01
const ATTACHMENT = 0.07

function* write(source: Source, count: number, archive: string): Generator<string> {
  const { random } = source
  const threads: OpenThread[] = []
  for (let n = 0; n < count; n++) {
    const at = FIRST + Math.floor(((n + random()) / count) * (LAST - FIRST))
    const isReply = threads.length > 10 && random() < REPLY
    // Recent threads are answered most.
    const thread = isReply
      ? threads[Math.floor(threads.length * (1 - random() ** 2 * 0.9999) - 1e-9)]!
      : { subject: capital(sentence(source, 3 + Math.floor(random() * 6))), ids: [], people: [], lines: [] }
    if (!isReply && threads.push(thread) > OPEN_THREADS) threads.shift()
    yield message(source, thread, `${archive}.${n}@zipf.example.test`, at)
  }
}

function message(source: Source, thread: OpenThread, id: string, at: number): string {
  const { random, names } = source
  const from = source.writers(random)
  const others = thread.people.length > 0 ? thread.people.slice(-4) : [source.writers(random)]
  const quoted = thread.lines.length > 0 ? thread.lines.slice(0, 4 + Math.floor(random() * 12)) : []
  const own = lines(source, 120 + Math.floor(-Math.log(1 - random()) * 260))
  const body = [
    ...quoted.map((line) => `> ${line}`),
    ...(quoted.length > 0 ? [''] : []),
    ...own,
    '',
    `-- `,
    names[from]!,
  ]
  const status = `${random() < UNREAD ? 'O' : 'RO'}`
  const header = [
    `From ${addressOf(source, from)} ${mboxDate(at)}`,
    `From: ${names[from]} ${names[(from * 7 + 13) % PEOPLE]} <${addressOf(source, from)}>`,
    `To: ${others.map((person) => `${names[person]} <${addressOf(source, person)}>`).join(',\n ')}`,
    `Subject: ${thread.ids.length > 0 ? 'Re: ' : ''}${thread.subject}`,
    `Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${id}>`,
    ...(thread.ids.length > 0 ? [`In-Reply-To: <${thread.ids.at(-1)}>`, `References: ${referencesOf(thread)}`] : []),
    `Status: ${status}`,
    ...(random() < STARRED ? ['X-Status: F'] : []),
    'MIME-Version: 1.0',
  ]
  thread.ids.push(id)
  if (!thread.people.includes(from)) thread.people.push(from)
  thread.lines = own
  return random() < ATTACHMENT ? withAttachment(header, body, source) : `${plain(header, body)}\n\n`
}

function plain(header: string[], body: string[]): string {
  return [...header, 'Content-Type: text/plain; charset=utf-8', '', ...body].join('\n')
}

function withAttachment(header: string[], body: string[], source: Source): string {
  const name = `${sentence(source, 2).replaceAll(' ', '-')}.csv`
  const parts = [
    'Content-Type: multipart/mixed; boundary="zipf-part"',
    '',
    '--zipf-part',
    'Content-Type: text/plain; charset=utf-8',
    '',
    ...body,
    '--zipf-part',
    'Content-Type: text/csv',
    `Content-Disposition: attachment; filename="${name}"`,
    '',
    'a,b\n1,2',
    '--zipf-part--',
  ]
  return `${[...header, ...parts].join('\n')}\n\n`
}

function referencesOf({ ids }: OpenThread): string {
  return [ids[0]!, ...ids.slice(1).slice(-8)].map((id) => `<${id}>`).join('\n ')
}

function addressOf({ names }: Source, person: number): string {
  return `${names[person]!.toLowerCase()}@${names[(person * 3) % 40]!.toLowerCase()}.example`
}

function mboxDate(at: number): string {
  const [day, date, month, year, time] = new Date(at).toUTCString().replace(',', '').split(' ')
  return `${day} ${month} ${date} ${time} ${year}`
}

/** Lines of some 72 characters, a blank one now and then. */
function lines(source: Source, count: number): string[] {
  const written: string[] = []
  for (let left = count; left > 0;) {
    const length = Math.min(left, 8 + Math.floor(source.random() * 40))
    left -= length
    let line = ''
    for (const word of `${capital(sentence(source, length))}.`.split(' ')) {
      if (line.length + word.length > 72) {
        written.push(line)
        line = word
      } else line = line === '' ? word : `${line} ${word}`
    }
    written.push(line)
    if (source.random() < 0.3) written.push('')
  }
  return written
}

function sentence({ random, words, ranks, pairs }: Source, length: number): string {
  const chosen: string[] = []
  while (chosen.length < length) {
    const word = words[ranks(random)]!
    chosen.push(word)
    const next = pairs.get(word)
    if (next !== undefined && chosen.length < length && random() < 0.5) chosen.push(next)
  }
  return chosen.join(' ')
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1)
}

const frequent =
  'the of to and a in is it you that for on with this be are not as have at or by we from if can will an but your all so there one do was what would about when which their more any some has they could our other also only just should like then out no see get than how up my time use these new been good into may please thanks make know even most need work them who its way first'
const beginnings = 'b br c ch d dr f fl g gr h j k kl l m n p pl r s sh sk st t tr v w z'.split(' ')
const vowels = 'a e i o u ai ea ou'.split(' ')
const endings = ['', 'n', 'r', 's', 't', 'l', 'm', 'nd', 'rk', 'st', 'ng']

/** The most frequent words of English, then words that could be ones. */
function vocabulary(random: () => number): string[] {
  const words = new Set(frequent.split(' '))
  const pick = (of: readonly string[]) => of[Math.floor(random() * of.length)]!
  while (words.size < WORDS) {
    let word = ''
    for (let left = 1 + Math.floor(random() * 2.6) + (words.size > 2000 ? 1 : 0); left > 0; left--)
      word += pick(beginnings) + pick(vowels)
    word += pick(endings)
    if (word.length > 2) words.add(word)
  }
  return [...words]
}

type Zipf = (random: () => number) => number

/** Draws ranks from 0, the first the most often. */
function zipfOf(size: number, exponent: number): Zipf {
  const sums = new Float64Array(size)
  let sum = 0
  for (let rank = 0; rank < size; rank++) sums[rank] = sum += 1 / (rank + 2.7) ** exponent
  return (random) => {
    const wanted = random() * sum
    let [low, high] = [0, size - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sums[middle]! < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Mulberry32: the same numbers on every machine. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
