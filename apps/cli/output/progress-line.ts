/** One line on stderr that is written over as work goes on. Nothing is shown to a pipe, or when quiet. */
export function progressLine({ quiet }: { quiet: boolean }): ProgressLine {
  const shown = !quiet && process.stderr.isTTY
  let last = 0
  return {
    show({ done, total, unit }) {
      const now = Date.now()
      if (!shown || now - last < 100) return
      last = now
      const share = total ? ` ${Math.floor((100 * done) / total)} %` : ''
      process.stderr.write(
        `\r\u001B[K${done.toLocaleString('en')}${total ? ` of ${total.toLocaleString('en')}` : ''} ${unit}${share}`,
      )
    },
    clear() {
      if (shown && last > 0) process.stderr.write('\r\u001B[K')
    },
  }
}

export interface ProgressLine {
  show(progress: { done: number; total: number | null; unit: string }): void
  clear(): void
}
