import { Kbd } from './kbd.tsx'
import { useBoundActions } from './keyboard/key-map.ts'

/** What stands beside a list while nothing is open: a word, and the keys of the list. */
export function KeyCard({
  title,
  hint,
  actions,
}: {
  title: string
  hint: string
  actions: [name: string, does: string][]
}) {
  const bound = new Map(useBoundActions().map(({ name, keys }) => [name, keys]))
  const shown = actions.flatMap(([name, does]) => (bound.get(name) ? [{ keys: bound.get(name)!, does }] : []))
  return (
    <div className="extra hatch flex h-full items-center justify-center p-8">
      <div className="raised max-w-90 p-6">
        <h2 className="text-xl">{title}</h2>
        <p className="mt-1 mb-4 text-ink-soft">{hint}</p>
        <dl className="m-0 grid grid-cols-2 gap-x-6 gap-y-2">
          {shown.map(({ keys, does }) => (
            <div key={keys} className="flex items-center gap-2">
              <dt>
                <Kbd keys={keys} />
              </dt>
              <dd className="m-0">{does}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  )
}
