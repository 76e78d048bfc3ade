let open = (path: string): void => location.assign(path)

/** Says how a page of the app is opened without loading the app anew. */
export function setOpenPath(next: (path: string) => void): void {
  open = next
}

/** Opens a page of the app from where no page is at hand, such as the button of a message about something that waited. */
export const openPath = (path: string): void => open(path)
