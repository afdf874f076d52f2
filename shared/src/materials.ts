import { z } from 'zod'
import { edited, id, idParams, instant, line, nothing, version, webAddress } from './common.ts'
import { endpoint } from './endpoint.ts'
import { editors, staff } from './roles.ts'

const tags = ['materials']

/** Who may see a material on the personal page: all invited, those attending, or those who came. */
export const materialAudience = z.enum(['invited', 'attending', 'present'])

export const material = z
  .object({
    id,
    sessionId: id,
    title: z.string(),
    url: z.string().nullable().describe('Of a link; null for a file'),
    file: z.object({ name: z.string(), mediaType: z.string(), bytes: z.int() }).nullable(),
    embargoUntil: instant.nullable().describe('Until then nobody outside the office gets it'),
    audience: materialAudience,
    downloads: z.int().describe('How often it was fetched; by whom is not kept'),
    ...edited,
  })
  .meta({ id: 'Material' })
export type Material = z.infer<typeof material>

/** The largest file taken, in bytes. */
export const materialBytes = 25 * 1024 * 1024

/** Kinds of files taken, by the media type their content shows. */
export const materialTypes = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'image/png',
  'image/jpeg',
  'image/webp',
  'video/mp4',
  'text/plain',
  'text/csv',
] as const
export type MaterialType = (typeof materialTypes)[number]

export const materialsApi = {
  list: endpoint({
    method: 'GET',
    url: '/api/sessions/:id/materials',
    config: { roles: staff },
    schema: {
      summary: 'Materials of a session, in the order added; at most 200',
      tags,
      params: idParams,
      response: { '2xx': z.object({ items: z.array(material) }) },
    },
  }),
  addLink: endpoint({
    method: 'POST',
    url: '/api/sessions/:id/materials',
    config: { roles: editors },
    schema: {
      summary: 'Add a link',
      tags,
      params: idParams,
      body: z.strictObject({
        title: line(200),
        url: webAddress,
        embargoUntil: instant.nullish(),
        audience: materialAudience.default('invited'),
      }),
      response: { '2xx': material },
    },
  }),
  addFile: endpoint({
    method: 'POST',
    url: '/api/sessions/:id/materials/files',
    config: { roles: editors, takes: ['application/octet-stream'] },
    schema: {
      summary:
        'Add a file: its bytes are the body, at most 25 MiB. Its kind is told by its content: PDF, DOCX, PPTX, XLSX, PNG, JPEG, WebP, MP4, TXT, CSV',
      tags,
      params: idParams,
      querystring: z.strictObject({
        name: line(300).describe('Name of the file'),
        title: line(200).optional().describe('The name of the file, unless given'),
        embargoUntil: instant.optional(),
        audience: materialAudience.default('invited'),
      }),
      response: { '2xx': material },
    },
  }),
  update: endpoint({
    method: 'PATCH',
    url: '/api/materials/:id',
    config: { roles: editors },
    schema: {
      summary: 'Change title, embargo or audience',
      tags,
      params: idParams,
      body: z.strictObject({
        version,
        title: line(200).optional(),
        embargoUntil: instant.nullish(),
        audience: materialAudience.optional(),
      }),
      response: { '2xx': material },
    },
  }),
  archive: endpoint({
    method: 'DELETE',
    url: '/api/materials/:id',
    config: { roles: editors },
    schema: {
      summary: 'Take a material away',
      tags,
      params: idParams,
      response: { '2xx': nothing },
    },
  }),
  restore: endpoint({
    method: 'POST',
    url: '/api/materials/:id/restoration',
    config: { roles: editors },
    schema: {
      summary: 'Bring a material back',
      tags,
      params: idParams,
      response: { '2xx': material },
    },
  }),
  file: endpoint({
    method: 'GET',
    url: '/api/materials/:id/file',
    config: { roles: staff, gives: materialTypes },
    schema: {
      summary: 'The file, as an attachment',
      tags,
      params: idParams,
      response: { '2xx': z.string().describe('The bytes of the file') },
    },
  }),
}
