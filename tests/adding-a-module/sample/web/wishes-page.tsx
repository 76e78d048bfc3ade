/** A page that says where it is from. */
export function Page() {
  return <h1>The page of the wishing well</h1>
}
