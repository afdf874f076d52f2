/** A scan at the door that names somebody who came in place of an invited guest. */
export interface Claim {
  /** The guest's invitation. */
  from: string
  /** The journalist who came instead. */
  to: string
  /** Not undone; or undone, while another scan lets the substitute in by the invitation they have from it. */
  stands: boolean
  /** The guest came after all. */
  giverInside: boolean
  /** Whether there is a place that can be passed on: not revoked, declined or passed on before the door. */
  giverOpen: boolean
  /** Whether the substitute may have it: wants invitations, and has none of their own. */
  takerOpen: boolean
}

/** A place passed on at the door. */
export interface Swap {
  from: string
  to: string
}

/**
 * Which places are passed on, told by all claims of a session, the first one first: a place goes to one substitute, a
 * substitute has one place, and whoever comes keeps their own.
 */
export function swapsOf(claims: readonly Claim[]): Swap[] {
  const takerOf = new Map<string, string>()
  const takers = new Set<string>()
  for (const { from, to, ...claim } of claims) {
    if (!claim.stands || claim.giverInside || !claim.giverOpen || !claim.takerOpen) continue
    if (takerOf.has(from) || takers.has(to)) continue
    takerOf.set(from, to)
    takers.add(to)
  }
  return [...takerOf].map(([from, to]) => ({ from, to }))
}
