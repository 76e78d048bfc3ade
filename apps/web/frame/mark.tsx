/** The mark of Daybook: a page on its own shadow. */
export function Mark({ size = 44 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 44 44" aria-hidden>
      <rect x="9" y="9" width="33" height="33" fill="var(--line)" />
      <rect x="3" y="3" width="33" height="33" fill="var(--yellow)" stroke="var(--line)" strokeWidth="2" />
      <rect x="10" y="3" width="26" height="33" fill="var(--surface)" stroke="var(--line)" strokeWidth="2" />
      <path d="M15 12h16M15 19h16M15 26h9" stroke="var(--line)" strokeWidth="3" />
    </svg>
  )
}
