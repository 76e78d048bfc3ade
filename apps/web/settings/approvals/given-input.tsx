/** What an operation is asked to do, a line a member: the whole of it, since it is what gets done. */
export function GivenInput({ input }: { input: unknown }) {
  const members = Object.entries((input ?? {}) as Record<string, unknown>)
  if (members.length === 0) return null
  return (
    <dl
      className="m-0 flex max-h-80 flex-col gap-1 overflow-auto rounded-box border border-line-soft bg-sunken p-3 text-sm"
      tabIndex={0}
    >
      {members.map(([name, value]) => (
        <div key={name} className="flex flex-wrap gap-x-3">
          <dt className="min-w-24 font-semibold">{name}</dt>
          <dd className="m-0 min-w-0 flex-1 font-mono break-words whitespace-pre-wrap">
            {typeof value === 'string' ? value : JSON.stringify(value, null, 1)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
