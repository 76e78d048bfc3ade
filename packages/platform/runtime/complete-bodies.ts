/**
 * Adds `bytes` of the Fetch standard (section 5.3, body mixin) to a class of the adapter that stands for a request or a
 * response. It lacks it, and what it inherits from the runtime's class throws.
 */
export function completeBodies(prototype: Request | Response): void {
  if (Object.hasOwn(prototype, 'bytes')) return
  Object.defineProperty(prototype, 'bytes', {
    async value(this: Request | Response) {
      return new Uint8Array(await this.arrayBuffer())
    },
  })
}
