import { type SearchHit, searchHit } from '@ngopi/shared/search'

const maxItems = 5

// For this tab and this user only: names of people must not outlive the visit on a shared computer.
const keyOf = (userId: string) => `ngopi-recent:${userId}`

const parsed = (text: string): SearchHit[] => {
  try {
    return searchHit.array().parse(JSON.parse(text))
  } catch {
    return []
  }
}

/** What a user opened from the palette, latest first. */
export const recentHits = (userId: string, storage: Storage = sessionStorage): SearchHit[] =>
  parsed(storage.getItem(keyOf(userId)) ?? '[]')

/** Puts a record in front of those opened before. */
export const remember = (userId: string, hit: SearchHit, storage: Storage = sessionStorage) => {
  const others = recentHits(userId, storage).filter(({ id }) => id !== hit.id)
  storage.setItem(keyOf(userId), JSON.stringify([hit, ...others].slice(0, maxItems)))
}
