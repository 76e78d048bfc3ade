import type { Check } from './check-result.ts'

/** Runs a house rule and prints one line, its faults below. Gives whether it holds. */
export async function printCheck(check: Check): Promise<boolean> {
  const began = performance.now()
  const { name, ok, summary, faults } = await check()
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name.padEnd(10)} ${summary} (${seconds} s)`)
  for (const fault of faults) console.log(`     ${fault}`)
  return ok
}
