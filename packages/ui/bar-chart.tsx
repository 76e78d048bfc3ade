import { useId } from 'react'
import { accentBackground } from './accent.ts'
import { classNames } from './class-names.ts'
import type { Accent } from './define-web-module.ts'

/** One place of a chart, with a value of each series. */
export interface Bar {
  key: string
  /** Its name in the table. */
  name: string
  /** What the table says beside its name, such as how many it is made of. */
  aside?: string | undefined
  /** One value a series; null where there is nothing to know. */
  values: readonly (number | null)[]
  /** A gap is hatched, and left out of the table. */
  gap?: boolean
}

interface BarChartProps {
  label: string
  /** The head of the table's first column. */
  of?: string
  bars: readonly Bar[]
  series: readonly { label: string; accent: Accent }[]
  /** What stands below the first bar and the last. */
  ends: readonly [string, string]
  /** Whether the table begins with the last bar. */
  newestFirst?: boolean
  inWords: (value: number) => string
}

const HEIGHT = 120
const SIDE = 3
const BAR = 7

/** Bars of some series side by side, and the same as a table. */
export function BarChart(props: BarChartProps) {
  const { label, bars, series, ends, inWords } = props
  const most = Math.max(1, ...bars.flatMap(({ values }) => values.map((value) => value ?? 0)))
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
      <Bars label={label} bars={bars} series={series} most={most} />
      <div className="flex justify-between text-xs text-ink-soft">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </div>
      <BarTable {...props} />
    </div>
  )
}

function Bars({ label, bars, series, most }: Pick<BarChartProps, 'label' | 'bars' | 'series'> & { most: number }) {
  const hatch = useId()
  const step = 2 * SIDE + series.length * BAR
  return (
    <svg
      role="img"
      aria-label={`${label}; the table below has the same figures`}
      viewBox={`0 0 ${bars.length * step} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="h-32 w-full"
    >
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="6" stroke="var(--line-soft)" strokeWidth="2" />
        </pattern>
      </defs>
      {bars.map(({ key, values, gap }, place) =>
        gap ? (
          <rect key={key} x={place * step} y={0} width={step} height={HEIGHT} fill={`url(#${CSS.escape(hatch)})`} />
        ) : (
          series.map(({ label: name, accent }, index) => {
            const height = ((values[index] ?? 0) / most) * (HEIGHT - 2)
            return (
              <rect
                key={`${key} ${name}`}
                x={place * step + SIDE + index * BAR}
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
        ),
      )}
      <line x1="0" y1={HEIGHT} x2={bars.length * step} y2={HEIGHT} stroke="var(--line)" strokeWidth="2" />
    </svg>
  )
}

function BarTable({ label, of = 'When', bars, series, newestFirst, inWords }: BarChartProps) {
  const shown = bars.filter(({ gap }) => !gap)
  return (
    <details>
      <summary className="flex min-h-11 cursor-pointer items-center font-head font-semibold">As a table</summary>
      <table className="w-full border-collapse text-sm tabular-nums">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr>
            <th scope="col" className="py-1 text-left">
              {of}
            </th>
            {series.map(({ label: name }) => (
              <th key={name} scope="col" className="py-1 text-right">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(newestFirst ? shown.toReversed() : shown).map(({ key, name, aside, values }) => (
            <tr key={key} className="border-t border-line-soft">
              <th scope="row" className="py-1 text-left font-normal">
                {name}
                {aside && <span className="text-ink-soft"> ({aside})</span>}
              </th>
              {series.map(({ label: column }, index) => (
                <td key={column} className="py-1 text-right">
                  {inWords(values[index] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
