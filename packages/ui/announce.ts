/** Says a sentence to people who listen to the page; `LiveRegion` is where it is written. */
export function announce(text: string): void {
  const region = document.getElementById('live')
  if (!region) return
  // The same sentence twice is only heard again when the text changes in between.
  region.textContent = ''
  setTimeout(() => (region.textContent = text), 50)
}
