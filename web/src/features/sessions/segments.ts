/** The parts of the list of sessions, in the order of its tabs. */
export const segments = ['upcoming', 'past', 'draft', 'cancelled', 'all'] as const
export type Segment = (typeof segments)[number]

/** What each part asks the server for; those behind us are read from the newest back. */
export const segmentQueries = {
  upcoming: { upcoming: '1', status: 'draft,published', sort: 'startsAt' },
  past: { upcoming: '0', status: 'published,done', sort: '-startsAt' },
  draft: { status: 'draft', sort: 'startsAt' },
  cancelled: { status: 'cancelled', sort: '-startsAt' },
  all: { sort: '-startsAt' },
} as const satisfies Record<Segment, object>
