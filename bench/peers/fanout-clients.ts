import { WebSocket } from 'ws'

/**
 * The clients of `realtime.fanout`: many that follow events and one that makes them.
 * Usage: bun fanout-clients.ts URL TOKEN SOCKETS EVENTS
 */
const [url, token] = process.argv.slice(2) as [string, string]
const [sockets, events] = process.argv.slice(4).map(Number) as [number, number]
const IN_FLIGHT = 16
const CALM_EVENTS = 20

let deliveries = 0
let target = Infinity
let reached: () => void = () => undefined
let waits: number[] = []

await Promise.all(Array.from({ length: sockets }, (_, n) => follow(n)))
const publisher = await open()
const answers = new Map<number, () => void>()
publisher.on('message', (data) => answers.get((JSON.parse(data.toString()) as { id: number }).id)?.())
let lastId = 0

// Who counts the processor time of the server begins to count now.
console.log('Clients are ready')
await new Promise((resolve) => setTimeout(resolve, 200))
const deliveriesPerSecond = await measureSpeed()
console.log(`Speed ${deliveriesPerSecond}`)
const p99 = await measureWait()
console.log(`Wait ${p99}`)
process.exit(0)

/** Deliveries a second when events are made as fast as they are answered, until the last has come to the last. */
async function measureSpeed(): Promise<number> {
  const all = expectDeliveries(sockets * events)
  const began = performance.now()
  let left = events
  const publish = async () => {
    while (left-- > 0) await makeEvent()
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, publish))
  await all
  return Math.round((sockets * events) / ((performance.now() - began) / 1000))
}

/** Milliseconds from an event to its delivery, for 99 of 100, when there are ten events a second. */
async function measureWait(): Promise<number> {
  waits = []
  const all = expectDeliveries(sockets * CALM_EVENTS)
  for (let n = 0; n < CALM_EVENTS; n++) {
    void makeEvent()
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await all
  waits.sort((a, b) => a - b)
  return waits[Math.floor(waits.length * 0.99)]!
}

function expectDeliveries(count: number): Promise<void> {
  deliveries = 0
  target = count
  return new Promise((resolve) => (reached = resolve))
}

function makeEvent(): Promise<void> {
  const id = ++lastId
  return new Promise((resolve) => {
    answers.set(id, () => {
      answers.delete(id)
      resolve()
    })
    publisher.send(JSON.stringify({ id, call: 'tasks.create', input: { title: `Task ${id}` } }))
  })
}

async function follow(n: number): Promise<void> {
  const socket = await open()
  const caughtUp = new Promise<void>((resolve) => socket.once('message', () => resolve()))
  socket.send(JSON.stringify({ id: 1, subscribe: { types: ['tasks.created'] } }))
  await caughtUp
  socket.on('message', (data) => {
    const text = data.toString()
    if (!text.includes('"event"')) return
    // Reading the time out of every one would measure the reader.
    if (n % 20 === 0) waits.push(Date.now() - Date.parse(/"at":"([^"]+)"/.exec(text)![1]!))
    if (++deliveries === target) reached()
  })
}

function open(): Promise<WebSocket> {
  const socket = new WebSocket(url, [], { headers: { authorization: `Bearer ${token}` } })
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(socket))
    socket.once('error', reject)
  })
}
