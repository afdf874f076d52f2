import type { SearchHit } from '@ngopi/shared/search'
import { paths } from '../../paths.ts'
import type { IconName } from '../../ui/icon.tsx'

/** One line of the palette: leads to an address. */
export interface Choice {
  key: string
  label: string
  hint?: string | null
  icon: IconName
  to: string
  search?: Record<string, string>
  /** A record, to be remembered once chosen. */
  hit?: SearchHit
}

export interface ChoiceGroup {
  key: 'recent' | SearchHit['kind'] | 'actions' | 'pages'
  choices: Choice[]
}

const looks = {
  journalist: { icon: 'user', to: paths.journalist },
  outlet: { icon: 'newspaper', to: paths.outlet },
  session: { icon: 'calendar', to: paths.session },
  coverage: { icon: 'broadcast', to: paths.coverage },
} as const satisfies Record<SearchHit['kind'], { icon: IconName; to: (id: string) => string }>

/** A record as a line of the palette. */
export const choiceOf = (hit: SearchHit): Choice => ({
  key: `${hit.kind}:${hit.id}`,
  label: hit.title,
  hint: hit.subtitle,
  icon: looks[hit.kind].icon,
  to: looks[hit.kind].to(hit.id),
  hit,
})

/** Hits by kind; the kind of the best hit comes first, the order within a kind stays. */
export const byKind = (hits: readonly SearchHit[]): ChoiceGroup[] => {
  const groups = new Map<SearchHit['kind'], Choice[]>()
  for (const hit of hits) groups.set(hit.kind, [...(groups.get(hit.kind) ?? []), choiceOf(hit)])
  return [...groups].map(([key, choices]) => ({ key, choices }))
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()

/** Actions and pages that have every typed word at the beginning of one of theirs. */
export const matching = (choices: readonly Choice[], q: string): Choice[] => {
  const typed = plain(q).split(/\s+/).filter(Boolean)
  return choices.filter((choice) => {
    const terms = plain(choice.label).split(/\s+/)
    return typed.every((part) => terms.some((word) => word.startsWith(part)))
  })
}
