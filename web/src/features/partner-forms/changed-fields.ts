const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** The fields to send for a new record: those left empty are left out. */
export const filledFields = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== '' && value !== null && !(Array.isArray(value) && !value.length),
    ),
  )

/**
 * The fields that differ from the record; an emptied one as null. Others stay out of the request,
 * so that saving over somebody else's change keeps what they changed elsewhere.
 */
export const changedFields = <V extends Record<string, unknown>>(
  values: V,
  base: V,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([name, value]) => !same(value, base[name]))
      .map(([name, value]) => [name, value === '' ? null : value]),
  )
