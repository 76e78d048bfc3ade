import { readFileSync } from 'node:fs'

/** Ticks a second of `/proc`; Linux fixes it at 100 for programs (proc(5), sysconf(3)). */
const TICKS = 100

/** Processor seconds that a process and its threads have used so far. */
export function cpuSeconds(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
  // The name of the program may hold spaces and ends with the last bracket; utime is the 12th field after it.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS
}

/** Resident memory of a process in MB, as the kernel counts it. */
export function residentMegabytes(pid: number): number {
  const match = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))
  return Number(match![1]) / 1024
}
