import { readFileSync, realpathSync } from 'node:fs'
import { expect, it } from 'vitest'
import { giveBackProgramPages, programMappings } from './program-pages.ts'

const maps = `00200000-01a39000 r--p 00000000 fe:00 3795080                            /opt/a b/bun
01a40000-0684a000 r-xp 01838000 fe:00 3795080                            /opt/a b/bun
0684a000-0685f000 rw-p 06641000 fe:00 3795080                            /opt/a b/bun
0685f000-06867000 r--p 06656000 fe:00 3795080                            /opt/a b/bun
7f0000000000-7f0000010000 r-xp 00000000 fe:00 12                         /lib/libc.so.6
7f0000020000-7f0000030000 rw-p 00000000 00:00 0
`

it('finds the code and what lies before it, and nothing that was ever written to', () => {
  expect(programMappings(maps, '/opt/a b/bun')).toEqual([
    { start: 0x200000, length: 0x1839000 },
    { start: 0x1a40000, length: 0x4e0a000 },
  ])
})

it('finds nothing of a program that was replaced while it runs', () => {
  expect(programMappings(maps.replaceAll('/bun', '/bun (deleted)'), '/opt/a b/bun')).toEqual([])
})

it.runIf(process.platform === 'linux' && process.versions.bun)(
  'takes pages out of memory, and all goes on',
  async () => {
    const before = residentKilobytes()
    await giveBackProgramPages()
    expect(residentKilobytes()).toBeLessThan(before)
    expect(JSON.parse('{"still":["here"]}')).toEqual({ still: ['here'] })
  },
)

function residentKilobytes(): number {
  const maps = readFileSync('/proc/self/smaps', 'utf8').split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m)
  const ours = maps.filter((map) => map.split('\n')[0]!.endsWith(realpathSync(process.execPath)))
  return ours.reduce((sum, map) => sum + Number(/^Rss:\s+(\d+)/m.exec(map)![1]), 0)
}
