import { useId } from 'react'
import type { Bucket } from '#modules/insights/contract.ts'
import { accentBackground } from '#ui/accent.ts'
import { classNames } from '#ui/class-names.ts'
import type { Accent } from '#ui/define-web-module.ts'
import { dayInShort, spanInWords } from './words.ts'

export interface Series {
  label: string
  accent: Accent
  /** Null where there is nothing to know. */
  valueOf: (bucket: Bucket) => number | null
}

interface BarChartProps {
  label: string
  buckets: readonly Bucket[]
  series: readonly Series[]
  inWords: (value: number) => string
}

const HEIGHT = 120
const STEP = 20
const BAR = 7

/** Bars of some series side by side, and the same as a table. Gaps are hatched, not zero. */
export function BarChart(props: BarChartProps) {
  const { label, buckets, series, inWords } = props
  const most = Math.max(1, ...buckets.flatMap((bucket) => series.map(({ valueOf }) => valueOf(bucket) ?? 0)))
  return (
    <div className="sheet flex flex-col gap-3 p-4">
      <div className="flex flex-wrap items-center gap-4 text-sm">
        {series.map(({ label: name, accent }) => (
          <span key={name} className="flex items-center gap-1.5">
            <span className={classNames('size-3.5 border border-line', accentBackground(accent))} />
            {name}
          </span>
        ))}
        <span className="ml-auto text-ink-soft">at most {inWords(most)}</span>
      </div>
      <Bars label={label} buckets={buckets} series={series} most={most} />
      <div className="flex justify-between text-xs text-ink-soft">
        <span>{dayInShort(buckets[0]!)}</span>
        <span>{dayInShort(buckets.at(-1)!)}</span>
      </div>
      <BucketTable {...props} />
    </div>
  )
}

function Bars({ label, buckets, series, most }: Omit<BarChartProps, 'inWords'> & { most: number }) {
  const hatch = useId()
  return (
    <svg
      role="img"
      aria-label={`${label}; the table below has the same figures`}
      viewBox={`0 0 ${buckets.length * STEP} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="h-32 w-full"
    >
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="6" stroke="var(--line-soft)" strokeWidth="2" />
        </pattern>
      </defs>
      {buckets.map((bucket, place) =>
        bucket.known ? (
          series.map(({ label: name, accent, valueOf }, index) => {
            const height = ((valueOf(bucket) ?? 0) / most) * (HEIGHT - 2)
            return (
              <rect
                key={`${bucket.from} ${name}`}
                x={place * STEP + 3 + index * BAR}
                y={HEIGHT - height}
                width={BAR}
                height={height}
                fill={`var(--${accent})`}
                stroke="var(--line)"
                strokeWidth={height === 0 ? 0 : 1}
                vectorEffect="non-scaling-stroke"
              />
            )
          })
        ) : (
          <rect
            key={bucket.from}
            x={place * STEP}
            y={0}
            width={STEP}
            height={HEIGHT}
            fill={`url(#${CSS.escape(hatch)})`}
          />
        ),
      )}
      <line x1="0" y1={HEIGHT} x2={buckets.length * STEP} y2={HEIGHT} stroke="var(--line)" strokeWidth="2" />
    </svg>
  )
}

function BucketTable({ label, buckets, series, inWords }: BarChartProps) {
  const shown = buckets.filter(({ known }) => known).toReversed()
  return (
    <details>
      <summary className="flex min-h-11 cursor-pointer items-center font-head font-semibold">As a table</summary>
      <table className="w-full border-collapse text-sm tabular-nums">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr>
            <th scope="col" className="py-1 text-left">
              When
            </th>
            {series.map(({ label: name }) => (
              <th key={name} scope="col" className="py-1 text-right">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((bucket) => (
            <tr key={bucket.from} className="border-t border-line-soft">
              <th scope="row" className="py-1 text-left font-normal">
                {spanInWords(bucket)}
                {bucket.partial && <span className="text-ink-soft"> (not whole)</span>}
              </th>
              {series.map(({ label: name, valueOf }) => (
                <td key={name} className="py-1 text-right">
                  {inWords(valueOf(bucket) ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
