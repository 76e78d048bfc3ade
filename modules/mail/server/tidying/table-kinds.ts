/** The tables of tidying for the manifest. */
export const tidyingTables = {
  mail_attention: 'workspace',
  mail_alarm: 'instance',
  mail_reminder: 'workspace',
  mail_sender: 'workspace',
  mail_rule: 'workspace',
  mail_rule_match: 'workspace',
  mail_rule_run: 'workspace',
  mail_unsubscribe: 'workspace',
  mail_suggestion: 'workspace',
} as const
