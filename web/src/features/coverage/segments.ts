/** The parts of the list of coverage, in the order of its tabs. */
export const segments = ['review', 'all', 'dismissed', 'archived'] as const
export type Segment = (typeof segments)[number]

/** What each part asks the server for. */
export const segmentQueries = {
  // What was dismissed unseen waits for nobody; Beranda counts in the same way.
  review: { reviewed: 'false', state: 'suggested,accepted' },
  all: {},
  dismissed: { state: 'dismissed' },
  archived: { archived: 'true' },
} as const satisfies Record<Segment, object>
