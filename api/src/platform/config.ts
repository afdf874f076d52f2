import { BlockList, isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { longestBounceLocal } from './bounce-address.ts'
import { withoutSessionSettings } from './connection-url.ts'
import { howToMakeASecret, isStrongSecret } from './secret-strength.ts'
import { StartError } from './start-error.ts'

const isCidr = (value: string): boolean => {
  const [address = '', prefix, ...rest] = value.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  if (prefix === undefined) return true
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128)
}

const isOriginOnly = (text: string): boolean => {
  // what is no URL at all has been complained about already
  if (!URL.canParse(text)) return true
  const { pathname, search, hash } = new URL(text)
  return pathname === '/' && search === '' && hash === ''
}

const portNumber = z
  .string()
  .refine(
    (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535,
    'must be a port number, 0 to 65535',
  )
  .transform(Number)

const commaList = z.string().transform((text) => text.split(',').map((part) => part.trim()))

const cidrList = commaList.pipe(
  z.array(
    z.string().refine(isCidr, 'must be addresses or CIDR ranges, e.g. 10.0.0.0/8,192.168.1.5'),
  ),
)

const url = (protocols: RegExp, example: string) =>
  z.url({ protocol: protocols, error: `must be a URL such as ${example}` })

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.string().default('3000').pipe(portNumber),
  DATABASE_URL: url(/^postgres(ql)?$/, 'postgres://user:password@host:5432/ngopi')
    .transform(withoutSessionSettings)
    .optional(),
  DATA_DIR: z
    .string()
    .default('.data')
    .transform((path) => resolve(path)),
  PUBLIC_URL: url(/^https?$/, 'https://ngopi.example.go.id')
    .refine(isOriginOnly, 'must have no path')
    .transform((text) => new URL(text).origin)
    .optional(),
  SECRET_KEY: commaList
    .pipe(
      z.array(
        z
          .string()
          .min(1, 'must be a comma-separated list without empty entries')
          .refine(
            isStrongSecret,
            `must be 32 random bytes or more, each entry of the list; make one with:\n    ${howToMakeASecret}`,
          ),
      ),
    )
    .optional(),
  SMTP_URL: url(/^smtps?$/, 'smtp://user:password@host:587').optional(),
  SENDER_ADDRESS: z.email('must be an address such as humas@imigrasi.example.go.id').optional(),
  BOUNCE_ADDRESS: z
    .email('must be an address such as pantul@humas.example.go.id')
    .toLowerCase()
    .refine((address) => !address.includes('+'), 'must have no +, which the mail is named after')
    .refine(
      (address) => address.indexOf('@') <= longestBounceLocal,
      `must have at most ${longestBounceLocal} characters before the @`,
    )
    .optional(),
  BOUNCE_PORT: z.string().default('2525').pipe(portNumber),
  WHATSAPP_PHONE_NUMBER_ID: z
    .string()
    .regex(/^\d{1,32}$/, 'must be the number of digits that WhatsApp names a phone number by')
    .optional(),
  WHATSAPP_TOKEN: z.string().optional(),
  WHATSAPP_APP_SECRET: z.string().optional(),
  WHATSAPP_VERIFY_TOKEN: z.string().optional(),
  WHATSAPP_API_URL: url(/^https?$/, 'https://graph.facebook.com/v23.0')
    .default('https://graph.facebook.com/v23.0')
    .transform((text) => text.replace(/\/+$/, '')),
  FETCH_ALLOW_CIDRS: cidrList.default([]),
  TRUST_PROXY: cidrList.default([]),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,}$/, 'must have at least 16 characters, none of them a space')
    .optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
  RUN_WORKER: z
    .enum(['true', 'false', '1', '0', 'yes', 'no'], { error: 'must be true or false' })
    .default('true')
    .transform((word) => ['true', '1', 'yes'].includes(word)),
})

/** The account at the official WhatsApp service (Cloud API) that messages are sent from. */
export interface WhatsappService {
  phoneNumberId: string
  token: string
  /** Signs what the service reports. */
  appSecret: string
  /** What the service shows when it first asks whether we listen. */
  verifyToken: string
  /** Without a trailing slash. */
  apiUrl: string
}

/** The service is set up whole or not at all; a half would fail at the first message. */
function whatsappServiceOf(value: z.output<typeof environment>): WhatsappService | undefined {
  const given = {
    WHATSAPP_PHONE_NUMBER_ID: value.WHATSAPP_PHONE_NUMBER_ID,
    WHATSAPP_TOKEN: value.WHATSAPP_TOKEN,
    WHATSAPP_APP_SECRET: value.WHATSAPP_APP_SECRET,
    WHATSAPP_VERIFY_TOKEN: value.WHATSAPP_VERIFY_TOKEN,
  }
  const missing = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [name] : [],
  )
  if (missing.length === Object.keys(given).length) return undefined
  if (missing.length > 0)
    throw new StartError(
      `The official WhatsApp service is set up only in part. Also give, or leave all of them out:\n${missing.map((name) => `  ${name}`).join('\n')}`,
    )
  return {
    phoneNumberId: given.WHATSAPP_PHONE_NUMBER_ID ?? '',
    token: given.WHATSAPP_TOKEN ?? '',
    appSecret: given.WHATSAPP_APP_SECRET ?? '',
    verifyToken: given.WHATSAPP_VERIFY_TOKEN ?? '',
    apiUrl: value.WHATSAPP_API_URL,
  }
}

/** Everything the environment decides, parsed once at the start. */
export interface Config {
  host: string
  /** 0 lets the system pick; entry points replace it by the port in use before anything is built. */
  port: number
  /** Owner connection (migrations, queue), without settings of the session; absent: the embedded PostgreSQL. */
  databaseUrl: string | undefined
  /** Absolute path. */
  dataDir: string
  /** Origin without a trailing slash; absent: the listening address, see `publicUrlOf`. */
  publicUrl: string | undefined
  /** The first signs, all verify; absent: see secret.ts. */
  secretKeys: string[] | undefined
  smtpUrl: string | undefined
  /** Where mails come from; absent: an address at the host of `publicUrl`. */
  senderAddress: string | undefined
  /** Where undeliverable mails come back to, each to an address of its own made from this one; absent: to the sender. */
  bounceAddress: string | undefined
  /** Port of the receiver of such mails, which listens where `bounceAddress` is given. */
  bouncePort: number
  /** Absent: guests are written to by hand. */
  whatsapp: WhatsappService | undefined
  fetchAllowCidrs: string[]
  trustProxy: string[]
  /** What whoever reads `/metrics` shows as a bearer token; absent: nobody reads them. */
  metricsToken: string | undefined
  logLevel: z.infer<typeof environment>['LOG_LEVEL']
  runWorker: boolean
}

/** Parses the environment; an empty variable counts as absent. Throws a StartError naming every wrong variable. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const present = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value?.trim() !== ''),
  )
  const parsed = environment.safeParse(present)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${String(issue.path[0])} ${issue.message}`)
    throw new StartError(`Wrong environment variables:\n${[...new Set(lines)].join('\n')}`)
  }
  const value = parsed.data
  return {
    host: value.HOST,
    port: value.PORT,
    databaseUrl: value.DATABASE_URL,
    dataDir: value.DATA_DIR,
    publicUrl: value.PUBLIC_URL,
    secretKeys: value.SECRET_KEY,
    smtpUrl: value.SMTP_URL,
    senderAddress: value.SENDER_ADDRESS,
    bounceAddress: value.BOUNCE_ADDRESS,
    bouncePort: value.BOUNCE_PORT,
    whatsapp: whatsappServiceOf(value),
    fetchAllowCidrs: value.FETCH_ALLOW_CIDRS,
    trustProxy: value.TRUST_PROXY,
    metricsToken: value.METRICS_TOKEN,
    logLevel: value.LOG_LEVEL,
    runWorker: value.RUN_WORKER,
  }
}

/**
 * The address that links begin with: PUBLIC_URL, else the listening address
 * (loopback when listening on every interface).
 */
export function publicUrlOf(config: Pick<Config, 'publicUrl' | 'host' | 'port'>): string {
  if (config.publicUrl !== undefined) return config.publicUrl
  const host = ['0.0.0.0', '::'].includes(config.host) ? '127.0.0.1' : config.host
  return `http://${isIP(host) === 6 ? `[${host}]` : host}:${config.port}`
}

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8)
loopback.addAddress('::1', 'ipv6')

/** Whether links to this address open only on this very machine, so on no phone. */
export function isLoopbackUrl(publicUrl: string): boolean {
  const host = new URL(publicUrl).hostname.replace(/^\[|\]$/g, '')
  const family = isIP(host)
  return family === 0
    ? /(^|\.)localhost$/.test(host)
    : loopback.check(host, family === 6 ? 'ipv6' : 'ipv4')
}
