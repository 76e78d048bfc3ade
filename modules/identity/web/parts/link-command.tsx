/** How whoever runs Daybook gets a link to sign in. */
export function LinkCommand() {
  return (
    <>
      <pre
        tabIndex={0}
        aria-label="Command for a new link"
        className="m-0 overflow-x-auto rounded-box border-2 border-line bg-sunken p-3 font-mono"
      >
        npx daybook link
      </pre>
      <p className="text-ink-soft">Then open the address it prints, in this browser.</p>
    </>
  )
}
