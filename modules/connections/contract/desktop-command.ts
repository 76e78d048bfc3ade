/** The route of an operation for desktop programs that call it by a name of their own, with all of its input as JSON. */
export const desktopCommand = (name: string): string => `POST /api/commands/${name}`
