import { z } from 'zod'

/**
 * The values of a form as a body: a text field left empty becomes null where the contract knows
 * null ("no website"), else it is left out, so that only a required one is called missing. Where
 * the contract takes the empty text itself it stays.
 */
export const withoutBlanks = (schema: z.ZodType, values: Record<string, unknown>) => {
  if (!(schema instanceof z.ZodObject)) return values
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = shape[name]
      if (value !== '' || !field || z.safeParse(field, '').success) return [name, value]
      return [name, z.safeParse(field, null).success ? null : undefined]
    }),
  )
}
