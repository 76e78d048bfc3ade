/** A row as it can be stored again: without the column that the kernel adds. */
export function ownColumns<Row extends object>(row: Row): Row {
  const { workspace_id: _, ...own } = row as Row & { workspace_id?: string }
  return own as unknown as Row
}
