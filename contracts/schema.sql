-- Written by `npm run generate`: the tables as the migrations leave them, by name.

CREATE TABLE activity_entry (
  workspace_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  event_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  action TEXT NOT NULL,
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  amount INTEGER NOT NULL,
  bulk INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, position)
) WITHOUT ROWID;

CREATE INDEX activity_entry_by_workspace_id_person_id_actor_id_action_position ON activity_entry (workspace_id, person_id, actor_id, action, position);

CREATE INDEX activity_entry_by_workspace_id_record_id_position ON activity_entry (workspace_id, record_id, position);

CREATE TABLE activity_tally (
  workspace_id TEXT NOT NULL,
  action TEXT NOT NULL,
  day TEXT NOT NULL,
  amount INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, action, day)
) WITHOUT ROWID;

CREATE TABLE approval_grants (
  workspace_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  operation TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, person_id, operation)
) WITHOUT ROWID;

CREATE TABLE approvals (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  operation TEXT NOT NULL,
  input TEXT NOT NULL,
  digest TEXT NOT NULL,
  client TEXT NOT NULL,
  state TEXT NOT NULL,
  problem TEXT,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  decided_at INTEGER,
  taken_at INTEGER
);

CREATE INDEX approvals_by_workspace_id_person_id_digest ON approvals (workspace_id, person_id, digest);

CREATE INDEX approvals_by_workspace_id_person_id_id ON approvals (workspace_id, person_id, id);

CREATE TABLE audit (
  n INTEGER PRIMARY KEY,
  workspace_id TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  surface TEXT NOT NULL,
  operation TEXT NOT NULL,
  outcome TEXT NOT NULL,
  subject TEXT,
  at INTEGER NOT NULL,
  request_id TEXT NOT NULL,
  detail_digest TEXT NOT NULL,
  digest TEXT NOT NULL,
  previous TEXT NOT NULL
);

CREATE INDEX audit_by_workspace_id_n ON audit (workspace_id, n);

CREATE INDEX audit_by_workspace_id_subject_n ON audit (workspace_id, subject, n);

CREATE TABLE audit_detail (
  n INTEGER PRIMARY KEY,
  salt TEXT NOT NULL,
  before TEXT,
  after TEXT
);

CREATE TABLE blob_refs (
  workspace_id TEXT NOT NULL,
  hash TEXT NOT NULL,
  owner_kind TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  PRIMARY KEY (workspace_id, hash, owner_kind, owner_id)
) WITHOUT ROWID;

CREATE INDEX blob_refs_by_hash ON blob_refs (hash);

CREATE TABLE capture_capture (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  way TEXT NOT NULL,
  origin TEXT NOT NULL,
  state TEXT NOT NULL,
  read_by TEXT,
  reading INTEGER NOT NULL,
  zone TEXT NOT NULL,
  locale TEXT NOT NULL,
  questions TEXT NOT NULL,
  count INTEGER NOT NULL,
  accepted INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER
);

CREATE INDEX capture_capture_by_workspace_id_person_id_deleted_at ON capture_capture (workspace_id, person_id, deleted_at) WHERE deleted_at IS NOT NULL;

CREATE INDEX capture_capture_by_workspace_id_person_id_id ON capture_capture (workspace_id, person_id, id);

CREATE TABLE capture_item (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  capture_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  literal TEXT NOT NULL,
  notes TEXT NOT NULL,
  steps TEXT NOT NULL,
  source TEXT NOT NULL,
  chosen INTEGER NOT NULL,
  sure TEXT NOT NULL,
  why TEXT NOT NULL,
  accepted_at INTEGER
);

CREATE INDEX capture_item_by_workspace_id_capture_id_position ON capture_item (workspace_id, capture_id, position);

CREATE TABLE capture_prompt (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  name TEXT NOT NULL,
  name_order TEXT NOT NULL,
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
);

CREATE INDEX capture_prompt_by_workspace_id_person_id_name_order_id ON capture_prompt (workspace_id, person_id, name_order, id);

CREATE TABLE connections_connection (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  provider TEXT NOT NULL,
  address TEXT NOT NULL,
  address_key TEXT NOT NULL,
  name TEXT NOT NULL,
  picture TEXT,
  scopes TEXT NOT NULL,
  state TEXT NOT NULL,
  problem TEXT,
  last_sync_at INTEGER,
  window_since INTEGER,
  window_count INTEGER,
  interval_minutes INTEGER NOT NULL,
  imap TEXT,
  smtp TEXT,
  created_at INTEGER NOT NULL
);

CREATE UNIQUE INDEX connections_connection_by_workspace_id_owner_id_address_key ON connections_connection (workspace_id, owner_id, address_key);

CREATE INDEX connections_connection_by_workspace_id_owner_id_id ON connections_connection (workspace_id, owner_id, id);

CREATE TABLE connections_consent (
  state_hash TEXT PRIMARY KEY NOT NULL,
  person_id TEXT NOT NULL,
  workspace_id TEXT NOT NULL,
  session_id TEXT,
  provider TEXT NOT NULL,
  redirect_uri TEXT NOT NULL,
  sealed_verifier TEXT NOT NULL,
  connection_id TEXT,
  expires_at INTEGER NOT NULL
);

CREATE TABLE connections_data_key (
  id TEXT PRIMARY KEY NOT NULL,
  wrapped TEXT NOT NULL,
  is_current INTEGER NOT NULL,
  created_at INTEGER NOT NULL
);

CREATE UNIQUE INDEX connections_data_key_by_is_current ON connections_data_key (is_current) WHERE is_current = 1;

CREATE TABLE connections_directory (
  connection_id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  owner_id TEXT NOT NULL
);

CREATE TABLE connections_lease (
  connection_id TEXT PRIMARY KEY NOT NULL,
  holder TEXT NOT NULL,
  until INTEGER NOT NULL
);

CREATE TABLE connections_revocation (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  provider TEXT NOT NULL,
  key_id TEXT NOT NULL,
  sealed TEXT NOT NULL,
  created_at INTEGER NOT NULL
);

CREATE TABLE connections_secret (
  connection_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  workspace_id TEXT NOT NULL,
  key_id TEXT NOT NULL,
  sealed TEXT NOT NULL,
  expires_at INTEGER,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (connection_id, kind)
);

CREATE INDEX connections_secret_by_key_id ON connections_secret (key_id);

CREATE INDEX connections_secret_by_workspace_id ON connections_secret (workspace_id);

CREATE TABLE day_energy (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  level INTEGER NOT NULL,
  at INTEGER NOT NULL,
  on_day TEXT NOT NULL,
  hour INTEGER NOT NULL
);

CREATE INDEX day_energy_by_workspace_id_person_id_at_id ON day_energy (workspace_id, person_id, at, id);

CREATE TABLE day_habit (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  name TEXT NOT NULL,
  times INTEGER NOT NULL,
  paused INTEGER NOT NULL,
  archived INTEGER NOT NULL,
  created_at INTEGER NOT NULL
);

CREATE INDEX day_habit_by_workspace_id_person_id_archived_id ON day_habit (workspace_id, person_id, archived, id);

CREATE TABLE day_habit_count (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  habit_id TEXT NOT NULL,
  on_day TEXT NOT NULL,
  week TEXT NOT NULL,
  goal INTEGER NOT NULL
);

CREATE INDEX day_habit_count_by_workspace_id_habit_id_on_day_id ON day_habit_count (workspace_id, habit_id, on_day, id);

CREATE INDEX day_habit_count_by_workspace_id_person_id ON day_habit_count (workspace_id, person_id);

CREATE TABLE day_pause (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT,
  created_at INTEGER NOT NULL
);

CREATE INDEX day_pause_by_workspace_id_person_id_from_day_id ON day_pause (workspace_id, person_id, from_day, id);

CREATE TABLE day_person (
  workspace_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  compass TEXT,
  energy_postponed_at INTEGER,
  PRIMARY KEY (workspace_id, person_id)
);

CREATE TABLE day_plan (
  workspace_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  on_day TEXT NOT NULL,
  task_ids TEXT NOT NULL,
  PRIMARY KEY (workspace_id, person_id, on_day)
);

CREATE TABLE day_ritual (
  workspace_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  on_day TEXT NOT NULL,
  part TEXT NOT NULL,
  state TEXT NOT NULL,
  at INTEGER NOT NULL,
  first TEXT NOT NULL,
  second TEXT NOT NULL,
  PRIMARY KEY (workspace_id, person_id, on_day, part)
);

CREATE TABLE event_failures (
  subscription TEXT NOT NULL,
  position INTEGER NOT NULL,
  subject_id TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  retry_at INTEGER,
  error TEXT NOT NULL,
  PRIMARY KEY (subscription, position)
);

CREATE INDEX event_failures_by_subscription_retry_at ON event_failures (subscription, retry_at);

CREATE TABLE events (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  workspace_id TEXT NOT NULL,
  type TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  data TEXT NOT NULL
, person_id TEXT);

CREATE TABLE focus_correction (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  session_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  worked INTEGER NOT NULL,
  task_id TEXT,
  left_out INTEGER NOT NULL,
  placed INTEGER NOT NULL,
  note TEXT NOT NULL
);

CREATE INDEX focus_correction_by_workspace_id_session_id_id ON focus_correction (workspace_id, session_id, id);

CREATE TABLE focus_session (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  mode TEXT NOT NULL,
  work_minutes INTEGER NOT NULL,
  break_minutes INTEGER NOT NULL,
  long_break_minutes INTEGER NOT NULL,
  cycles INTEGER NOT NULL,
  break_share INTEGER NOT NULL,
  sound TEXT NOT NULL,
  task_id TEXT,
  intention TEXT NOT NULL,
  together INTEGER NOT NULL,
  by_hand INTEGER NOT NULL,
  distractions INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  counts_from INTEGER NOT NULL,
  counts_until INTEGER
);

CREATE UNIQUE INDEX focus_session_by_workspace_id_person_id ON focus_session (workspace_id, person_id) WHERE ended_at IS NULL;

CREATE INDEX focus_session_by_workspace_id_person_id_counts_from_id ON focus_session (workspace_id, person_id, counts_from, id);

CREATE INDEX focus_session_by_workspace_id_person_id_task_id_counts_from_id ON focus_session (workspace_id, person_id, task_id, counts_from, id);

CREATE TABLE focus_stretch (
  workspace_id TEXT NOT NULL,
  session_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  kind TEXT NOT NULL,
  phase INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  planned INTEGER, bell_heard INTEGER,
  PRIMARY KEY (workspace_id, session_id, n)
) WITHOUT ROWID;

CREATE TABLE focus_template (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  name TEXT NOT NULL,
  mode TEXT NOT NULL,
  work_minutes INTEGER NOT NULL,
  break_minutes INTEGER NOT NULL,
  long_break_minutes INTEGER NOT NULL,
  cycles INTEGER NOT NULL,
  break_share INTEGER NOT NULL,
  sound TEXT NOT NULL,
  created_at INTEGER NOT NULL
);

CREATE INDEX focus_template_by_workspace_id_person_id_name_id ON focus_template (workspace_id, person_id, name, id);

CREATE TABLE focus_thought (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  session_id TEXT,
  text TEXT NOT NULL,
  state TEXT NOT NULL,
  task_id TEXT,
  parked_at INTEGER NOT NULL
);

CREATE INDEX focus_thought_by_workspace_id_person_id_id ON focus_thought (workspace_id, person_id, id);

CREATE TABLE idempotency (
  workspace_id TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  operation TEXT NOT NULL,
  key TEXT NOT NULL,
  input_hash TEXT NOT NULL,
  answer TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, actor_id, operation, key)
) WITHOUT ROWID;

CREATE INDEX idempotency_by_at ON idempotency (at);

CREATE TABLE identity_attempt (
  key TEXT PRIMARY KEY NOT NULL,
  failures INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  locked_until INTEGER NOT NULL
);

CREATE TABLE identity_challenge (
  secret_hash TEXT PRIMARY KEY NOT NULL,
  purpose TEXT NOT NULL,
  user_id TEXT,
  value TEXT NOT NULL,
  expires_at INTEGER NOT NULL
);

CREATE TABLE identity_former_member (
  workspace_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  role TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  left_at INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, user_id)
);

CREATE TABLE identity_invitation (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  email TEXT NOT NULL,
  role TEXT NOT NULL,
  invited_by TEXT NOT NULL,
  state TEXT NOT NULL,
  mail_id TEXT,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  decided_at INTEGER
);

CREATE INDEX identity_invitation_by_workspace_id_id ON identity_invitation (workspace_id, id);

CREATE TABLE identity_invitation_secret (
  secret_hash TEXT PRIMARY KEY NOT NULL,
  invitation_id TEXT NOT NULL
);

CREATE INDEX identity_invitation_secret_by_invitation_id ON identity_invitation_secret (invitation_id);

CREATE TABLE identity_link (
  secret_hash TEXT PRIMARY KEY NOT NULL,
  user_id TEXT NOT NULL,
  workspace_id TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
);

CREATE TABLE identity_mail (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  sealed TEXT NOT NULL,
  state TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  sent_at INTEGER
);

CREATE TABLE identity_mail_link (
  secret_hash TEXT PRIMARY KEY NOT NULL,
  user_id TEXT NOT NULL,
  purpose TEXT NOT NULL,
  email TEXT NOT NULL,
  mailed INTEGER NOT NULL DEFAULT 0,
  expires_at INTEGER NOT NULL
);

CREATE INDEX identity_mail_link_by_user_id ON identity_mail_link (user_id);

CREATE TABLE identity_member (
  workspace_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  role TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (user_id, workspace_id)
);

CREATE INDEX identity_member_by_workspace_id_user_id ON identity_member (workspace_id, user_id);

CREATE TABLE identity_passkey (
  id TEXT PRIMARY KEY NOT NULL,
  user_id TEXT NOT NULL,
  credential_id TEXT NOT NULL,
  public_key TEXT NOT NULL,
  counter INTEGER NOT NULL,
  transports TEXT NOT NULL,
  synced INTEGER NOT NULL,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  last_used_at INTEGER
);

CREATE UNIQUE INDEX identity_passkey_by_credential_id ON identity_passkey (credential_id);

CREATE INDEX identity_passkey_by_user_id_id ON identity_passkey (user_id, id);

CREATE TABLE identity_recovery_code (
  user_id TEXT NOT NULL,
  code_hash TEXT NOT NULL,
  PRIMARY KEY (user_id, code_hash)
);

CREATE TABLE identity_refresh (
  secret_hash TEXT PRIMARY KEY NOT NULL,
  session_id TEXT NOT NULL,
  nonce TEXT NOT NULL,
  client_hash TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
);

CREATE INDEX identity_refresh_by_session_id ON identity_refresh (session_id);

CREATE TABLE identity_registration (
  secret_hash TEXT PRIMARY KEY NOT NULL,
  email TEXT NOT NULL,
  name TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  expires_at INTEGER NOT NULL
);

CREATE TABLE identity_session (
  id TEXT PRIMARY KEY NOT NULL,
  secret_hash TEXT NOT NULL,
  user_id TEXT NOT NULL,
  workspace_id TEXT NOT NULL,
  user_agent TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
, kind TEXT NOT NULL DEFAULT 'web', name TEXT, scopes TEXT, authenticated_at INTEGER NOT NULL DEFAULT 0, last_seen_at INTEGER NOT NULL DEFAULT 0, impersonator_id TEXT, parent_id TEXT);

CREATE UNIQUE INDEX identity_session_by_secret_hash ON identity_session (secret_hash);

CREATE INDEX identity_session_by_user_id_workspace_id_id ON identity_session (user_id, workspace_id, id);

CREATE TABLE identity_signing_key (
  kid TEXT PRIMARY KEY NOT NULL,
  public_jwk TEXT NOT NULL,
  sealed_private TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  retired_at INTEGER
);

CREATE TABLE identity_token (
  id TEXT PRIMARY KEY NOT NULL,
  secret_hash TEXT NOT NULL,
  user_id TEXT NOT NULL,
  workspace_id TEXT NOT NULL,
  name TEXT NOT NULL,
  scopes TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER
, last_used_at INTEGER);

CREATE UNIQUE INDEX identity_token_by_secret_hash ON identity_token (secret_hash);

CREATE INDEX identity_token_by_user_id_workspace_id_id ON identity_token (user_id, workspace_id, id);

CREATE TABLE identity_totp (
  user_id TEXT PRIMARY KEY NOT NULL,
  sealed_secret TEXT NOT NULL,
  confirmed_at INTEGER,
  last_step INTEGER NOT NULL
);

CREATE TABLE identity_user (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  active INTEGER NOT NULL,
  created_at INTEGER NOT NULL
, email TEXT, email_verified_at INTEGER, password_hash TEXT, instance_admin INTEGER NOT NULL DEFAULT 0, deleted_at INTEGER);

CREATE UNIQUE INDEX identity_user_by_email ON identity_user (email) WHERE email IS NOT NULL;

CREATE TABLE identity_workspace (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL
, deleted_at INTEGER, erased_at INTEGER);

CREATE TABLE insights_model (
  workspace_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  learned_at INTEGER NOT NULL,
  tasks INTEGER NOT NULL,
  back_test TEXT,
  estimator TEXT,
  forgotten_at INTEGER,
  PRIMARY KEY (workspace_id, person_id)
);

CREATE TABLE jobs (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  name TEXT NOT NULL,
  key TEXT,
  actor_id TEXT NOT NULL,
  on_behalf_of TEXT,
  input TEXT NOT NULL,
  state TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  run_at INTEGER NOT NULL,
  lease_until INTEGER,
  cancel_requested INTEGER NOT NULL,
  progress TEXT NOT NULL,
  result TEXT,
  error TEXT,
  created_at INTEGER NOT NULL,
  started_at INTEGER,
  finished_at INTEGER
);

CREATE INDEX jobs_by_state_run_at ON jobs (state, run_at);

CREATE INDEX jobs_by_workspace_id_id ON jobs (workspace_id, id);

CREATE UNIQUE INDEX jobs_by_workspace_id_name_key ON jobs (workspace_id, name, key) WHERE key IS NOT NULL AND state IN ('queued', 'running');

CREATE TABLE links (
  workspace_id TEXT NOT NULL,
  from_kind TEXT NOT NULL,
  from_id TEXT NOT NULL,
  to_kind TEXT NOT NULL,
  to_id TEXT NOT NULL,
  relation TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, from_kind, from_id, to_kind, to_id, relation)
) WITHOUT ROWID;

CREATE INDEX links_by_workspace_id_to_kind_to_id ON links (workspace_id, to_kind, to_id);

CREATE TABLE mail_alarm (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  of_workspace TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  due_at INTEGER NOT NULL
);

CREATE INDEX mail_alarm_by_due_at_id ON mail_alarm (due_at, id);

CREATE INDEX mail_alarm_by_of_workspace_owner_id ON mail_alarm (of_workspace, owner_id);

CREATE INDEX mail_alarm_by_subject_id ON mail_alarm (subject_id);

CREATE TABLE mail_attachment (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  message_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  part_id TEXT NOT NULL,
  filename TEXT,
  content_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  inline INTEGER NOT NULL,
  content_id TEXT
);

CREATE INDEX mail_attachment_by_workspace_id_message_id_id ON mail_attachment (workspace_id, message_id, id);

CREATE TABLE mail_attention (
  workspace_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  thread_id TEXT NOT NULL,
  snoozed_until INTEGER,
  newest_at INTEGER,
  raised_at INTEGER,
  reason TEXT,
  note TEXT,
  PRIMARY KEY (workspace_id, thread_id)
);

CREATE INDEX mail_attention_by_workspace_id_owner_id_snoozed_until_thread_id ON mail_attention (workspace_id, owner_id, snoozed_until, thread_id) WHERE snoozed_until IS NOT NULL;

CREATE TABLE mail_content (
  message_id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  source BLOB,
  blob TEXT,
  head BLOB,
  text BLOB,
  enclosed_text BLOB,
  has_html INTEGER NOT NULL,
  list_id TEXT,
  details TEXT NOT NULL
);

CREATE TABLE mail_count (
  workspace_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  place TEXT NOT NULL,
  messages INTEGER NOT NULL,
  unread INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, owner_id, place)
);

CREATE TABLE mail_draft (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  connection_id TEXT,
  identity_id TEXT,
  recipients TEXT NOT NULL,
  subject TEXT NOT NULL,
  body_text TEXT NOT NULL,
  body_html TEXT,
  in_reply_to TEXT,
  thread_headers TEXT,
  conflict_of TEXT,
  outgoing_id TEXT,
  rev INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
, copy_id TEXT, copied_rev INTEGER, copy_run INTEGER NOT NULL DEFAULT 0);

CREATE INDEX mail_draft_by_workspace_id_copy_id ON mail_draft (workspace_id, copy_id) WHERE copy_id IS NOT NULL;

CREATE INDEX mail_draft_by_workspace_id_owner_id_updated_at_id ON mail_draft (workspace_id, owner_id, updated_at, id);

CREATE TABLE mail_draft_attachment (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  draft_id TEXT NOT NULL,
  blob TEXT NOT NULL,
  filename TEXT NOT NULL,
  content_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  inline INTEGER NOT NULL,
  content_id TEXT
);

CREATE INDEX mail_draft_attachment_by_workspace_id_draft_id_id ON mail_draft_attachment (workspace_id, draft_id, id);

CREATE TABLE mail_gmail_account (
  workspace_id TEXT NOT NULL,
  connection_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  history_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  high INTEGER NOT NULL,
  low INTEGER NOT NULL,
  walks TEXT NOT NULL,
  names TEXT NOT NULL,
  quota TEXT,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, connection_id)
) WITHOUT ROWID;

CREATE TABLE mail_gmail_message (
  workspace_id TEXT NOT NULL,
  connection_id TEXT NOT NULL,
  uid INTEGER NOT NULL,
  owner_id TEXT NOT NULL,
  remote_id TEXT NOT NULL,
  box TEXT NOT NULL,
  labels TEXT,
  history_id TEXT,
  version INTEGER NOT NULL,
  gone INTEGER NOT NULL,
  walk INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, connection_id, uid)
) WITHOUT ROWID;

CREATE INDEX mail_gmail_message_by_workspace_id_connection_id_box_version ON mail_gmail_message (workspace_id, connection_id, box, version);

CREATE INDEX mail_gmail_message_by_workspace_id_connection_id_remote_id ON mail_gmail_message (workspace_id, connection_id, remote_id);

CREATE TABLE mail_identity (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  connection_id TEXT,
  address TEXT NOT NULL,
  name TEXT NOT NULL,
  reply_to TEXT,
  signature_text TEXT NOT NULL,
  signature_html TEXT,
  is_default INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  created_at INTEGER NOT NULL
);

CREATE INDEX mail_identity_by_workspace_id_owner_id_id ON mail_identity (workspace_id, owner_id, id);

CREATE TABLE mail_import (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  name TEXT NOT NULL,
  upload_id TEXT NOT NULL,
  label TEXT,
  state TEXT NOT NULL,
  resume_at INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  stored INTEGER NOT NULL,
  duplicates INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  failed TEXT NOT NULL,
  indexed INTEGER NOT NULL,
  bytes_done INTEGER NOT NULL,
  bytes_total INTEGER NOT NULL,
  job_id TEXT,
  problem TEXT,
  created_at INTEGER NOT NULL,
  finished_at INTEGER
);

CREATE INDEX mail_import_by_workspace_id_owner_id_id ON mail_import (workspace_id, owner_id, id);

CREATE TABLE mail_label (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  color TEXT,
  import_id TEXT
);

CREATE INDEX mail_label_by_workspace_id_import_id ON mail_label (workspace_id, import_id) WHERE import_id IS NOT NULL;

CREATE UNIQUE INDEX mail_label_by_workspace_id_owner_id_name_key ON mail_label (workspace_id, owner_id, name_key);

CREATE TABLE mail_mailbox (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  connection_id TEXT NOT NULL,
  path TEXT NOT NULL,
  delimiter TEXT,
  role TEXT,
  uid_validity INTEGER NOT NULL,
  uid_next INTEGER NOT NULL,
  highest_modseq TEXT,
  exists_count INTEGER NOT NULL,
  stored_count INTEGER NOT NULL,
  skipped_count INTEGER NOT NULL,
  state TEXT NOT NULL,
  oldest_uid INTEGER NOT NULL,
  "window" TEXT,
  problem TEXT,
  subscribed INTEGER NOT NULL,
  last_sync_at INTEGER
);

CREATE UNIQUE INDEX mail_mailbox_by_workspace_id_owner_id_connection_id_path ON mail_mailbox (workspace_id, owner_id, connection_id, path);

CREATE TABLE mail_message (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  hash TEXT NOT NULL,
  message_id TEXT,
  thread_id TEXT NOT NULL,
  date_at INTEGER NOT NULL,
  place TEXT NOT NULL,
  seen INTEGER NOT NULL,
  starred INTEGER NOT NULL,
  has_attachments INTEGER NOT NULL,
  size INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  import_id TEXT,
  from_name TEXT NOT NULL,
  from_address TEXT NOT NULL,
  subject TEXT NOT NULL,
  snippet TEXT NOT NULL,
  recipients TEXT NOT NULL
, answered INTEGER NOT NULL DEFAULT 0);

CREATE INDEX mail_message_by_workspace_id_import_id_date_at_id ON mail_message (workspace_id, import_id, date_at, id) WHERE import_id IS NOT NULL;

CREATE INDEX mail_message_by_workspace_id_owner_id_date_at_id ON mail_message (workspace_id, owner_id, date_at, id);

CREATE INDEX mail_message_by_workspace_id_owner_id_from_address_date_at_id ON mail_message (workspace_id, owner_id, from_address, date_at, id);

CREATE INDEX mail_message_by_workspace_id_owner_id_has_attachments_date_at_id ON mail_message (workspace_id, owner_id, has_attachments, date_at, id) WHERE has_attachments = 1;

CREATE UNIQUE INDEX mail_message_by_workspace_id_owner_id_hash ON mail_message (workspace_id, owner_id, hash);

CREATE INDEX mail_message_by_workspace_id_owner_id_place_date_at_id ON mail_message (workspace_id, owner_id, place, date_at, id);

CREATE INDEX mail_message_by_workspace_id_owner_id_seen_date_at_id ON mail_message (workspace_id, owner_id, seen, date_at, id) WHERE seen = 0;

CREATE INDEX mail_message_by_workspace_id_owner_id_starred_date_at_id ON mail_message (workspace_id, owner_id, starred, date_at, id) WHERE starred = 1;

CREATE INDEX mail_message_by_workspace_id_thread_id_date_at_id ON mail_message (workspace_id, thread_id, date_at, id);

CREATE TABLE mail_message_label (
  workspace_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  message_id TEXT NOT NULL,
  label_id TEXT NOT NULL,
  date_at INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, message_id, label_id)
);

CREATE INDEX mail_message_label_by_workspace_id_label_id_date_at_message_id ON mail_message_label (workspace_id, label_id, date_at, message_id);

CREATE TABLE mail_orphan (
  workspace_id TEXT NOT NULL,
  message_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  connection_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, message_id)
) WITHOUT ROWID;

CREATE INDEX mail_orphan_by_workspace_id_owner_id_connection_id_at ON mail_orphan (workspace_id, owner_id, connection_id, at);

CREATE TABLE mail_outbox (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  connection_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  message_id TEXT,
  change TEXT NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  problem TEXT,
  at INTEGER NOT NULL
);

CREATE INDEX mail_outbox_by_workspace_id_message_id_state ON mail_outbox (workspace_id, message_id, state) WHERE message_id IS NOT NULL;

CREATE INDEX mail_outbox_by_workspace_id_owner_id_connection_id_state_id ON mail_outbox (workspace_id, owner_id, connection_id, state, id);

CREATE TABLE mail_outgoing (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  state TEXT NOT NULL,
  draft_id TEXT,
  connection_id TEXT NOT NULL,
  envelope TEXT NOT NULL,
  subject TEXT NOT NULL,
  message_id TEXT NOT NULL,
  content TEXT,
  source TEXT,
  send_at INTEGER NOT NULL,
  undo_until INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  job_id TEXT,
  appends INTEGER NOT NULL,
  problem TEXT,
  refused TEXT NOT NULL,
  sent_copy TEXT,
  created_at INTEGER NOT NULL,
  sent_at INTEGER
);

CREATE INDEX mail_outgoing_by_workspace_id_owner_id_id ON mail_outgoing (workspace_id, owner_id, id);

CREATE INDEX mail_outgoing_by_workspace_id_sent_copy ON mail_outgoing (workspace_id, sent_copy) WHERE sent_copy IS NOT NULL;

CREATE TABLE mail_placement (
  workspace_id TEXT NOT NULL,
  mailbox_id TEXT NOT NULL,
  uid INTEGER NOT NULL,
  message_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  flags INTEGER NOT NULL,
  keywords TEXT NOT NULL,
  labels TEXT,
  modseq TEXT,
  remote_id TEXT,
  PRIMARY KEY (workspace_id, mailbox_id, uid)
) WITHOUT ROWID;

CREATE INDEX mail_placement_by_workspace_id_message_id ON mail_placement (workspace_id, message_id);

CREATE INDEX mail_placement_by_workspace_id_owner_id_remote_id ON mail_placement (workspace_id, owner_id, remote_id) WHERE remote_id IS NOT NULL;

CREATE TABLE mail_push (
  connection_id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  generation INTEGER NOT NULL,
  failures INTEGER NOT NULL
);

CREATE TABLE mail_reference (
  workspace_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  message_id TEXT NOT NULL,
  thread_id TEXT NOT NULL,
  PRIMARY KEY (workspace_id, owner_id, message_id)
) WITHOUT ROWID;

CREATE INDEX mail_reference_by_workspace_id_thread_id ON mail_reference (workspace_id, thread_id);

CREATE TABLE mail_reminder (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  message_id TEXT NOT NULL,
  thread_id TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  note TEXT,
  state TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  ended_at INTEGER
);

CREATE INDEX mail_reminder_by_workspace_id_message_id ON mail_reminder (workspace_id, message_id);

CREATE INDEX mail_reminder_by_workspace_id_owner_id_due_at_id ON mail_reminder (workspace_id, owner_id, due_at, id);

CREATE INDEX mail_reminder_by_workspace_id_owner_id_state_due_at_id ON mail_reminder (workspace_id, owner_id, state, due_at, id);

CREATE TABLE mail_rule (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  connection_id TEXT,
  actions TEXT NOT NULL,
  enabled INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  position INTEGER NOT NULL,
  active_since INTEGER NOT NULL,
  created_at INTEGER NOT NULL
);

CREATE INDEX mail_rule_by_workspace_id_owner_id_position_id ON mail_rule (workspace_id, owner_id, position, id);

CREATE TABLE mail_rule_match (
  workspace_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  rule_id TEXT NOT NULL,
  message_id TEXT NOT NULL,
  run_id TEXT,
  change TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, rule_id, message_id)
);

CREATE INDEX mail_rule_match_by_workspace_id_message_id ON mail_rule_match (workspace_id, message_id);

CREATE INDEX mail_rule_match_by_workspace_id_run_id_message_id ON mail_rule_match (workspace_id, run_id, message_id) WHERE run_id IS NOT NULL;

CREATE TABLE mail_rule_run (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  rule_id TEXT NOT NULL,
  name TEXT NOT NULL,
  import_id TEXT,
  state TEXT NOT NULL,
  scanned INTEGER NOT NULL,
  matched INTEGER NOT NULL,
  total INTEGER NOT NULL,
  below_date INTEGER,
  below_id TEXT,
  job_id TEXT,
  created_at INTEGER NOT NULL,
  finished_at INTEGER
);

CREATE INDEX mail_rule_run_by_workspace_id_owner_id_id ON mail_rule_run (workspace_id, owner_id, id);

CREATE TABLE mail_sender (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  list TEXT NOT NULL,
  pattern TEXT NOT NULL,
  created_at INTEGER NOT NULL
);

CREATE INDEX mail_sender_by_workspace_id_owner_id_list_id ON mail_sender (workspace_id, owner_id, list, id);

CREATE UNIQUE INDEX mail_sender_by_workspace_id_owner_id_list_pattern ON mail_sender (workspace_id, owner_id, list, pattern);

CREATE TABLE mail_skipped (
  workspace_id TEXT NOT NULL,
  mailbox_id TEXT NOT NULL,
  uid INTEGER NOT NULL,
  owner_id TEXT NOT NULL,
  code TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (workspace_id, mailbox_id, uid)
) WITHOUT ROWID;

CREATE TABLE mail_suggestion (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  message_id TEXT NOT NULL,
  title TEXT NOT NULL,
  due_on TEXT,
  reason TEXT NOT NULL,
  quote TEXT NOT NULL,
  state TEXT NOT NULL,
  created_at INTEGER NOT NULL
);

CREATE UNIQUE INDEX mail_suggestion_by_workspace_id_message_id ON mail_suggestion (workspace_id, message_id);

CREATE INDEX mail_suggestion_by_workspace_id_owner_id_state_id ON mail_suggestion (workspace_id, owner_id, state, id);

CREATE TABLE mail_thread_place (
  workspace_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  thread_id TEXT NOT NULL,
  place TEXT NOT NULL,
  date_at INTEGER NOT NULL,
  messages INTEGER NOT NULL,
  unread INTEGER NOT NULL,
  has_unread INTEGER NOT NULL,
  starred INTEGER NOT NULL,
  has_attachments INTEGER NOT NULL,
  subject TEXT NOT NULL,
  snippet TEXT NOT NULL,
  participants TEXT NOT NULL, answered INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace_id, thread_id, place)
);

CREATE INDEX mail_thread_place_by_workspace_id_owner_id_place_date_at_thread_id ON mail_thread_place (workspace_id, owner_id, place, date_at, thread_id);

CREATE INDEX mail_thread_place_by_workspace_id_owner_id_place_has_unread_date_at_thread_id ON mail_thread_place (workspace_id, owner_id, place, has_unread, date_at, thread_id) WHERE has_unread = 1;

CREATE INDEX mail_thread_place_by_workspace_id_owner_id_place_starred_date_at_thread_id ON mail_thread_place (workspace_id, owner_id, place, starred, date_at, thread_id) WHERE starred = 1;

CREATE TABLE mail_unsubscribe (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  message_id TEXT NOT NULL,
  host TEXT NOT NULL,
  state TEXT NOT NULL,
  problem TEXT,
  created_at INTEGER NOT NULL,
  finished_at INTEGER
);

CREATE INDEX mail_unsubscribe_by_workspace_id_message_id_id ON mail_unsubscribe (workspace_id, message_id, id);

CREATE INDEX mail_unsubscribe_by_workspace_id_owner_id_id ON mail_unsubscribe (workspace_id, owner_id, id);

CREATE TABLE migrations (owner TEXT NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (owner, name));

CREATE TABLE notifications_notice (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  notice_key TEXT NOT NULL,
  title TEXT NOT NULL,
  detail TEXT,
  record_kind TEXT,
  record_id TEXT,
  created_at INTEGER NOT NULL,
  read_at INTEGER
);

CREATE INDEX notifications_notice_by_workspace_id_person_id_id ON notifications_notice (workspace_id, person_id, id);

CREATE UNIQUE INDEX notifications_notice_by_workspace_id_person_id_notice_key ON notifications_notice (workspace_id, person_id, notice_key);

CREATE TABLE search_audience (
  audience TEXT PRIMARY KEY NOT NULL,
  documents INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE search_document (
  document INTEGER PRIMARY KEY,
  workspace_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  parent_id TEXT,
  title TEXT NOT NULL,
  people TEXT NOT NULL,
  date_at INTEGER NOT NULL,
  size INTEGER NOT NULL,
  flags INTEGER NOT NULL,
  due_at INTEGER,
  keywords TEXT NOT NULL,
  audience TEXT NOT NULL
);

CREATE INDEX search_document_by_workspace_id_due_at_document ON search_document (workspace_id, due_at, document) WHERE due_at IS NOT NULL;

CREATE UNIQUE INDEX search_document_by_workspace_id_kind_record_id ON search_document (workspace_id, kind, record_id);

CREATE VIRTUAL TABLE search_index USING fts5(
  title, sender, recipients, files, body, marks,
  content='', contentless_delete=1,
  tokenize="unicode61 remove_diacritics 2 tokenchars '_'"
);

CREATE TABLE search_keyword (
  workspace_id TEXT NOT NULL,
  word TEXT NOT NULL,
  document INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, word, document)
) WITHOUT ROWID;

CREATE TABLE secrets (
  name TEXT PRIMARY KEY NOT NULL,
  value BLOB NOT NULL,
  at INTEGER NOT NULL
);

CREATE TABLE settings (
  level TEXT NOT NULL,
  scope_id TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (level, scope_id, name)
);

CREATE TABLE subscriptions (
  name TEXT PRIMARY KEY NOT NULL,
  position INTEGER NOT NULL,
  state TEXT NOT NULL
, holder TEXT, lease_until INTEGER);

CREATE TABLE tasks_agent (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  name TEXT NOT NULL,
  skills TEXT NOT NULL,
  max_open INTEGER NOT NULL,
  archived INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
);

CREATE INDEX tasks_agent_by_workspace_id_archived_name ON tasks_agent (workspace_id, archived, name);

CREATE TABLE tasks_alarm (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  of_workspace TEXT NOT NULL,
  person_id TEXT NOT NULL,
  due_at INTEGER
);

CREATE INDEX tasks_alarm_by_due_at_id ON tasks_alarm (due_at, id);

CREATE INDEX tasks_alarm_by_of_workspace ON tasks_alarm (of_workspace);

CREATE INDEX tasks_alarm_by_subject_id ON tasks_alarm (subject_id);

CREATE TABLE tasks_assignee (
  workspace_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  task_id TEXT NOT NULL,
  role TEXT NOT NULL,
  PRIMARY KEY (workspace_id, user_id, task_id)
) WITHOUT ROWID;

CREATE INDEX tasks_assignee_by_workspace_id_task_id_user_id ON tasks_assignee (workspace_id, task_id, user_id);

CREATE TABLE tasks_attachment (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  task_id TEXT NOT NULL,
  blob TEXT NOT NULL,
  filename TEXT NOT NULL,
  content_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  added_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  removed_at INTEGER
);

CREATE INDEX tasks_attachment_by_workspace_id_removed_at ON tasks_attachment (workspace_id, removed_at) WHERE removed_at IS NOT NULL;

CREATE INDEX tasks_attachment_by_workspace_id_task_id_id ON tasks_attachment (workspace_id, task_id, id);

CREATE TABLE tasks_captured (
  item_id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  capture_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  at INTEGER NOT NULL
);

CREATE INDEX tasks_captured_by_workspace_id_capture_id_item_id ON tasks_captured (workspace_id, capture_id, item_id);

CREATE TABLE tasks_champs (
  workspace_id TEXT NOT NULL,
  facet TEXT NOT NULL,
  value TEXT NOT NULL,
  task_id TEXT NOT NULL,
  PRIMARY KEY (workspace_id, facet, value, task_id)
) WITHOUT ROWID;

CREATE INDEX tasks_champs_by_workspace_id_task_id_facet ON tasks_champs (workspace_id, task_id, facet);

CREATE TABLE tasks_change (
  workspace_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  change_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  operation TEXT NOT NULL,
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  before TEXT,
  after TEXT,
  undone_at INTEGER,
  PRIMARY KEY (workspace_id, person_id, change_id, n)
) WITHOUT ROWID;

CREATE TABLE tasks_comment (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  task_id TEXT NOT NULL,
  author_id TEXT NOT NULL,
  body TEXT NOT NULL,
  mentions TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  edited_at INTEGER
);

CREATE INDEX tasks_comment_by_workspace_id_task_id_id ON tasks_comment (workspace_id, task_id, id);

CREATE TABLE tasks_delegation (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  task_id TEXT NOT NULL,
  mode TEXT NOT NULL,
  person_id TEXT,
  agent_id TEXT,
  given_by TEXT NOT NULL,
  state TEXT NOT NULL,
  note TEXT NOT NULL,
  reason TEXT,
  estimate INTEGER,
  spent_before INTEGER NOT NULL,
  actual INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  ended_at INTEGER
);

CREATE INDEX tasks_delegation_by_workspace_id_agent_id_state ON tasks_delegation (workspace_id, agent_id, state) WHERE agent_id IS NOT NULL;

CREATE INDEX tasks_delegation_by_workspace_id_given_by_id ON tasks_delegation (workspace_id, given_by, id);

CREATE INDEX tasks_delegation_by_workspace_id_person_id_id ON tasks_delegation (workspace_id, person_id, id) WHERE person_id IS NOT NULL;

CREATE INDEX tasks_delegation_by_workspace_id_task_id_id ON tasks_delegation (workspace_id, task_id, id);

CREATE TABLE tasks_dependency (
  workspace_id TEXT NOT NULL,
  task_id TEXT NOT NULL,
  on_id TEXT NOT NULL,
  relation TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, task_id, on_id)
) WITHOUT ROWID;

CREATE INDEX tasks_dependency_by_workspace_id_on_id_task_id ON tasks_dependency (workspace_id, on_id, task_id);

CREATE TABLE tasks_feed (
  id TEXT NOT NULL,
  of_workspace TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  name TEXT NOT NULL,
  secret_hash TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  read_at INTEGER,
  PRIMARY KEY (id)
);

CREATE INDEX tasks_feed_by_of_workspace_owner_id_id ON tasks_feed (of_workspace, owner_id, id);

CREATE UNIQUE INDEX tasks_feed_by_secret_hash ON tasks_feed (secret_hash);

CREATE TABLE tasks_field (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  name TEXT NOT NULL,
  key TEXT NOT NULL,
  kind TEXT NOT NULL,
  choices TEXT NOT NULL,
  archived INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
);

CREATE UNIQUE INDEX tasks_field_by_workspace_id_key ON tasks_field (workspace_id, key);

CREATE TABLE tasks_field_value (
  workspace_id TEXT NOT NULL,
  field_id TEXT NOT NULL,
  task_id TEXT NOT NULL,
  text_value TEXT,
  day_value TEXT,
  number_value INTEGER,
  PRIMARY KEY (workspace_id, field_id, task_id)
) WITHOUT ROWID;

CREATE INDEX tasks_field_value_by_workspace_id_task_id_field_id ON tasks_field_value (workspace_id, task_id, field_id);

CREATE TABLE tasks_filter (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  person_id TEXT NOT NULL,
  name TEXT NOT NULL,
  name_order TEXT NOT NULL,
  q TEXT NOT NULL,
  shared INTEGER NOT NULL,
  created_at INTEGER NOT NULL
);

CREATE INDEX tasks_filter_by_workspace_id_name_order_id ON tasks_filter (workspace_id, name_order, id);

CREATE TABLE tasks_label (
  workspace_id TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  color TEXT,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, id)
) WITHOUT ROWID;

CREATE UNIQUE INDEX tasks_label_by_workspace_id_folded ON tasks_label (workspace_id, folded);

CREATE TABLE tasks_merge (
  workspace_id TEXT NOT NULL,
  id TEXT NOT NULL,
  task_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, id, task_id)
) WITHOUT ROWID;

CREATE TABLE tasks_occurrence (
  workspace_id TEXT NOT NULL,
  task_id TEXT NOT NULL,
  series_id TEXT NOT NULL,
  occurs_at INTEGER NOT NULL,
  start TEXT NOT NULL,
  anchor TEXT NOT NULL,
  excluded TEXT NOT NULL,
  made INTEGER NOT NULL,
  passed INTEGER NOT NULL,
  made_from TEXT,
  PRIMARY KEY (workspace_id, task_id)
) WITHOUT ROWID;

CREATE INDEX tasks_occurrence_by_workspace_id_series_id_task_id ON tasks_occurrence (workspace_id, series_id, task_id);

CREATE TABLE tasks_project (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  name TEXT NOT NULL,
  name_order TEXT NOT NULL,
  color TEXT,
  archived INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
, outcome TEXT, target_on TEXT, owner_id TEXT, private_to TEXT, parent_id TEXT, position INTEGER NOT NULL DEFAULT 0);

CREATE INDEX tasks_project_by_workspace_id_archived_name_order_id ON tasks_project (workspace_id, archived, name_order, id);

CREATE INDEX tasks_project_by_workspace_id_archived_position_name_order_id ON tasks_project (workspace_id, archived, position, name_order, id);

CREATE INDEX tasks_project_by_workspace_id_private_to ON tasks_project (workspace_id, private_to) WHERE private_to IS NOT NULL;

CREATE TABLE tasks_prp (
  workspace_id TEXT NOT NULL,
  task_id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  document TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, task_id)
) WITHOUT ROWID;

CREATE TABLE tasks_reminder (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  task_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  at INTEGER,
  related_to TEXT,
  minutes_before INTEGER,
  zone TEXT NOT NULL,
  rings_at INTEGER,
  rang_at INTEGER,
  ring_id TEXT,
  created_at INTEGER NOT NULL
);

CREATE INDEX tasks_reminder_by_workspace_id_person_id_rings_at_id ON tasks_reminder (workspace_id, person_id, rings_at, id);

CREATE INDEX tasks_reminder_by_workspace_id_ring_id ON tasks_reminder (workspace_id, ring_id) WHERE ring_id IS NOT NULL;

CREATE INDEX tasks_reminder_by_workspace_id_task_id_id ON tasks_reminder (workspace_id, task_id, id);

CREATE TABLE tasks_task (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  title TEXT NOT NULL,
  notes TEXT NOT NULL,
  status TEXT NOT NULL,
  open_status TEXT NOT NULL,
  priority INTEGER NOT NULL,
  start_on TEXT,
  due_at INTEGER,
  deadline_on TEXT,
  project_id TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  completed_at INTEGER,
  deleted_at INTEGER,
  shelf TEXT NOT NULL,
  due_order INTEGER NOT NULL
, estimate_min INTEGER, estimate_max INTEGER, spent_minutes INTEGER NOT NULL DEFAULT 0, energy INTEGER, owner_id TEXT, parent_id TEXT, level INTEGER NOT NULL DEFAULT 4, position INTEGER NOT NULL DEFAULT 0, labels TEXT NOT NULL DEFAULT '[]', assignees TEXT NOT NULL DEFAULT '[]', recurrence TEXT, blocked INTEGER NOT NULL DEFAULT 0, lane TEXT, decomposition TEXT, delegated INTEGER NOT NULL DEFAULT 0, kind TEXT NOT NULL DEFAULT 'task', title_word TEXT, edited TEXT);

CREATE INDEX tasks_task_by_workspace_id_kind_id ON tasks_task (workspace_id, kind, id) WHERE kind = 'shopping' AND shelf = 'open';

CREATE INDEX tasks_task_by_workspace_id_parent_id_position_id ON tasks_task (workspace_id, parent_id, position, id) WHERE parent_id IS NOT NULL;

CREATE INDEX tasks_task_by_workspace_id_project_id_shelf_due_order_id_status ON tasks_task (workspace_id, project_id, shelf, due_order, id, status) WHERE project_id IS NOT NULL;

CREATE INDEX tasks_task_by_workspace_id_project_id_shelf_id_status ON tasks_task (workspace_id, project_id, shelf, id, status) WHERE project_id IS NOT NULL;

CREATE INDEX tasks_task_by_workspace_id_project_id_shelf_priority_id_status ON tasks_task (workspace_id, project_id, shelf, priority, id, status) WHERE project_id IS NOT NULL;

CREATE INDEX tasks_task_by_workspace_id_shelf_deadline_on_id ON tasks_task (workspace_id, shelf, deadline_on, id) WHERE deadline_on IS NOT NULL;

CREATE INDEX tasks_task_by_workspace_id_shelf_due_order_id_status ON tasks_task (workspace_id, shelf, due_order, id, status);

CREATE INDEX tasks_task_by_workspace_id_shelf_priority_id_status ON tasks_task (workspace_id, shelf, priority, id, status);

CREATE INDEX tasks_task_by_workspace_id_shelf_start_on_id ON tasks_task (workspace_id, shelf, start_on, id) WHERE start_on IS NOT NULL;

CREATE INDEX tasks_task_by_workspace_id_title_word_id ON tasks_task (workspace_id, title_word, id) WHERE shelf = 'open';

CREATE INDEX tasks_task_glance ON tasks_task (workspace_id, lane, priority, id, due_order, energy, estimate_max, spent_minutes, level, start_on, deadline_on, project_id, blocked, status);

CREATE INDEX tasks_task_words ON tasks_task (workspace_id, shelf, id, status, (CASE WHEN length(notes) <= 400 THEN title || notes END));

CREATE TABLE tasks_task_label (
  workspace_id TEXT NOT NULL,
  label_id TEXT NOT NULL,
  task_id TEXT NOT NULL,
  PRIMARY KEY (workspace_id, label_id, task_id)
) WITHOUT ROWID;

CREATE INDEX tasks_task_label_by_workspace_id_task_id_label_id ON tasks_task_label (workspace_id, task_id, label_id);

CREATE TABLE tasks_template (
  workspace_id TEXT NOT NULL,
  id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  name TEXT NOT NULL,
  name_order TEXT NOT NULL,
  title TEXT NOT NULL,
  notes TEXT NOT NULL,
  priority INTEGER NOT NULL,
  energy INTEGER,
  estimate_min INTEGER,
  estimate_max INTEGER,
  start_in TEXT,
  due_in TEXT,
  deadline_in TEXT,
  project_id TEXT,
  labels TEXT NOT NULL,
  steps TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL, recurrence TEXT, owner_id TEXT, assignees TEXT NOT NULL DEFAULT '[]',
  PRIMARY KEY (workspace_id, id)
) WITHOUT ROWID;

CREATE INDEX tasks_template_by_workspace_id_name_order_id ON tasks_template (workspace_id, name_order, id);

CREATE TABLE tasks_time_entry (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  task_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  source TEXT NOT NULL,
  source_id TEXT,
  note TEXT NOT NULL,
  created_at INTEGER NOT NULL
);

CREATE UNIQUE INDEX tasks_time_entry_by_workspace_id_person_id ON tasks_time_entry (workspace_id, person_id) WHERE ended_at IS NULL;

CREATE INDEX tasks_time_entry_by_workspace_id_person_id_started_at_id ON tasks_time_entry (workspace_id, person_id, started_at, id);

CREATE INDEX tasks_time_entry_by_workspace_id_source_id ON tasks_time_entry (workspace_id, source_id) WHERE source_id IS NOT NULL;

CREATE INDEX tasks_time_entry_by_workspace_id_task_id_person_id_started_at_id ON tasks_time_entry (workspace_id, task_id, person_id, started_at, id);

CREATE TABLE tasks_version (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  task_id TEXT NOT NULL,
  change_id TEXT NOT NULL,
  fields TEXT NOT NULL,
  made_at INTEGER,
  kept_at INTEGER NOT NULL,
  restored_at INTEGER
);

CREATE INDEX tasks_version_by_workspace_id_task_id_id ON tasks_version (workspace_id, task_id, id);

CREATE TABLE uploads (
  id TEXT PRIMARY KEY NOT NULL,
  workspace_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  created_at INTEGER NOT NULL
);
