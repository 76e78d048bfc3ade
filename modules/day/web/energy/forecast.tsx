import { useState } from 'react'
import type { EnergyForecast } from '#modules/day/contract.ts'
import { energyWords, hourInWords, minuteOfDay } from '../words.ts'

/** What is usual at this hour, beside the guess that nothing changes, and which came closer so far. */
export function Forecast({ forecast, zone }: { forecast: EnergyForecast; zone: string }) {
  const [hour] = useState(() => Math.floor(minuteOfDay(Date.now(), zone) / 60))
  const usual = forecast.hours.find((each) => each.hour === hour)
  const { backTest, baseline, better } = forecast
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p>
        {usual && `Usual at ${hourInWords(hour)}: ${inWords(usual.level)}. `}
        {baseline !== null && `The same as last today: ${inWords(baseline)}. `}
        {backTest && (
          <span className="text-ink-soft">
            {better === 'forecast' ? 'Your usual' : 'The same as last today'} came closer so far (off by{' '}
            {backTest.error} and {backTest.baselineError}, n={backTest.n}).
          </span>
        )}
      </p>
      <details>
        <summary className="flex min-h-8 cursor-pointer items-center font-semibold">Your hours as a table</summary>
        <table className="w-full border-collapse tabular-nums">
          <caption className="sr-only">Usual energy by hour, from 1 to 3</caption>
          <thead>
            <tr>
              <th scope="col" className="text-left">
                Hour
              </th>
              <th scope="col" className="text-right">
                Usual
              </th>
              <th scope="col" className="text-right">
                Notes
              </th>
            </tr>
          </thead>
          <tbody>
            {forecast.hours.map((each) => (
              <tr key={each.hour} className="border-t border-line-soft">
                <th scope="row" className="py-0.5 text-left font-normal">
                  {hourInWords(each.hour)}
                </th>
                <td className="py-0.5 text-right">{each.level.toFixed(1)}</td>
                <td className="py-0.5 text-right">{each.n}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  )
}

function inWords(level: number): string {
  return energyWords[Math.min(3, Math.max(1, Math.round(level)))]!
}
