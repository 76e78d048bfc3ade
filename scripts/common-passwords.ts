import { writeFile } from 'node:fs/promises'
import { dictionary } from '@zxcvbn-ts/language-common'
import { BloomFilter } from '#modules/identity/server/passwords/bloom-filter.ts'
import { inProject } from './lib/project.ts'

/** `node bin/run.js scripts/common-passwords.ts` writes the filter of passwords that are refused. */
const RATE = 1 / 10_000
const entries = [...new Set(dictionary['passwords-common'].map((text) => text.normalize('NFKC').toLowerCase()))]
const path = 'modules/identity/server/passwords/common-passwords.bin'
const bytes = BloomFilter.of(entries, RATE).toBytes()
await writeFile(inProject(path), bytes)
console.log(`${path}: ${entries.length} passwords in ${bytes.length} bytes`)
