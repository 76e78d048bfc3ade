import { toInstant, toInstantOrNull } from '#base/time.ts'
import type { Rule, RuleRun } from '../../contract.ts'
import type { RuleRow, RuleRunRow } from '../tidying/tables.ts'

/** A row of rules as the API shows it. */
export function toRule(row: RuleRow): Rule {
  return {
    id: row.id,
    rev: row.rev,
    name: row.name,
    query: row.query,
    connectionId: row.connection_id,
    actions: JSON.parse(row.actions) as Rule['actions'],
    enabled: row.enabled === 1,
    stop: row.stop === 1,
    position: row.position,
    createdAt: toInstant(row.created_at),
  }
}

/** A run of a rule as the API shows it. */
export function toRuleRun(row: RuleRunRow): RuleRun {
  return {
    id: row.id,
    ruleId: row.rule_id,
    name: row.name,
    state: row.state as RuleRun['state'],
    scanned: row.scanned,
    matched: row.matched,
    total: row.total,
    job: row.job_id,
    createdAt: toInstant(row.created_at),
    finishedAt: toInstantOrNull(row.finished_at),
  }
}
