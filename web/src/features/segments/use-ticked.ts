import type { Audience } from '@ngopi/shared/segments'
import { useState } from 'react'

/**
 * Who of the people in view is to be invited: all of them or none, but for those ticked or unticked by hand. What was
 * done by hand holds while the list changes, until it begins from the other end.
 */
export function useTicked(members: Audience['members'], allAtFirst: boolean) {
  const [byHand, setByHand] = useState({ allAtFirst, ids: new Set<string>() })
  const changed = byHand.allAtFirst === allAtFirst ? byHand.ids : new Set<string>()
  const ids = members.map(({ journalistId }) => journalistId)
  const ticked: ReadonlySet<string> = new Set(ids.filter((id) => changed.has(id) !== allAtFirst))
  const setTicked = (next: ReadonlySet<string>) => {
    const here = new Set(ids)
    const elsewhere = [...changed].filter((id) => !here.has(id))
    const now = ids.filter((id) => next.has(id) !== allAtFirst)
    setByHand({ allAtFirst, ids: new Set([...elsewhere, ...now]) })
  }
  return { ticked, setTicked }
}
