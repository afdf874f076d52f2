/** One affiliation of a list to be stored; days are `YYYY-MM-DD`, the last one inclusive. */
export interface WantedAffiliation {
  outletId: string
  position: string | null
  isPrimary: boolean
  from: string | null
  until: string | null
}

export interface StoredAffiliation extends WantedAffiliation {
  id: string
}

export interface AffiliationPlan {
  remove: StoredAffiliation[]
  /** Stored ones with new values; the order keeps two from being primary at once. */
  change: StoredAffiliation[]
  add: { wanted: WantedAffiliation; index: number }[]
}

/** Whether the person works there on this day. */
export const isCurrent = (
  { from, until }: Pick<WantedAffiliation, 'from' | 'until'>,
  today: string,
): boolean => (from === null || from <= today) && (until === null || today <= until)

/** The list with one primary: the one that says so, else the first that is current today, if any. */
export function withPrimary(
  list: readonly WantedAffiliation[],
  today: string,
): WantedAffiliation[] {
  if (list.some((a) => a.isPrimary)) return [...list]
  const chosen = list.findIndex((a) => isCurrent(a, today))
  return list.map((a, index) => ({ ...a, isPrimary: index === chosen }))
}

const same = (a: WantedAffiliation, b: WantedAffiliation): boolean =>
  a.position === b.position &&
  a.isPrimary === b.isPrimary &&
  a.from === b.from &&
  a.until === b.until

/**
 * What turns the stored list into the wanted one. A stored affiliation goes on as the wanted one of the same outlet,
 * preferably of the same period, so its id stays; two periods at one outlet are two affiliations.
 */
export function planAffiliations(
  stored: readonly StoredAffiliation[],
  wanted: readonly WantedAffiliation[],
): AffiliationPlan {
  const free = new Set(stored)
  const heirs = new Map<number, StoredAffiliation>()
  const pair = (fits: (s: StoredAffiliation, w: WantedAffiliation) => boolean): void => {
    wanted.forEach((w, index) => {
      if (heirs.has(index)) return
      const found = [...free].find((s) => s.outletId === w.outletId && fits(s, w))
      if (!found) return
      free.delete(found)
      heirs.set(index, found)
    })
  }
  pair((s, w) => s.from === w.from && s.until === w.until && s.position === w.position)
  pair((s, w) => s.from === w.from)
  pair(() => true)
  const change = wanted.flatMap((w, index) => {
    const heir = heirs.get(index)
    return heir && !same(heir, w) ? [{ ...w, id: heir.id }] : []
  })
  return {
    remove: [...free],
    change: change.sort((a, b) => Number(a.isPrimary) - Number(b.isPrimary)),
    add: wanted.flatMap((w, index) => (heirs.has(index) ? [] : [{ wanted: w, index }])),
  }
}
