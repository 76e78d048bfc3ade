import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { uuidv7 } from '#base/ids.ts'

/**
 * What Daybook's HTTP is measured against: the least that can be called a server of tasks, which answers the same record
 * of a task with the same members. Bun's own server, prepared statements on node:sqlite with the same settings, group commit, the token looked up by its hash on every request.
 * No validation beyond a title, no limits, no audit, no events, no problem documents.
 * Usage: bun bare-server.ts FOLDER TOKEN ROWS
 */
const [folder, token, rows] = process.argv.slice(2)

const database = new DatabaseSync(join(folder!, 'bare.sqlite'))
for (const pragma of [
  'busy_timeout = 5000',
  'journal_mode = WAL',
  'synchronous = FULL',
  'journal_size_limit = 67108864',
  'cache_size = -8000',
  'temp_store = MEMORY',
]) {
  database.exec(`PRAGMA ${pragma}`)
}
database.exec(`
  CREATE TABLE token (hash TEXT PRIMARY KEY, user_id TEXT NOT NULL, workspace_id TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE task (
    id TEXT PRIMARY KEY, workspace_id TEXT NOT NULL, rev INTEGER NOT NULL, title TEXT NOT NULL, notes TEXT NOT NULL,
    kind TEXT NOT NULL, status TEXT NOT NULL, priority INTEGER NOT NULL, start_on TEXT, due_at INTEGER, deadline_on TEXT,
    estimate_min INTEGER, estimate_max INTEGER, spent_minutes INTEGER NOT NULL, project_id TEXT, parent_id TEXT,
    level INTEGER NOT NULL, position REAL NOT NULL, labels TEXT NOT NULL, owner_id TEXT, assignees TEXT NOT NULL,
    energy INTEGER, decomposition TEXT, recurrence TEXT, blocked INTEGER NOT NULL,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, completed_at INTEGER, deleted_at INTEGER
  );
  CREATE INDEX task_by_age ON task (workspace_id, status, id);
`)

const workspaceId = uuidv7()
const findToken = database.prepare('SELECT user_id, workspace_id FROM token WHERE hash = ?')
const findTask = database.prepare('SELECT * FROM task WHERE id = ? AND workspace_id = ?')
const listTasks = database.prepare(
  "SELECT * FROM task WHERE workspace_id = ? AND status = 'inbox' ORDER BY id DESC LIMIT ?",
)
const insertTask = database.prepare(`INSERT INTO task VALUES (${Array.from({ length: 29 }, () => '?').join(', ')})`)
const begin = database.prepare('BEGIN IMMEDIATE')
const commit = database.prepare('COMMIT')

database.prepare('INSERT INTO token VALUES (?, ?, ?)').run(hashOf(token!), uuidv7(), workspaceId)
database.exec('BEGIN')
for (let n = 0; n < Number(rows); n++)
  insert(workspaceId, { title: `Task ${n}`, notes: 'Made before the load', priority: n % 4 })
database.exec('COMMIT')

declare const Bun: {
  serve(options: {
    port: number
    hostname: string
    development: boolean
    fetch(request: Request): Promise<Response>
  }): { port: number }
}

const server = Bun.serve({ port: 0, hostname: '127.0.0.1', development: false, fetch: answer })
console.log(
  `Bare server at http://127.0.0.1:${server.port} with ${String((listTasks.all(workspaceId, 1)[0] as { id: string }).id)}`,
)
process.on('SIGTERM', () => process.exit(0))

async function answer(request: Request): Promise<Response> {
  const bearer = request.headers.get('authorization')?.slice('Bearer '.length) ?? ''
  const caller = findToken.get(hashOf(bearer)) as { workspace_id: string } | null
  if (!caller) return new Response(null, { status: 401 })

  const path = request.url.slice(request.url.indexOf('/', 8))
  if (request.method === 'POST' && path === '/api/v1/tasks')
    return create(caller.workspace_id, (await request.json()) as Fields)
  if (path.startsWith('/api/v1/tasks/')) return readOne(caller.workspace_id, path.slice('/api/v1/tasks/'.length))
  if (path.startsWith('/api/v1/tasks?limit='))
    return list(caller.workspace_id, Number(path.slice('/api/v1/tasks?limit='.length)))
  return new Response(null, { status: 404 })
}

function readOne(workspace: string, id: string): Response {
  const row = findTask.get(id, workspace) as unknown as Row | null
  return row ? Response.json(toTask(row)) : new Response(null, { status: 404 })
}

function list(workspace: string, limit: number): Response {
  const items = (listTasks.all(workspace, limit) as unknown as Row[]).map(toTask)
  return Response.json({ items, next: items.at(-1)?.id ?? null })
}

async function create(workspace: string, fields: Fields): Promise<Response> {
  if (typeof fields.title !== 'string') return new Response(null, { status: 422 })
  return Response.json(toTask(await inBatch(() => insert(workspace, fields))), { status: 201 })
}

interface Fields {
  title: string
  notes?: string
  priority?: number
  dueAt?: string
}

interface Row {
  id: string
  rev: number
  title: string
  notes: string
  kind: string
  status: string
  priority: number
  start_on: string | null
  due_at: number | null
  deadline_on: string | null
  estimate_min: number | null
  estimate_max: number | null
  spent_minutes: number
  project_id: string | null
  parent_id: string | null
  level: number
  position: number
  labels: string
  owner_id: string | null
  assignees: string
  energy: number | null
  decomposition: string | null
  recurrence: string | null
  blocked: number
  created_at: number
  updated_at: number
  completed_at: number | null
  deleted_at: number | null
}

function insert(workspace: string, { title, notes = '', priority = 0, dueAt }: Fields): Row {
  const now = Date.now()
  const due = dueAt === undefined ? null : Date.parse(dueAt)
  const row: Row = {
    id: uuidv7(),
    rev: 1,
    title,
    notes,
    kind: 'task',
    status: 'inbox',
    priority,
    start_on: null,
    due_at: due,
    deadline_on: null,
    estimate_min: null,
    estimate_max: null,
    spent_minutes: 0,
    project_id: null,
    parent_id: null,
    level: 4,
    position: 0,
    labels: '[]',
    owner_id: null,
    assignees: '[]',
    energy: null,
    decomposition: null,
    recurrence: null,
    blocked: 0,
    created_at: now,
    updated_at: now,
    completed_at: null,
    deleted_at: null,
  }
  const { id, ...others } = row
  insertTask.run(id, workspace, ...Object.values(others))
  return row
}

function toTask(row: Row) {
  return {
    id: row.id,
    rev: row.rev,
    title: row.title,
    notes: row.notes,
    kind: row.kind,
    status: row.status,
    priority: row.priority,
    startOn: row.start_on,
    dueAt: instant(row.due_at),
    deadlineOn: row.deadline_on,
    estimateMin: row.estimate_min,
    estimateMax: row.estimate_max,
    spentMinutes: row.spent_minutes,
    projectId: row.project_id,
    parentId: row.parent_id,
    level: row.level,
    position: row.position,
    labels: JSON.parse(row.labels) as unknown,
    ownerId: row.owner_id,
    assignees: JSON.parse(row.assignees) as unknown,
    energy: row.energy,
    decomposition: row.decomposition,
    recurrence: row.recurrence,
    blocked: row.blocked === 1,
    createdAt: instant(row.created_at),
    updatedAt: instant(row.updated_at),
    completedAt: instant(row.completed_at),
    deletedAt: instant(row.deleted_at),
  }
}

function instant(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString()
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Group commit: what came in one turn of the event loop shares one fsync, at most 64 of them. */
let waiting: { work: () => Row; resolve: (row: Row) => void }[] = []
let asleep = true

function inBatch(work: () => Row): Promise<Row> {
  return new Promise((resolve) => {
    waiting.push({ work, resolve })
    if (!asleep) return
    asleep = false
    setImmediate(drain)
  })
}

function drain(): void {
  const batch = waiting.splice(0, 64)
  begin.run()
  const rows = batch.map(({ work }) => work())
  commit.run()
  for (const [index, { resolve }] of batch.entries()) resolve(rows[index]!)
  asleep = waiting.length === 0
  if (!asleep) setImmediate(drain)
}
