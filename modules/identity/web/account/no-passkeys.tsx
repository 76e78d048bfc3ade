import { namedAddress } from '../passkey-ceremony.ts'

/** Why a passkey cannot be added here, and where it can. */
export function NoPasskeys() {
  if (!('PublicKeyCredential' in window)) return <p>This browser does not know passkeys.</p>
  const address = namedAddress()
  return (
    <div className="sheet flex flex-col gap-2 p-4" data-state="empty">
      <p>Passkeys belong to a name, and the address of this page is a number.</p>
      {address ? (
        <p>
          Open Daybook as{' '}
          <a href={address} className="font-semibold break-all">
            {new URL(address).origin}
          </a>{' '}
          and sign in there: it is the same Daybook.
        </p>
      ) : (
        <p>Open Daybook by its public address, and add one there.</p>
      )}
    </div>
  )
}
