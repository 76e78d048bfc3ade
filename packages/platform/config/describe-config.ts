import type { Config } from './parse-config.ts'
import type { Secrets } from './read-secrets.ts'

/** The effective configuration by variable, for `daybook config`. Secrets are only said to be set or not. */
export function describeConfig(config: Config, secrets: Secrets): Record<string, string | number | boolean | null> {
  return {
    DAYBOOK_DATA: config.dataFolder,
    DAYBOOK_PORT: config.port,
    DAYBOOK_HOST: config.host,
    DAYBOOK_URL: config.publicUrl,
    DAYBOOK_CORS_ORIGINS: config.corsOrigins.join(' ') || null,
    DAYBOOK_TRUSTED_PROXIES: config.trustedProxies.join(' ') || null,
    DAYBOOK_MAIL_FROM: config.mailFrom,
    DAYBOOK_GOOGLE_CLIENT_ID: config.google.clientId,
    DAYBOOK_GOOGLE_BASE_URL: config.google.baseUrl,
    DAYBOOK_GOOGLE_ACCESS: config.google.access,
    DAYBOOK_MICROSOFT_CLIENT_ID: config.microsoft.clientId,
    DAYBOOK_MICROSOFT_BASE_URL: config.microsoft.baseUrl,
    DAYBOOK_KEYRING: config.keyring,
    DAYBOOK_OPEN: config.open,
    DAYBOOK_LIMIT_ANONYMOUS: config.limits.anonymousPerMinute,
    DAYBOOK_LIMIT_AUTH: config.limits.authPerMinute,
    DAYBOOK_LIMIT_SIGNED_IN: config.limits.signedInPerMinute,
    DAYBOOK_UPLOAD_LIMIT: config.uploadLimitBytes,
    DAYBOOK_BODY_LIMIT: config.bodyLimitBytes,
    LOG_LEVEL: config.logLevel,
    APP_ENV: config.appEnv,
    DAYBOOK_DATABASE_URL: secrets.databaseUrl === null ? null : '[set]',
    DAYBOOK_METRICS_TOKEN: secrets.metricsToken === null ? null : '[set]',
    DAYBOOK_SMTP_URL: secrets.smtpUrl === null ? null : '[set]',
    DAYBOOK_SECRET: secrets.instanceSecret === null ? null : '[set]',
    DAYBOOK_GOOGLE_CLIENT_SECRET: secrets.googleClientSecret === null ? null : '[set]',
    DAYBOOK_MICROSOFT_CLIENT_SECRET: secrets.microsoftClientSecret === null ? null : '[set]',
  }
}
