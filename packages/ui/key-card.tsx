import { Kbd } from './kbd.tsx'

/** What stands beside a list while nothing is open: a word, and the keys of the list. */
export function KeyCard({ title, hint, keys }: { title: string; hint: string; keys: [string, string][] }) {
  return (
    <div className="hatch flex h-full items-center justify-center p-8">
      <div className="raised max-w-90 p-6">
        <h2 className="text-xl">{title}</h2>
        <p className="mt-1 mb-4 text-ink-soft">{hint}</p>
        <dl className="m-0 grid grid-cols-2 gap-x-6 gap-y-2">
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
