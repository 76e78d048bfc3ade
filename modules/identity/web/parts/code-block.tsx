import { CopyButton } from './copy-button.tsx'

/** Text to copy into another program. */
export function CodeBlock({ label, text }: { label: string; text: string }) {
  return (
    <figure className="m-0 flex flex-col gap-1">
      <figcaption className="flex items-end justify-between gap-2 text-sm font-semibold">
        {label}
        <CopyButton text={text} what={label} />
      </figcaption>
      <pre
        tabIndex={0}
        aria-label={label}
        className="m-0 overflow-x-auto rounded-box border-2 border-line bg-sunken p-3 font-mono text-sm"
      >
        {text}
      </pre>
    </figure>
  )
}
