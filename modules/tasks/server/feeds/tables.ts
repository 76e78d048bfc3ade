/** The table of feeds. It is the instance's: who reads a feed brings its secret, and says no workspace. */
export interface FeedTables {
  tasks_feed: FeedRow
}

export interface FeedRow {
  id: string
  of_workspace: string
  owner_id: string
  name: string
  /** SHA-256 of the secret, hex: the secret itself is told once and kept nowhere. */
  secret_hash: string
  created_at: number
  read_at: number | null
}
