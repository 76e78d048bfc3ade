const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** A browser's session ends after this time, whatever happens. */
export const SESSION_MILLISECONDS = 30 * DAY
/** A session that nobody uses ends earlier. */
export const IDLE_MILLISECONDS = 14 * DAY
/** How long a proof of who somebody is counts for sensitive changes. */
export const CONFIRMED_MILLISECONDS = 10 * MINUTE
/** Links that verify an address or reset a password. */
export const MAIL_LINK_MILLISECONDS = 60 * MINUTE
/** Between password and second factor, or between asking for a passkey and its answer. */
export const CHALLENGE_MILLISECONDS = 5 * MINUTE
/** An access token is read, not looked up: it lives no longer than RFC 9700 likes. */
export const ACCESS_MILLISECONDS = 10 * MINUTE
/** A client that refreshes at least so often stays signed in, up to the session's end. */
export const REFRESH_MILLISECONDS = 30 * DAY
/** A client's session ends after this time, however often it refreshes. */
export const CLIENT_SESSION_MILLISECONDS = 365 * DAY
/** A used refresh token that comes back so soon is a request that crossed another, or an answer that was lost. */
export const REFRESH_GRACE_MILLISECONDS = 30_000
