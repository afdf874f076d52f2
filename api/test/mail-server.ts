import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail server on one port that can be down and up again, and only counts what it takes. */
export class MailServer {
  /** Ids of the mails taken, by recipient, in their order. */
  readonly taken = new Map<string, string[]>()
  /** How many mails were taken in all. */
  count = 0
  /** Called with each mail once it is taken, before its sender is told so. */
  onTaken: () => void = () => {}
  #smtp: SMTPServer | undefined

  private constructor(readonly port: number) {}

  /** Knows its port, and is down. */
  static async prepare(): Promise<MailServer> {
    const probe = createServer().listen(0, '127.0.0.1')
    await once(probe, 'listening')
    const { port } = probe.address() as AddressInfo
    probe.close()
    await once(probe, 'close')
    return new MailServer(port)
  }

  /** For SMTP_URL. */
  get url(): string {
    return `smtp://127.0.0.1:${this.port}`
  }

  async up(): Promise<void> {
    const smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 1,
      onData: (stream, { envelope }, done) => {
        stream.toArray().then((parts: Buffer[]) => {
          const text = Buffer.concat(parts).toString()
          const id = text.match(/^Message-ID: (\S+)/im)?.[1] ?? ''
          for (const { address } of envelope.rcptTo)
            this.taken.set(address, [...(this.taken.get(address) ?? []), id])
          this.count += 1
          this.onTaken()
          done()
        }, done)
      },
    })
    // The peer of a killed process breaks off.
    smtp.on('error', () => {})
    smtp.listen(this.port, '127.0.0.1')
    await once(smtp.server, 'listening')
    this.#smtp = smtp
  }

  async down(): Promise<void> {
    const smtp = this.#smtp
    this.#smtp = undefined
    if (smtp) await new Promise<void>((closed) => smtp.close(() => closed()))
  }
}
