/** What is on one's mind. */
export function Page() {
  return <h1>Capture</h1>
}
