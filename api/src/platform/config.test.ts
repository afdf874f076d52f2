import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { isLoopbackUrl, publicUrlOf, readConfig } from './config.ts'

const newSecret = randomBytes(32).toString('base64url')
const oldSecret = randomBytes(32).toString('hex')

describe('readConfig', () => {
  test.each([
    'a',
    'a'.repeat(64),
    'abc'.repeat(30),
    '0123456789abcdef'.repeat(4),
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
    'change-me-please-change-me-please-change-me',
    randomBytes(24).toString('base64url'),
    randomBytes(31).toString('hex'),
    // each entry of the list, also one that only verifies
    `${newSecret},a`,
    `${newSecret},`,
  ])('the secret %j is refused', (SECRET_KEY) => {
    expect(() => readConfig({ SECRET_KEY })).toThrow('SECRET_KEY must be')
  })

  test('random secrets pass, however they are written', () => {
    for (const encoding of ['base64url', 'base64', 'hex'] as const)
      for (let n = 0; n < 500; n += 1) {
        const secret = randomBytes(32).toString(encoding)
        expect(readConfig({ SECRET_KEY: secret }).secretKeys).toEqual([secret])
      }
  })

  test('an empty environment gives the documented defaults', () => {
    const config = readConfig({ SMTP_URL: '' })
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: undefined,
      smtpUrl: undefined,
      logLevel: 'info',
      runWorker: true,
      trustProxy: [],
    })
    expect(config.dataDir).toBe(`${process.cwd()}/.data`)
    expect(publicUrlOf(config)).toBe('http://127.0.0.1:3000')
  })

  test('every wrong variable is named at once', () => {
    const wrong = {
      PORT: '70000',
      DATABASE_URL: 'mysql://x/y',
      PUBLIC_URL: 'https://a.example/sub',
      SECRET_KEY: 'one,,two',
      SMTP_URL: 'mail.example',
      FETCH_ALLOW_CIDRS: '10.0.0.0/33',
      TRUST_PROXY: 'true',
      LOG_LEVEL: 'loud',
      RUN_WORKER: 'perhaps',
    }
    const message = (() => {
      try {
        readConfig(wrong)
      } catch (error) {
        return String(error)
      }
      return ''
    })()
    for (const name of Object.keys(wrong)) expect(message).toContain(name)
  })

  test('lists, switches and origins are parsed', () => {
    const config = readConfig({
      SECRET_KEY: `${newSecret}, ${oldSecret}`,
      TRUST_PROXY: '10.0.0.0/8,::1',
      RUN_WORKER: 'false',
      PUBLIC_URL: 'https://Ngopi.example/',
    })
    expect(config.secretKeys).toEqual([newSecret, oldSecret])
    expect(config.trustProxy).toEqual(['10.0.0.0/8', '::1'])
    expect(config.runWorker).toBe(false)
    expect(config.publicUrl).toBe('https://ngopi.example')
  })
})

test.each([
  ['http://127.0.0.1:3000', true],
  ['http://[::1]:3000', true],
  ['http://localhost:3000', true],
  ['http://192.168.1.4:3000', false],
  ['https://ngopi.example', false],
])('%s is loopback: %s', (url, expected) => {
  expect(isLoopbackUrl(url)).toBe(expected)
})

test('listening everywhere still gives an address that can be opened', () => {
  expect(publicUrlOf({ publicUrl: undefined, host: '0.0.0.0', port: 8080 })).toBe(
    'http://127.0.0.1:8080',
  )
  expect(publicUrlOf({ publicUrl: undefined, host: '::1', port: 8080 })).toBe('http://[::1]:8080')
})

describe('the official WhatsApp service', () => {
  const whole = {
    WHATSAPP_PHONE_NUMBER_ID: '106540352242922',
    WHATSAPP_TOKEN: 'a',
    WHATSAPP_APP_SECRET: 'b',
    WHATSAPP_VERIFY_TOKEN: 'c',
  }

  test('is off unless set up, and has the address of the service unless another is given', () => {
    expect(readConfig({ WHATSAPP_API_URL: 'https://api.example/' }).whatsapp).toBeUndefined()
    expect(readConfig(whole).whatsapp).toEqual({
      phoneNumberId: '106540352242922',
      token: 'a',
      appSecret: 'b',
      verifyToken: 'c',
      apiUrl: 'https://graph.facebook.com/v23.0',
    })
    expect(
      readConfig({ ...whole, WHATSAPP_API_URL: 'https://api.example/' }).whatsapp?.apiUrl,
    ).toBe('https://api.example')
  })

  test('set up in part says what is missing', () => {
    for (const name of Object.keys(whole))
      expect(() => readConfig({ ...whole, [name]: '' })).toThrow(
        new RegExp(`all of them out:\n  ${name}$`),
      )
  })
})

test('mails come back to an address that what is added to it still fits into', () => {
  expect(readConfig({ BOUNCE_ADDRESS: 'Pantul@Humas.example' })).toMatchObject({
    bounceAddress: 'pantul@humas.example',
    bouncePort: 2525,
  })
  expect(readConfig({}).bounceAddress).toBeUndefined()
  for (const wrong of ['pantul', 'pan+tul@humas.example', `${'p'.repeat(30)}@humas.example`])
    expect(() => readConfig({ BOUNCE_ADDRESS: wrong }), wrong).toThrow('BOUNCE_ADDRESS')
  expect(() => readConfig({ BOUNCE_PORT: '70000' })).toThrow('BOUNCE_PORT')
})
