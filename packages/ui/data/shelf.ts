const NAME = 'daybook'
const STORE = 'kept'

/** Records in this browser's database, under a name of their own. Where the browser keeps nothing, there simply are none. */
export interface Shelf<Item> {
  get: (key: string) => Promise<Item | undefined>
  /** The answer is whether it is kept. */
  put: (key: string, item: Item) => Promise<boolean>
  remove: (key: string) => Promise<void>
  all: () => Promise<[key: string, item: Item][]>
  clear: () => Promise<void>
}

/** Whose records they are: two people of one browser never meet. */
let owner = ''

/** Says who is here; records of others are neither found nor written over. */
export function setShelfOwner(userId: string): void {
  owner = userId
}

export function openShelf<Item>(shelf: string): Shelf<Item> {
  const prefix = () => `${owner} ${shelf} `
  const range = () => IDBKeyRange.bound(prefix(), `${prefix()}\uffff`)
  return {
    get: (key) => ask<Item | undefined>('readonly', (store) => store.get(prefix() + key)).catch(() => undefined),
    put: (key, item) =>
      ask('readwrite', (store) => store.put(item, prefix() + key)).then(
        () => true,
        () => false,
      ),
    remove: (key) => ask('readwrite', (store) => store.delete(prefix() + key)).then(nothing, nothing),
    clear: () => ask('readwrite', (store) => store.delete(range())).then(nothing, nothing),
    async all() {
      try {
        const start = prefix().length
        const [keys, items] = await Promise.all([
          ask<IDBValidKey[]>('readonly', (store) => store.getAllKeys(range())),
          ask<Item[]>('readonly', (store) => store.getAll(range())),
        ])
        return keys.map((key, index) => [String(key).slice(start), items[index]!])
      } catch {
        return []
      }
    },
  }
}

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

const nothing = () => undefined
