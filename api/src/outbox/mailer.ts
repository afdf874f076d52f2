import { setTimeout as delay } from 'node:timers/promises'
import nodemailer from 'nodemailer'
import type { SendMailOptions } from 'nodemailer/lib/mailer'
import type { Log } from '../platform/log.ts'
import { described } from '../platform/log-error.ts'
import { refusalOf } from './smtp-refusal.ts'

/** Pauses between two looks whether the server is back, in milliseconds. */
const firstPause = 1_000
const longestPause = 30_000

const connect = (smtpUrl: string) =>
  nodemailer.createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 1,
    maxMessages: 1_000,
    // A connection that the server had closed meanwhile is replaced once; what it had not begun to send is not lost.
    maxRequeues: 1,
    // A server that takes the connection and then is silent holds up the mails for so long, and nothing else.
    connectionTimeout: 30_000,
    greetingTimeout: 30_000,
    socketTimeout: 60_000,
    // Nothing in a mail may name a file or an address for us to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  })

/**
 * The way to the mail server: one connection a process, and the worker gives it one mail at a time. So at any moment at
 * most one mail has been taken by the server without being recorded as sent, and a process that is killed repeats at
 * most that one.
 */
export class Mailer {
  readonly #transport: ReturnType<typeof connect>
  readonly #reachable: () => Promise<void>
  readonly #log: Log
  readonly #closing = new AbortController()
  #away: Promise<void> | undefined

  constructor({
    smtpUrl,
    reachable,
    log,
  }: {
    smtpUrl: string
    /** Called when the server can be reached again. */
    reachable: () => Promise<void>
    log: Log
  }) {
    this.#transport = connect(smtpUrl)
    this.#reachable = reachable
    this.#log = log
  }

  /** Whether the server cannot be reached at present, so that no mail need try. */
  get paused(): boolean {
    return this.#away !== undefined
  }

  /** Hands a mail to the server; rejects with an error that `refusalOf` reads. */
  async send(mail: SendMailOptions): Promise<void> {
    try {
      await this.#transport.sendMail(mail)
    } catch (error) {
      if (refusalOf(error).kind === 'unreachable') this.#away ??= this.#untilReachable()
      throw error
    }
  }

  async #untilReachable(): Promise<void> {
    const { signal } = this.#closing
    this.#log.warn('The mail server cannot be reached; mails wait until it can.')
    for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      await delay(pause, undefined, { signal, ref: false }).catch(() => {})
      if (signal.aborted) return
      const reached = await this.#transport.verify().then(
        () => true,
        () => false,
      )
      if (reached) break
    }
    this.#away = undefined
    this.#log.info('The mail server can be reached again.')
    await this.#reachable().catch((error: unknown) => this.#log.error(described(error)))
  }

  close(): void {
    this.#closing.abort()
    this.#transport.close()
  }
}
