import { z } from 'zod'
import type { WhatsappService } from '../platform/config.ts'

/** How long the service may take to answer, in milliseconds. */
const timeoutMs = 15_000

/** What is sent: an approved template with its parameters. */
export interface TemplateMessage {
  /** Ours; the service tells it back with whatever it reports. */
  id: string
  /** E.164. */
  recipient: string
  template: string
  language: string
  parameters: readonly string[]
}

/** The service will never take this message, however often it is tried. */
export class RefusedForGood extends Error {
  override name = 'RefusedForGood'

  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message)
  }
}

/** Nobody receives WhatsApp at the number (Cloud API error 131026). */
export const isUnknownNumber = (code: number): boolean => code === 131026

/** Limits, outages and an expired login pass; what else the service refuses it refuses again (Cloud API error codes). */
const passing = new Set([
  0, 1, 2, 3, 4, 10, 190, 368, 80007, 130429, 131000, 131005, 131016, 131031, 131048, 131056,
  131057, 133004,
])

const accepted = z.object({ messages: z.array(z.object({ id: z.string().min(1) })).min(1) })
const refused = z.object({
  error: z.object({
    code: z.int(),
    message: z.string(),
    error_data: z.object({ details: z.string().optional() }).optional(),
  }),
})

/** Hands a message to the service and answers the id it has there. Throws RefusedForGood, or another error for what may pass. */
export async function sendTemplate(
  { apiUrl, phoneNumberId, token }: WhatsappService,
  { id, recipient, template, language, parameters }: TemplateMessage,
): Promise<string> {
  const response = await fetch(`${apiUrl}/${phoneNumberId}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
    body: JSON.stringify({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: recipient.replace(/\D/g, ''),
      type: 'template',
      template: {
        name: template,
        language: { code: language },
        components:
          parameters.length === 0
            ? []
            : [
                {
                  type: 'body',
                  parameters: parameters.map((text) => ({ type: 'text', text })),
                },
              ],
      },
      biz_opaque_callback_data: id,
    }),
  })
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok) {
    const { messages } = accepted.parse(answer)
    return messages[0]?.id ?? ''
  }
  const refusal = refused.safeParse(answer)
  if (!refusal.success) throw new Error(`the WhatsApp service answered ${response.status}`)
  const { code, message, error_data } = refusal.data.error
  const reason = error_data?.details ? `${message}: ${error_data.details}` : message
  const mayPass = passing.has(code) || response.status === 429 || response.status >= 500
  throw mayPass ? new Error(reason) : new RefusedForGood(code, reason)
}
