import {
  AndNode,
  BinaryOperationNode,
  ColumnNode,
  InsertQueryNode,
  LimitNode,
  OperationNodeTransformer,
  OperatorNode,
  ParensNode,
  PrimitiveValueListNode,
  RawNode,
  ReferenceNode,
  SelectQueryNode,
  TableNode,
  ValueListNode,
  ValueNode,
  ValuesNode,
  WhereNode,
  AliasNode,
  DeleteQueryNode,
  UpdateQueryNode,
  JoinNode,
  OnNode,
  type ColumnUpdateNode,
  type KyselyPlugin,
  type OnConflictNode,
  type OperationNode,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryResult,
  type RootOperationNode,
  type UnknownRow,
} from 'kysely'
import type { Transaction } from './port.ts'
import { seenBy, type PrivateRows } from './private-rows.ts'
import { isTrustedRaw, stillTrusted } from './raw.ts'

/**
 * Adds `workspace_id` to inserts and its predicate to every reference of a registered table: joins, subqueries and
 * common table expressions alike. What it does not know it refuses.
 */
export class WorkspacePlugin implements KyselyPlugin {
  readonly #transformer: WorkspaceTransformer
  readonly #ofAll: () => WorkspacePlugin
  #whole: WorkspacePlugin | null = null
  readonly workspaceId: string
  readonly dialect: Transaction['dialect']
  readonly privateRows: PrivateRows | null

  constructor(
    tables: ReadonlyMap<string, 'workspace' | 'instance'>,
    workspaceId: string,
    dialect: Transaction['dialect'] = 'sqlite',
    privateRows: PrivateRows | null = null,
  ) {
    this.workspaceId = workspaceId
    this.dialect = dialect
    this.privateRows = privateRows
    this.#transformer = new WorkspaceTransformer(tables, workspaceId, dialect, privateRows)
    this.#ofAll = () => new WorkspacePlugin(tables, workspaceId, dialect)
  }

  /** The same without private rows: all of them are seen. */
  get whole(): WorkspacePlugin {
    if (this.privateRows === null) return this
    return (this.#whole ??= this.#ofAll())
  }

  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    if (!KINDS.has(node.kind))
      throw new Error(`A statement of kind ${node.kind} is refused here: handlers select, insert, update and delete`)
    return this.#transformer.transformNode(node)
  }

  async transformResult(args: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return args.result
  }
}

const KINDS: ReadonlySet<string> = new Set(['SelectQueryNode', 'InsertQueryNode', 'UpdateQueryNode', 'DeleteQueryNode'])
const COLUMN = 'workspace_id'

class WorkspaceTransformer extends OperationNodeTransformer {
  readonly #tables: ReadonlyMap<string, 'workspace' | 'instance'>
  readonly #workspaceId: string
  readonly #dialect: Transaction['dialect']
  readonly #privateRows: PrivateRows | null

  constructor(
    tables: ReadonlyMap<string, 'workspace' | 'instance'>,
    workspaceId: string,
    dialect: Transaction['dialect'],
    privateRows: PrivateRows | null,
  ) {
    super()
    this.#privateRows = privateRows
    this.#tables = tables
    this.#workspaceId = workspaceId
    this.#dialect = dialect
  }

  protected override transformSelectQuery(node: SelectQueryNode): SelectQueryNode {
    const transformed = super.transformSelectQuery(node)
    const sources = (node.from?.froms ?? []).map((from) => this.#scopeOf(from))
    const { where } = this.#where(transformed.where, sources)
    const seen = sources.flatMap((scope) => this.#seen(scope) ?? [])
    const all = seen.reduce<OperationNode | undefined>(
      (rest, each) => (rest ? AndNode.create(rest, each) : each),
      where?.where,
    )
    return { ...transformed, ...(all && { where: WhereNode.create(all) }) }
  }

  protected override transformUpdateQuery(node: UpdateQueryNode): UpdateQueryNode {
    const transformed = super.transformUpdateQuery(node)
    const sources = [node.table, ...(node.from?.froms ?? [])].filter((source) => source !== undefined)
    const scopes = sources.map((source) => this.#scopeOf(source))
    if (scopes[0]?.kind === 'workspace') refuseWorkspaceIn(node.updates)
    return { ...transformed, ...this.#where(transformed.where, scopes) }
  }

  protected override transformDeleteQuery(node: DeleteQueryNode): DeleteQueryNode {
    if (node.using) throw new Error('DELETE … USING is not scoped: use a subquery')
    const transformed = super.transformDeleteQuery(node)
    return {
      ...transformed,
      ...this.#where(
        transformed.where,
        node.from.froms.map((from) => this.#scopeOf(from)),
      ),
    }
  }

  protected override transformJoin(node: JoinNode): JoinNode {
    // The rows that these keep are beyond the reach of their condition.
    if (node.joinType === 'RightJoin' || node.joinType === 'FullJoin')
      throw new Error('Right and full joins are not scoped: turn the join round')
    const transformed = super.transformJoin(node)
    const scope = this.#scopeOf(node.table)
    const ofWorkspace = this.#predicate(scope)
    if (!ofWorkspace) return transformed
    const seen = this.#seen(scope)
    const predicate = seen ? AndNode.create(ofWorkspace, seen) : ofWorkspace
    const on = transformed.on ? AndNode.create(transformed.on.on, predicate) : predicate
    // PostgreSQL knows no condition of a cross join, and orders joins by itself.
    const joinType = this.#dialect === 'postgres' && node.joinType === 'CrossJoin' ? 'InnerJoin' : transformed.joinType
    return { ...transformed, joinType, on: OnNode.create(on) }
  }

  protected override transformInsertQuery(node: InsertQueryNode): InsertQueryNode {
    const transformed = super.transformInsertQuery(node)
    const table = node.into ? this.#known(node.into) : null
    if (table?.kind !== 'workspace') return transformed
    const { columns, values } = transformed
    if (!columns || !values || !ValuesNode.is(values))
      throw new Error('Only INSERT … VALUES can be scoped to a workspace')
    if (columns.some((column) => isWorkspace(column))) throw new Error('workspace_id is set by the kernel')
    if (node.replace || node.orAction?.action.toLowerCase() === 'replace')
      throw new Error('REPLACE is not scoped: use an update on conflict')
    const rows = values.values.map((list) =>
      PrimitiveValueListNode.is(list)
        ? PrimitiveValueListNode.create([...list.values, this.#workspaceId])
        : ValueListNode.create([...list.values, ValueNode.create(this.#workspaceId)]),
    )
    return {
      ...transformed,
      columns: [...columns, ColumnNode.create(COLUMN)],
      values: ValuesNode.create(rows),
      ...(transformed.onConflict && { onConflict: this.#scopeConflict(transformed.onConflict, table) }),
    }
  }

  /** An id that another workspace has already is a conflict too: its row stays as it is. */
  #scopeConflict(conflict: OnConflictNode, table: Scope): OnConflictNode {
    if (!conflict.updates) return conflict
    refuseWorkspaceIn(conflict.updates)
    const { where } = this.#where(conflict.updateWhere, [table])
    return { ...conflict, ...(where && { updateWhere: where }) }
  }

  /** A literal: SQLite plans a statement with `limit ?` anew at every run, which takes longer than most queries. */
  protected override transformLimit(node: LimitNode): LimitNode {
    const { limit } = node
    if (!ValueNode.is(limit) || !Number.isSafeInteger(limit.value)) return super.transformLimit(node)
    return LimitNode.create(ValueNode.createImmediate(limit.value))
  }

  /**
   * SQLite knows a list of nothing, which no value is in; PostgreSQL takes it for a slip of the pen. PostgreSQL has `ilike`
   * for what SQLite calls `like`: letters of ASCII are alike in either case.
   */
  protected override transformBinaryOperation(node: BinaryOperationNode): BinaryOperationNode {
    const { operator, rightOperand } = node
    if (this.#dialect === 'sqlite' && OperatorNode.is(operator) && operator.operator === 'ilike')
      return super.transformBinaryOperation({ ...node, operator: OperatorNode.create('like') })
    if (this.#dialect === 'sqlite' || !OperatorNode.is(operator) || !isEmptyList(rightOperand))
      return super.transformBinaryOperation(node)
    const one = ValueNode.createImmediate(1)
    const other = ValueNode.createImmediate(operator.operator === 'in' ? 0 : 1)
    return BinaryOperationNode.create(one, OperatorNode.create('='), other)
  }

  protected override transformRaw(node: RawNode): RawNode {
    if (!isTrustedRaw(node)) throw new Error('Raw SQL is refused here: use the kernel’s helpers')
    // A subquery is transformed with what it stands in once more.
    return stillTrusted(super.transformRaw(node))
  }

  #where(where: WhereNode | undefined, scopes: (Scope | null)[]): { where?: WhereNode } {
    let predicate = where?.where
    for (const scope of scopes) {
      const added = scope && namesIds(where?.where, scope) ? this.#filter(scope) : this.#predicate(scope)
      if (added) predicate = predicate ? AndNode.create(predicate, added) : added
    }
    return predicate ? { where: WhereNode.create(predicate) } : {}
  }

  #predicate(scope: Scope | null): OperationNode | null {
    if (scope?.kind !== 'workspace') return null
    const column = ReferenceNode.create(ColumnNode.create(COLUMN), TableNode.create(scope.name))
    // As a list of one: SQLite plans a bare `= ?` anew at every run where no index answers it.
    return BinaryOperationNode.create(
      column,
      OperatorNode.create('in'),
      PrimitiveValueListNode.create([this.#workspaceId]),
    )
  }

  /** What whoever asks may see of a table where some rows are one person's alone. */
  #seen(scope: Scope | null): OperationNode | null {
    return scope && this.#privateRows && seenBy(this.#privateRows, this.#workspaceId, scope)
  }

  /**
   * The same predicate out of reach of indexes (sqlite.org/optoverview.html, 8.1.3). Rows named by their ids are found by
   * the primary key: given the choice, SQLite reads the whole workspace for a list of more than ten.
   */
  #filter(scope: Scope): OperationNode | null {
    const predicate = this.#predicate(scope)
    return predicate && this.#dialect === 'sqlite' ? RawNode.create(['+', ''], [predicate]) : predicate
  }

  /** The name to qualify with and the kind of a table source; null for a subquery, which is scoped inside. */
  #scopeOf(node: OperationNode): Scope | null {
    if (AliasNode.is(node)) {
      const inner = this.#scopeOf(node.node)
      const alias = node.alias as OperationNode & { name?: string }
      return inner && alias.name ? { ...inner, name: alias.name } : inner
    }
    if (TableNode.is(node)) return this.#known(node)
    if (SelectQueryNode.is(node)) return null
    throw new Error(`A source of kind ${node.kind} cannot be scoped to a workspace`)
  }

  #known(node: TableNode): Scope {
    const name = node.table.identifier.name
    const kind = this.#tables.get(name)
    if (!kind) throw new Error(`The table ${name} is not one of this module`)
    return { table: name, name, kind }
  }
}

function refuseWorkspaceIn(updates: readonly ColumnUpdateNode[] | undefined): void {
  if (updates?.some(({ column }) => isWorkspace(column))) throw new Error('workspace_id is set by the kernel')
}

/** Whether every row a condition lets through is one of named ids. */
function namesIds(node: OperationNode | undefined, scope: Scope): boolean {
  if (!node) return false
  if (AndNode.is(node)) return namesIds(node.left, scope) || namesIds(node.right, scope)
  if (ParensNode.is(node)) return namesIds(node.node, scope)
  if (!BinaryOperationNode.is(node) || !ReferenceNode.is(node.leftOperand)) return false
  const { column, table } = node.leftOperand
  if (!ColumnNode.is(column) || column.column.name !== 'id') return false
  if (table && table.table.identifier.name !== scope.name) return false
  return OperatorNode.is(node.operator) && (node.operator.operator === 'in' || node.operator.operator === '=')
}

function isEmptyList(node: OperationNode): boolean {
  return (PrimitiveValueListNode.is(node) || ValueListNode.is(node)) && node.values.length === 0
}

/** Column names are of any letter case, qualified or not. */
function isWorkspace(node: OperationNode): boolean {
  if (ReferenceNode.is(node)) return isWorkspace(node.column)
  return ColumnNode.is(node) && node.column.name.toLowerCase() === COLUMN
}

interface Scope {
  table: string
  /** What it is called in the statement. */
  name: string
  kind: 'workspace' | 'instance'
}
