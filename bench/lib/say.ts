/** A line for people who wait; the last line of the output is for programs. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
