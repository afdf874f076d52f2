import type { FastifyReply } from 'fastify'
import type { Attachment } from './mail.ts'

/** Answers with a file to be kept, under its name (letters, digits, dashes and a dot alone). */
export function sendFile(
  reply: FastifyReply,
  { filename, contentType, content }: Attachment,
): void {
  void reply
    .type(contentType)
    .header('content-disposition', `attachment; filename="${filename}"`)
    .header('cache-control', 'no-store')
    .send(content)
}
