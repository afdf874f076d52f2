/** The parts of the list of coverage, in the order of its tabs. */
export const segments = ['review', 'all', 'dismissed', 'archived'] as const
export type Segment = (typeof segments)[number]

/** What each part asks the server for. */
export const segmentQueries = {
  review: { reviewed: 'false' },
  all: {},
  dismissed: { state: 'dismissed' },
  archived: { archived: 'true' },
} as const satisfies Record<Segment, object>
