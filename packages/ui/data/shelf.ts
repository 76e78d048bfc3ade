const NAME = 'daybook'
const STORE = 'kept'
const OWNER = 'daybook.shelf-owner'

/** Records in this browser's database, under a name of their own. Where the browser keeps nothing, there simply are none. */
export interface Shelf<Item> {
  get: (key: string) => Promise<Item | undefined>
  /** The answer is whether it is kept. */
  put: (key: string, item: Item) => Promise<boolean>
  remove: (key: string) => Promise<void>
  all: () => Promise<[key: string, item: Item][]>
  clear: () => Promise<void>
}

/** Whose records they are: people of one browser never meet. Nobody's are not kept. */
let owner = rememberedOwner()

/** Says who is here, also for when the server cannot be asked; an empty text is nobody. */
export function setShelfOwner(next: string): void {
  owner = next
  try {
    if (next) localStorage.setItem(OWNER, next)
    else localStorage.removeItem(OWNER)
  } catch {
    // A browser that keeps nothing asks the server each time.
  }
}

export function openShelf<Item>(shelf: string): Shelf<Item> {
  const prefix = () => `${owner} ${shelf} `
  return {
    async get(key) {
      const place = prefix() + key
      return owner ? ask<Item>('readonly', (store) => store.get(place)).catch(nothing) : undefined
    },
    async put(key, item) {
      const place = prefix() + key
      if (!owner) return false
      return ask('readwrite', (store) => store.put(item, place)).then(
        () => true,
        () => false,
      )
    },
    async remove(key) {
      const place = prefix() + key
      await ask('readwrite', (store) => store.delete(place)).catch(nothing)
    },
    async clear() {
      const range = rangeOf(prefix())
      await ask('readwrite', (store) => store.delete(range)).catch(nothing)
    },
    async all() {
      const start = prefix()
      if (!owner) return []
      const [keys, items] = await Promise.all([
        ask<IDBValidKey[]>('readonly', (store) => store.getAllKeys(rangeOf(start))),
        ask<Item[]>('readonly', (store) => store.getAll(rangeOf(start))),
      ]).catch(() => [[], []])
      return keys.map((key, index) => [String(key).slice(start.length), items[index]!])
    },
  }
}

const rangeOf = (prefix: string) => IDBKeyRange.bound(prefix, `${prefix}\uffff`)

let opening: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The browser keeps nothing'))
  })
  return opening
}

async function ask<Answer>(mode: IDBTransactionMode, call: (store: IDBObjectStore) => IDBRequest): Promise<Answer> {
  const database = await open()
  return new Promise<Answer>((resolve, reject) => {
    const transaction = database.transaction(STORE, mode)
    const request = call(transaction.objectStore(STORE))
    // Written means committed: a page that closes right after loses nothing.
    transaction.oncomplete = () => resolve(request.result as Answer)
    transaction.onabort = () => reject(transaction.error ?? new Error('The browser kept nothing'))
  })
}

function rememberedOwner(): string {
  try {
    return localStorage.getItem(OWNER) ?? ''
  } catch {
    return ''
  }
}

const nothing = () => undefined
