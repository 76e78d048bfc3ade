import Download from 'lucide-react/icons/download'
import { Button, buttonClass } from '#ui/button.tsx'
import { CopyButton } from '../parts/copy-button.tsx'

/** The codes for the day the authenticator is gone, in the one moment they can be read. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const text = codes.join('\n')
  return (
    <div className="raised flex flex-col gap-3 bg-green p-4 text-on-accent" role="status">
      <p className="font-semibold">
        Keep these recovery codes where you keep important papers. They are shown this one time, and each works once.
      </p>
      <ul className="m-0 grid list-none grid-cols-2 gap-x-6 gap-y-1 p-0 font-mono">
        {codes.map((code) => (
          <li key={code} className="select-all">
            {code}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <CopyButton primary text={text} what="The codes" />
        <a
          className={buttonClass()}
          download="daybook-recovery-codes.txt"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`}
        >
          <Download size={18} aria-hidden />
          Save as a file
        </a>
        <Button onClick={onDone}>I have kept them</Button>
      </div>
    </div>
  )
}
