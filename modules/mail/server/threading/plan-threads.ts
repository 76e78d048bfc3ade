/** What threading needs to know of a message: its ids as `messageIds` reads them. */
export interface ThreadedMessage {
  /** Its own Message-ID; null where it has none. */
  messageId: string | null
  /** References, else the first id of In-Reply-To (`linkedIds`). */
  linked: string[]
}

/** What has to be written so that a batch of messages stands in its threads. */
export interface ThreadPlan {
  /** The thread of each message of the batch, in its order. */
  threads: string[]
  /** Ids seen for the first time, and their threads. */
  assign: { messageId: string; threadId: string }[]
  /** Threads that turned out to be one: all of `from` becomes `into`. */
  merges: { into: string; from: string[] }[]
}

/**
 * The ids a message is linked to: References, or, where there are none, the first id of In-Reply-To
 * (RFC 5256, REFERENCES, step 1).
 */
export function linkedIds(references: string[], inReplyTo: string[]): string[] {
  return references.length > 0 ? references : inReplyTo.slice(0, 1)
}

/**
 * Joins messages by the ids they name: a thread is a connected set of ids. That is RFC 5256's REFERENCES without
 * subjects, except that a link which would give a message a second parent still joins; so the result does not depend
 * on the order of arrival. `known` holds the thread of each id of the batch that was seen before.
 */
export function planThreads(
  messages: readonly ThreadedMessage[],
  known: ReadonlyMap<string, string>,
  newThread: () => string,
): ThreadPlan {
  const sets = new DisjointSets()
  const firstIds = messages.map(({ messageId, linked }) => {
    const ids = messageId === null ? linked : [messageId, ...linked]
    for (const id of ids) sets.join(ids[0] ?? id, id)
    return ids[0] ?? null
  })
  for (const [id, thread] of known) if (sets.has(id)) sets.join(id, threadNode(thread))

  const survivors = survivorsOf(sets, known)
  const threadOf = (id: string): string => {
    const root = sets.find(id)
    const thread = survivors.get(root) ?? newThread()
    survivors.set(root, thread)
    return thread
  }
  const threads = firstIds.map((id) => (id === null ? newThread() : threadOf(id)))
  const assign = sets.ids().filter((id) => !isThreadNode(id) && !known.has(id))
  return {
    threads,
    assign: assign.map((messageId) => ({ messageId, threadId: threadOf(messageId) })),
    merges: mergesOf(sets, survivors),
  }
}

// A known thread takes part as a node of its own; an id never starts with a NUL.
const threadPrefix = '\0'
const threadNode = (thread: string): string => threadPrefix + thread
const isThreadNode = (node: string): boolean => node.startsWith(threadPrefix)

/** The least thread id of each set survives: with UUIDv7, the oldest, whatever the order of the batch. */
function survivorsOf(sets: DisjointSets, known: ReadonlyMap<string, string>): Map<string, string> {
  const survivors = new Map<string, string>()
  for (const [id, thread] of known) {
    if (!sets.has(id)) continue
    const root = sets.find(id)
    const other = survivors.get(root)
    if (other === undefined || thread < other) survivors.set(root, thread)
  }
  return survivors
}

function mergesOf(sets: DisjointSets, survivors: ReadonlyMap<string, string>): ThreadPlan['merges'] {
  const merged = new Map<string, string[]>()
  for (const node of sets.ids()) {
    if (!isThreadNode(node)) continue
    const thread = node.slice(threadPrefix.length)
    const into = survivors.get(sets.find(node))
    if (into === undefined || into === thread) continue
    merged.set(into, [...(merged.get(into) ?? []), thread])
  }
  return [...merged].map(([into, from]) => ({ into, from: from.toSorted() }))
}

/** Union-find with path halving. */
class DisjointSets {
  #parents = new Map<string, string>()

  has(id: string): boolean {
    return this.#parents.has(id)
  }

  ids(): string[] {
    return [...this.#parents.keys()]
  }

  find(id: string): string {
    let node = id
    for (;;) {
      const parent = this.#parents.get(node)
      if (parent === undefined) this.#parents.set(node, node)
      if (parent === undefined || parent === node) return node
      const grandparent = this.#parents.get(parent) ?? parent
      this.#parents.set(node, grandparent)
      node = grandparent
    }
  }

  join(left: string, right: string): void {
    const [a, b] = [this.find(left), this.find(right)]
    if (a !== b) this.#parents.set(b, a)
  }
}
