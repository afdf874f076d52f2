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

/** Answers with a picture to be shown. */
export function sendPicture(
  reply: FastifyReply,
  { mediaType, content }: { mediaType: string; content: Buffer },
): void {
  void reply.type(mediaType).header('content-disposition', 'inline').send(content)
}
