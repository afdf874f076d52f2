/**
 * Waits for statements that go over one connection together, for all of them even where one fails, whose error is thrown
 * then: `Promise.all` would give the connection back while others still use it.
 */
export async function pipelined<const Work extends readonly Promise<unknown>[]>(
  work: Work,
): Promise<{ -readonly [K in keyof Work]: Awaited<Work[K]> }> {
  const done = await Promise.allSettled(work)
  const values = done.map((one) => {
    if (one.status === 'rejected') throw one.reason
    return one.value
  })
  return values as { -readonly [K in keyof Work]: Awaited<Work[K]> }
}
