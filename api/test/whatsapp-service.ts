import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What was asked of the service. */
export interface AskedOfService {
  path: string
  authorization: string | undefined
  body: {
    to: string
    biz_opaque_callback_data: string
    template: {
      name: string
      language: { code: string }
      components: { type: string; parameters: { type: string; text: string }[] }[]
    }
  }
}

/** A refusal as the Graph API words it. */
export interface ServiceRefusal {
  status: number
  code: number
  message: string
}

/** Speaks the HTTP of the official WhatsApp service, for tests of what really goes over the wire. */
export class FakeWhatsapp {
  readonly asked: AskedOfService[] = []
  /** Answers of the next tries, in turn; afterwards all is accepted. A number is a bare status without a body. */
  readonly refusals: (ServiceRefusal | number)[] = []
  readonly #server: Server
  readonly appSecret = 'rahasia-aplikasi'
  readonly verifyToken = 'kata-verifikasi'

  private constructor() {
    this.#server = createServer(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const { authorization } = request.headers
      const body = JSON.parse(Buffer.concat(chunks).toString())
      this.asked.push({ path: request.url ?? '', authorization, body })
      const refusal = this.refusals.shift()
      if (typeof refusal === 'number') {
        response.writeHead(refusal).end('<html>')
        return
      }
      response.setHeader('content-type', 'application/json')
      if (refusal) {
        const { status, code, message } = refusal
        response.writeHead(status)
        response.end(JSON.stringify({ error: { message, type: 'OAuthException', code } }))
        return
      }
      const id = `wamid.${this.asked.length}.${body.biz_opaque_callback_data}`
      response.end(
        JSON.stringify({
          messaging_product: 'whatsapp',
          contacts: [{ input: body.to, wa_id: body.to }],
          messages: [{ id, message_status: 'accepted' }],
        }),
      )
    })
  }

  static async open(): Promise<FakeWhatsapp> {
    const service = new FakeWhatsapp()
    await new Promise<void>((resolve) => service.#server.listen(0, '127.0.0.1', resolve))
    return service
  }

  /** Sets a server up to send through it. */
  get env(): Record<string, string> {
    const { port } = this.#server.address() as AddressInfo
    return {
      WHATSAPP_PHONE_NUMBER_ID: '106540352242922',
      WHATSAPP_TOKEN: 'token-akses',
      WHATSAPP_APP_SECRET: this.appSecret,
      WHATSAPP_VERIFY_TOKEN: this.verifyToken,
      WHATSAPP_API_URL: `http://127.0.0.1:${port}/v23.0/`,
    }
  }

  /** A notice about messages, signed as the service signs. */
  notice(statuses: readonly unknown[]): { payload: string; headers: Record<string, string> } {
    const payload = JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: '102290129340398',
          changes: [
            {
              field: 'messages',
              value: {
                messaging_product: 'whatsapp',
                metadata: { display_phone_number: '62812', phone_number_id: '106540352242922' },
                statuses,
              },
            },
          ],
        },
      ],
    })
    const digest = createHmac('sha256', this.appSecret).update(payload).digest('hex')
    return {
      payload,
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${digest}` },
    }
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}
