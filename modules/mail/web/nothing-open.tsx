import { Kbd } from '#ui/kbd.tsx'

const keys: [string, string][] = [
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'open'],
  ['e', 'archive'],
  ['#', 'trash'],
  ['s', 'star'],
  ['t', 'make a task'],
  ['?', 'all keys'],
]

/** What stands beside the list while no thread is open. */
export function NothingOpen() {
  return (
    <div className="hatch flex h-full items-center justify-center p-8">
      <div className="raised max-w-90 p-6">
        <h2 className="text-xl">Pick a thread</h2>
        <p className="mt-1 mb-4 text-ink-soft">Click one, or leave the mouse alone.</p>
        <dl className="grid grid-cols-2 gap-x-6 gap-y-2">
          {keys.map(([key, does]) => (
            <div key={key} className="flex items-center gap-2">
              <dt>
                <Kbd keys={key} />
              </dt>
              <dd className="m-0">{does}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  )
}
