/** A value and how much it counts. */
export type Weighted = [value: number, weight: number]

/** The value that half of the weight lies below. */
export function weightedMedian(values: readonly Weighted[]): number {
  const sorted = values.toSorted(([one], [other]) => one - other)
  const half = totalOf(sorted) / 2
  let sum = 0
  for (const [value, weight] of sorted) {
    sum += weight
    if (sum >= half) return value
  }
  return sorted.at(-1)?.[0] ?? 0
}

export function weightedMean(values: readonly Weighted[]): number {
  return values.reduce((sum, [value, weight]) => sum + value * weight, 0) / totalOf(values)
}

function totalOf(values: readonly Weighted[]): number {
  return values.reduce((sum, [, weight]) => sum + weight, 0)
}
