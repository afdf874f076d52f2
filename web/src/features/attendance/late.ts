const minute = 60_000

/** Minutes after the beginning up to which a guest counts as in time. */
const grace = 5

/** Whole minutes a guest came after the beginning; undefined for who was in time. */
export const minutesLate = (arrivedAt: string | null, startsAt: string): number | undefined => {
  if (arrivedAt === null) return undefined
  const late = Date.parse(arrivedAt) - Date.parse(startsAt)
  return late > grace * minute ? Math.floor(late / minute) : undefined
}
