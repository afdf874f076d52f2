import type { Readable } from 'node:stream'
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

/** A file under a name that people gave it. */
export interface NamedFile {
  name: string
  mediaType: string
  bytes: number
  content: Readable
}

/** Answers with a file to be kept, never shown; a name beyond plain letters goes as RFC 6266 and RFC 8187 say. */
export function sendNamedFile(
  reply: FastifyReply,
  { name, mediaType, bytes, content }: NamedFile,
): FastifyReply {
  const coded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  const disposition = /^[\w .-]+$/.test(name) ? `filename="${name}"` : `filename*=UTF-8''${coded}`
  return reply
    .type(mediaType)
    .header('content-disposition', `attachment; ${disposition}`)
    .header('content-length', String(bytes))
    .header('cache-control', 'no-store')
    .send(content)
}
