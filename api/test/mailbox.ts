import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export interface Received {
  /** Of the envelope. */
  sender: string
  recipients: string[]
  mail: Email
}

/** A mail server that keeps what it takes, for tests of what really goes over the wire. */
export class Mailbox {
  readonly received: Received[] = []
  /** How many deliveries are still refused before the server takes mail. */
  refusals = 0
  /** With what: SMTP code and words. */
  refusal = { code: 451, text: 'later' }
  readonly #smtp: SMTPServer

  private constructor() {
    this.#smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_address, _session, done) => {
        if (this.refusals === 0) return done()
        this.refusals -= 1
        done(Object.assign(new Error(this.refusal.text), { responseCode: this.refusal.code }))
      },
      onData: async (stream, session, done) => {
        const mail = await PostalMime.parse(Buffer.concat(await stream.toArray()))
        this.received.push({
          sender: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
          recipients: session.envelope.rcptTo.map(({ address }) => address),
          mail,
        })
        done()
      },
    })
  }

  static async open(): Promise<Mailbox> {
    const mailbox = new Mailbox()
    mailbox.#smtp.listen(0, '127.0.0.1')
    await once(mailbox.#smtp.server, 'listening')
    return mailbox
  }

  /** For SMTP_URL. */
  get url(): string {
    return `smtp://127.0.0.1:${(this.#smtp.server.address() as AddressInfo).port}`
  }

  to(address: string): Email[] {
    return this.received.flatMap(({ recipients, mail }) =>
      recipients.includes(address) ? [mail] : [],
    )
  }

  async close(): Promise<void> {
    await new Promise<void>((done) => this.#smtp.close(done))
  }
}
