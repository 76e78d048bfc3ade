import { readFileSync, realpathSync } from 'node:fs'

/** A part of the process's memory, in bytes. */
export interface Mapping {
  start: number
  length: number
}

/**
 * The parts of the memory map of Linux (proc_pid_maps(5)) that are a program file and can never differ from it: those
 * that nobody can write to and that have no page of their own before them.
 */
export function programMappings(maps: string, program: string): Mapping[] {
  const mappings: Mapping[] = []
  for (const line of maps.split('\n')) {
    const [, start, end, access, offset, path] = LINE.exec(line) ?? []
    if (path !== program) continue
    // What lies behind the code may have been written to before it was closed: relocations would be lost with it.
    const pristine = access === 'r-xp' || (access === 'r--p' && Number.parseInt(offset!, 16) === 0)
    if (pristine)
      mappings.push({
        start: Number.parseInt(start!, 16),
        length: Number.parseInt(end!, 16) - Number.parseInt(start!, 16),
      })
  }
  return mappings
}

const LINE = /^([0-9a-f]+)-([0-9a-f]+) (\S{4}) ([0-9a-f]+) \S+ \d+\s+(.+)$/

/** `madvise(2)`: the pages are taken from the file again when they are next read. */
const MADV_DONTNEED = 4

type Madvise = (start: number, length: number, advice: number) => number

/**
 * Gives the pages of the runtime's own program back to the system: some 20 MB that only the start and the last requests
 * needed. Those that are needed again are still in the system's cache. Does nothing where it is not known how.
 */
export async function giveBackProgramPages(): Promise<void> {
  if (process.platform !== 'linux') return
  const mappings = programMappings(readFileSync('/proc/self/maps', 'utf8'), realpathSync(process.execPath))
  if (mappings.length === 0) return
  const madvise = await (loaded ??= loadMadvise())
  if (madvise) for (const { start, length } of mappings) madvise(start, length, MADV_DONTNEED)
}

let loaded: Promise<Madvise | null> | undefined

const LIBRARIES = ['libc.so.6', `libc.musl-${process.arch === 'x64' ? 'x86_64' : 'aarch64'}.so.1`]

async function loadMadvise(): Promise<Madvise | null> {
  const { dlopen } = (await import('bun:ffi' as string)) as Ffi
  for (const library of LIBRARIES) {
    try {
      return dlopen(library, { madvise: { args: ['usize', 'usize', 'i32'], returns: 'i32' } }).symbols.madvise
    } catch {
      // A system has one C library or the other; without either its memory stays as the kernel keeps it.
    }
  }
  return null
}

/** What we use of Bun's foreign functions (bun.com/docs/runtime/ffi). */
interface Ffi {
  dlopen(library: string, symbols: object): { symbols: { madvise: Madvise } }
}
