import { AppError, type FieldError } from './app-error.ts'
import type { App } from './app-type.ts'
import { requestStrings } from './problem-strings.ts'

const unknown = (path: string): FieldError => ({ path, message: requestStrings.unknownField })

function fieldsIn(part: unknown, name: string): FieldError[] {
  if (part === undefined || part === null) return []
  return typeof part === 'object' && !Array.isArray(part)
    ? Object.keys(part).map(unknown)
    : [unknown(name)]
}

/**
 * Refuses a body or query that an operation takes none of, as one unknown field is refused where there is
 * a contract for the part. Routes that are no operation, such as the documentation's files, go by.
 */
export function registerUnaskedParts(app: App): void {
  app.addHook('preValidation', async (request) => {
    const { schema, config } = request.routeOptions
    if (!schema?.response) return
    const fields = [
      ...(schema.body || 'takes' in config ? [] : fieldsIn(request.body, 'body')),
      ...(schema.querystring ? [] : fieldsIn(request.query, 'query')),
    ]
    if (fields.length > 0) throw new AppError('invalid', { fields })
  })
}
