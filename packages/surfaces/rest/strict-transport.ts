/** Behind a public https address: this host and what lies below it by TLS alone, for a year (RFC 6797). */
export const STRICT_TRANSPORT = 'max-age=31536000; includeSubDomains'
