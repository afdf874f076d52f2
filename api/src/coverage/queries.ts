import type { Coverage, CoverageListItem } from '@ngopi/shared/coverage'
import { AppError } from '../platform/app-error.ts'
import { type Db, prepared } from '../platform/database.ts'

type Review = Coverage['reviews'][number]

/** Columns of a placement in a list, from `coverage c`, with those of its outlet, journalist, session and question. */
export const listColumns = `
  c.id, c.office_id as "officeId", c.kind, c.url, c.canonical_url as "canonicalUrl", c.title,
  c.published_at as "publishedAt", c.author, c.placement, q.id as "questionId", c.state, c.origin,
  c.reporting, c.depth, c.spokesperson_quoted as "spokespersonQuoted", c.reviewed_at as "reviewedAt",
  c.version, c.created_at as "createdAt", c.updated_at as "updatedAt", c.archived_at as "archivedAt",
  json_build_object('id', o.id, 'name', o.name) as outlet,
  case when j.id is not null then json_build_object('id', j.id, 'fullName', j.full_name) end as journalist,
  s.id as "sessionId", s.title as "sessionTitle", s.starts_at as "sessionStartsAt"`

/** What these columns need beside `coverage c`. */
export const listJoins = `
  join outlets o on o.id = c.outlet_id and o.office_id = c.office_id
  left join journalists j on j.id = c.journalist_id and j.office_id = c.office_id
  left join sessions s on s.id = c.session_id and s.office_id = c.office_id
  left join questions q on q.id = c.question_id and q.office_id = c.office_id`

type ListRow<Rest> = Rest & {
  sessionId: string | null
  sessionTitle: string
  sessionStartsAt: string
}

/** A row of these columns in the shape of the contract. */
export function withSession<Rest extends object>(row: ListRow<Rest>) {
  const { sessionId, sessionTitle, sessionStartsAt, ...rest } = row
  const session =
    sessionId === null ? null : { id: sessionId, title: sessionTitle, startsAt: sessionStartsAt }
  return { ...rest, session }
}

const byId = {
  name: 'coverage_by_id',
  text: `select ${listColumns}, c.excerpt,
                case when q.id is not null then json_build_object('id', q.id, 'text', q.text) end as question
           from coverage c ${listJoins} where c.id = $1`,
}

const reviewColumns = `r.id, r.decision, r.headline_tone as "headlineTone", r.body_tone as "bodyTone", r.note,
  json_build_object('id', u.id, 'name', u.name) as by, r.at, r.coverage_id as "coverageId"`

const reviewJoin = 'reviews r join users u on u.id = r.by_user_id and u.office_id = r.office_id'

const reviewsOf = {
  name: 'reviews_of_coverage',
  text: `select ${reviewColumns} from ${reviewJoin}
          where r.office_id = $1 and r.coverage_id = $2 order by r.id desc`,
}

const latestReviews = {
  name: 'latest_reviews',
  text: `select distinct on (r.coverage_id) ${reviewColumns} from ${reviewJoin}
          where r.office_id = any ($1::uuid[]) and r.coverage_id = any ($2::uuid[])
          order by r.coverage_id, r.id desc`,
}

type Row = ListRow<Omit<Coverage, 'session' | 'reviews'>>

/** The placement with its reviews, archived or not; undefined out of sight. */
export async function findCoverage(db: Db, id: string): Promise<Coverage | undefined> {
  const [row] = await prepared<Row>(db, byId, [id])
  if (!row) return undefined
  return { ...withSession(row), reviews: await prepared<Review>(db, reviewsOf, [row.officeId, id]) }
}

/** As `findCoverage`; 404 out of sight. */
export async function getCoverage(db: Db, id: string): Promise<Coverage> {
  const found = await findCoverage(db, id)
  if (!found) throw new AppError('not_found')
  return found
}

/** Adds to each placement its latest review, by one query. */
export async function withLatestReview(
  db: Db,
  items: readonly Omit<CoverageListItem, 'latestReview'>[],
): Promise<CoverageListItem[]> {
  if (items.length === 0) return []
  const offices = [...new Set(items.map((item) => item.officeId))]
  const ids = items.map((item) => item.id)
  const rows = await prepared<Review & { coverageId: string }>(db, latestReviews, [offices, ids])
  const latest = new Map(rows.map((row) => [row.coverageId, row]))
  return items.map((item) => ({ ...item, latestReview: latest.get(item.id) ?? null }))
}

const sameArticle = {
  name: 'coverage_of_address',
  text: `select c.id, c.title, json_build_object('id', o.id, 'name', o.name) as outlet
           from coverage c join outlets o on o.id = c.outlet_id and o.office_id = c.office_id
          where c.office_id = $1 and c.canonical_url = $2 and c.archived_at is null
            and ($3::uuid is null or c.outlet_id = $3) and ($4::uuid is null or c.id <> $4)
          order by c.id limit 20`,
}

/** Placements of an office under one canonical address, in any outlet or in one, but for one of them. */
export const findSameArticle = (
  db: Db,
  asked: { officeId: string; canonicalUrl: string; outletId?: string; except?: string },
): Promise<Pick<Coverage, 'id' | 'title' | 'outlet'>[]> =>
  prepared(db, sameArticle, [
    asked.officeId,
    asked.canonicalUrl,
    asked.outletId ?? null,
    asked.except ?? null,
  ])
