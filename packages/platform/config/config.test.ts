import { describe, expect, it } from 'vitest'
import { ConfigError } from './config-error.ts'
import { describeConfig } from './describe-config.ts'
import { parseBytes } from './parse-bytes.ts'
import { parseConfig } from './parse-config.ts'
import { readEnvironment, type RawConfig } from './read-environment.ts'
import { readSecrets } from './read-secrets.ts'

const faultOf = (raw: RawConfig): ConfigError => {
  try {
    parseConfig({ HOME: '/home/ada', ...raw }, 'linux')
  } catch (cause) {
    if (cause instanceof ConfigError) return cause
    throw cause
  }
  throw new Error('Nothing was refused')
}

describe('configuration', () => {
  it('needs nothing but a home folder', () => {
    expect(parseConfig({ HOME: '/home/ada' }, 'linux')).toEqual({
      dataFolder: '/home/ada/.local/share/daybook',
      port: 4455,
      host: '127.0.0.1',
      publicUrl: null,
      corsOrigins: [],
      trustedProxies: [],
      mailFrom: null,
      google: { clientId: null, baseUrl: null, access: 'mail' },
      microsoft: { clientId: null, baseUrl: null },
      keyring: false,
      open: true,
      logLevel: 'info',
      appEnv: 'production',
      limits: { anonymousPerMinute: 100, authPerMinute: 10, signedInPerMinute: 1_200_000 },
      uploadLimitBytes: 20 * 1024 ** 3,
      bodyLimitBytes: 1024 ** 2,
    })
  })

  it.each([
    ['linux', { HOME: '/home/ada', XDG_DATA_HOME: '/data' }, '/data/daybook'],
    ['linux', { HOME: '/home/ada', XDG_DATA_HOME: 'relative' }, '/home/ada/.local/share/daybook'],
    ['darwin', { HOME: '/Users/ada' }, '/Users/ada/Library/Application Support/Daybook'],
    ['linux', { HOME: '/home/ada', DAYBOOK_DATA: '/srv/daybook' }, '/srv/daybook'],
  ] as const)('finds the data folder on %s from %o', (platform, raw, folder) => {
    expect(parseConfig(raw as unknown as RawConfig, platform).dataFolder).toBe(folder)
  })

  it('takes the command line before the environment, and an empty value as none', () => {
    const raw = readEnvironment(
      { DAYBOOK_PORT: '1', DAYBOOK_HOST: '', HOME: '/h', PATH: '/bin' },
      { port: '2', open: false },
    )
    expect(raw).toEqual({ DAYBOOK_PORT: '2', DAYBOOK_OPEN: 'false', HOME: '/h' })
  })

  it.each([
    ['DAYBOOK_PORT', '99999'],
    ['DAYBOOK_PORT', '-1'],
    ['DAYBOOK_PORT', '80.5'],
    ['DAYBOOK_HOST', 'not a host'],
    ['DAYBOOK_URL', 'daybook.example'],
    ['DAYBOOK_URL', 'https://daybook.example/path'],
    ['DAYBOOK_OPEN', 'maybe'],
    ['DAYBOOK_CORS_ORIGINS', '*'],
    ['DAYBOOK_CORS_ORIGINS', 'https://a.example https://b.example/path'],
    ['DAYBOOK_TRUSTED_PROXIES', 'proxy.example'],
    ['DAYBOOK_TRUSTED_PROXIES', '10.0.0.0/33'],
    ['DAYBOOK_MAIL_FROM', 'nobody'],
    ['DAYBOOK_LIMIT_AUTH', '0'],
    ['DAYBOOK_UPLOAD_LIMIT', 'a lot'],
    ['DAYBOOK_BODY_LIMIT', '0'],
    ['LOG_LEVEL', 'loud'],
    ['APP_ENV', 'prod'],
  ])('refuses %s=%s by its name, with a way out', (variable, value) => {
    const fault = faultOf({ [variable]: value })
    expect(fault).toMatchObject({
      code: 'bad-configuration',
      variable,
      message: `${variable} is ${JSON.stringify(value)}`,
    })
    expect(fault.remedy).toMatch(/^(Give|Set) .+\.$/)
  })

  it('says so when there is no place for data', () => {
    expect(() => parseConfig({}, 'linux')).toThrow('DAYBOOK_DATA is not set and there is no home folder')
  })

  it.each([
    ['1048576', 1048576],
    ['20GiB', 20 * 1024 ** 3],
    ['1.5K', 1536],
    ['1 MB', 1_000_000],
    ['512b', 512],
    ['many', null],
    ['-1', null],
    ['1e3', null],
  ])('reads the size %s', (text, bytes) => {
    expect(parseBytes(text)).toBe(bytes)
  })
})

describe('secrets', () => {
  it('come by value or from a file, without its last line break', () => {
    expect(readSecrets({})).toEqual({
      databaseUrl: null,
      metricsToken: null,
      smtpUrl: null,
      instanceSecret: null,
      nextInstanceSecret: null,
      googleClientSecret: null,
      microsoftClientSecret: null,
    })
    expect(readSecrets({ DAYBOOK_METRICS_TOKEN: 'direct' })).toMatchObject({ metricsToken: 'direct' })
    expect(readSecrets({ DAYBOOK_METRICS_TOKEN_FILE: '/run/secrets/m' }, () => 'from file\n')).toMatchObject({
      metricsToken: 'from file',
    })
  })

  it('are refused when given twice, empty or unreadable', () => {
    const both = { DAYBOOK_METRICS_TOKEN: 'a', DAYBOOK_METRICS_TOKEN_FILE: '/b' }
    expect(() => readSecrets(both)).toThrow('DAYBOOK_METRICS_TOKEN_FILE is set, and so is DAYBOOK_METRICS_TOKEN')
    expect(() => readSecrets({ DAYBOOK_METRICS_TOKEN_FILE: '/b' }, () => '\n')).toThrow('is empty')
    expect(() => readSecrets({ DAYBOOK_METRICS_TOKEN_FILE: '/no/such/file' })).toThrow('cannot be read')
  })

  it('that would not do stop the start without being shown', () => {
    const faultOf = (raw: RawConfig) => {
      try {
        readSecrets(raw)
        return 'nothing'
      } catch (cause) {
        return String(cause)
      }
    }
    expect(faultOf({ DAYBOOK_SECRET: 'hush' })).toContain('DAYBOOK_SECRET is shorter than 32 characters')
    expect(faultOf({ DAYBOOK_SMTP_URL: 'http://u:hush@h', DAYBOOK_MAIL_FROM: 'a@b.test' })).toContain('no address')
    expect(faultOf({ DAYBOOK_SMTP_URL: 'smtp://u:hush@h' })).toContain('DAYBOOK_MAIL_FROM is not set')
    expect(faultOf({ DAYBOOK_DATABASE_URL: 'mysql://u:hush@h/d' })).toContain('no address of a PostgreSQL database')
    expect(faultOf({ DAYBOOK_DATABASE_URL: 'postgres://u:hush@h' })).toContain('no address of a PostgreSQL database')
    for (const raw of [
      { DAYBOOK_DATABASE_URL: 'hush' },
      { DAYBOOK_SECRET: 'hush' },
      { DAYBOOK_SMTP_URL: 'http://u:hush@h' },
    ])
      expect(faultOf(raw as unknown as RawConfig)).not.toContain('hush')
  })

  it('do not show in the description', () => {
    const config = parseConfig({ HOME: '/home/ada' }, 'linux')
    const shown = describeConfig(config, {
      databaseUrl: 'postgres://u:hush@h/d',
      metricsToken: 'hush-hush',
      smtpUrl: 'smtp://u:hush@h',
      instanceSecret: 'hush',
      nextInstanceSecret: 'hush',
      googleClientSecret: 'hush',
      microsoftClientSecret: 'hush',
    })
    expect(JSON.stringify(shown)).not.toContain('hush')
    expect(shown).toMatchObject({ DAYBOOK_METRICS_TOKEN: '[set]', DAYBOOK_PORT: 4455 })
  })
})
