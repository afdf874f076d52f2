import fastifySwagger from '@fastify/swagger'
import { problem } from '@ngopi/shared/errors'
import scalar from '@scalar/fastify-api-reference'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { App } from './app-type.ts'

const description = `Media-partner relations for government press offices.
Errors are problem details (RFC 9457) with every wrong field. Lists are keyset pages.
POSTs accept an \`Idempotency-Key\`; PATCH bodies carry the \`version\` they saw.`

/** The reference page runs its own script with inline styles; it holds no data and no login. */
const referencePolicy =
  "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'"

const file = z.string().meta({ format: 'binary' })

/** What an operation takes and gives beside JSON. */
interface Files {
  takes?: readonly string[]
  gives?: readonly string[]
}

/** The parts of a description that speak of files. */
const fileParts = ({ takes, gives }: Files, response: object) => ({
  ...(takes && { body: file, consumes: [...takes] }),
  ...(gives && {
    response: {
      ...response,
      '2xx': {
        description: 'A file',
        content: Object.fromEntries(gives.map((type) => [type, { schema: file }])),
      },
    },
  }),
})

/** Describes the API at `/api/openapi.json` and shows it at `/api/docs`. Register before the routes. */
export async function registerOpenApi(app: App): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Ngopi', description, version: '1.0.0' },
      components: {
        securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      },
    },
    transform: (input) => {
      const { schema, route, url } = input
      if (!url.startsWith('/api/') || schema?.hide) return { schema: { hide: true }, url }
      const config = (route.config ?? {}) as Files & { public?: true }
      const open = config.public
      const response = { ...(schema?.response as object), default: problem }
      const described = {
        ...schema,
        response,
        ...fileParts(config, response),
        ...(!open && { security: [{ bearer: [] }] }),
      }
      return jsonSchemaTransform({ ...input, schema: described as typeof schema })
    },
    transformObject: jsonSchemaTransformObject,
  })
  app.get('/api/openapi.json', { schema: { hide: true }, config: { public: true } }, () =>
    app.swagger(),
  )
  await app.register(async (reference) => {
    reference.addHook('onSend', async (_request, reply) => {
      reply.header('content-security-policy', referencePolicy)
    })
    await reference.register(scalar, {
      routePrefix: '/api/docs',
      configuration: { url: '/api/openapi.json', withDefaultFonts: false },
    })
  })
}
