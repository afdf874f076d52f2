import type { Problem } from '@ngopi/shared/errors'
import { unstorablePaths } from '@ngopi/shared/written-text'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Bilingual, Language } from './language.ts'
import { checkStrings, requestStrings } from './problem-strings.ts'

type Fields = NonNullable<Problem['fields']>

const locales = { id: z.locales.id().localeError, en: z.locales.en().localeError }

function fieldsOf(issue: z.core.$ZodIssue, language: Language, part: string): Fields {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...issue.path, key].join('.'),
      message: requestStrings.unknownField[language],
    }))
  }
  const key = issue.code === 'custom' ? issue.params?.key : undefined
  const own = typeof key === 'string' ? checkStrings[key]?.[language] : undefined
  const empty = issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1
  const missing = empty || (issue.code === 'invalid_type' && /undefined/.test(issue.message))
  return [
    {
      path: issue.path.join('.') || part,
      message: own ?? (missing ? requestStrings.required[language] : issue.message),
    },
  ]
}

/**
 * Every wrong field of a request, in the caller's language. The parts are checked once more here, since
 * Fastify stops at the first wrong one. It checks the query last, so the query is still as it was sent;
 * params and bodies read the same after parsing.
 */
export function wrongFields(request: FastifyRequest, language: Language): Fields {
  const schema = (request.routeOptions.schema ?? {}) as Record<string, z.ZodType | undefined>
  const parts = [
    ['params', schema.params, request.params],
    ['body', schema.body, request.body],
    ['query', schema.querystring, request.query],
  ] as const
  return parts.flatMap(([part, contract, value]) => {
    const unstorable = unstorablePaths(value).map((path) => ({
      path: path || part,
      message: (checkStrings.unstorable as Bilingual)[language],
    }))
    const result = contract?.safeParse(value, { error: locales[language], reportInput: true })
    const others = result?.error?.issues.flatMap((issue) => fieldsOf(issue, language, part)) ?? []
    return [...unstorable, ...others.filter(({ path }) => !unstorable.some((u) => u.path === path))]
  })
}
