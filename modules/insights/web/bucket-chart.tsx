import type { Bucket } from '#modules/insights/contract.ts'
import { BarChart } from '#ui/bar-chart.tsx'
import type { Accent } from '#ui/define-web-module.ts'
import { dayInShort, spanInWords } from './words.ts'

export interface Series {
  label: string
  accent: Accent
  /** Null where there is nothing to know. */
  valueOf: (bucket: Bucket) => number | null
}

interface BucketChartProps {
  label: string
  buckets: readonly Bucket[]
  series: readonly Series[]
  inWords: (value: number) => string
}

/** Bars of days or weeks. Gaps are hatched, not zero. */
export function BucketChart({ label, buckets, series, inWords }: BucketChartProps) {
  return (
    <BarChart
      label={label}
      bars={buckets.map((bucket) => ({
        key: bucket.from,
        name: spanInWords(bucket),
        ...(bucket.partial && { aside: 'not whole' }),
        values: series.map(({ valueOf }) => valueOf(bucket)),
        gap: !bucket.known,
      }))}
      series={series}
      ends={[dayInShort(buckets[0]!), dayInShort(buckets.at(-1)!)]}
      newestFirst
      inWords={inWords}
    />
  )
}
