import type { coveragePreview } from '@ngopi/shared/coverage'
import type { z } from 'zod'
import { domainOf } from '../partners/website-rules.ts'
import { type Db, prepared } from '../platform/database.ts'
import { canonicalUrl } from './canonical-url.ts'
import { findSameArticle } from './queries.ts'

type Preview = z.output<typeof coveragePreview>

const outletsOfDomain = {
  name: 'outlets_of_domain',
  text: `select id, name, website from outlets
          where office_id = $1 and domain = $2 and archived_at is null order by id limit 100`,
}

/** What an address tells without opening the page. */
export async function previewAddress(
  db: Db,
  { officeId, url }: { officeId: string; url: string },
): Promise<Preview> {
  const canonical = canonicalUrl(url)
  const domain = domainOf(canonical)
  const outlet = domain ? await outletOf(db, { officeId, domain, canonical }) : undefined
  return {
    canonicalUrl: canonical,
    title: null,
    publishedAt: null,
    author: null,
    outletId: outlet?.id ?? null,
    outletName: outlet?.name ?? domain,
    excerpt: null,
    imageUrl: null,
    language: null,
    duplicates: await findSameArticle(db, { officeId, canonicalUrl: canonical }),
  }
}

const hostOf = (address: string): string => new URL(canonicalUrl(address)).hostname

/** The outlet of an address: of the same host, else the only one of the domain, since editions may share it. */
async function outletOf(
  db: Db,
  { officeId, domain, canonical }: { officeId: string; domain: string; canonical: string },
): Promise<{ id: string; name: string } | undefined> {
  const known = await prepared<{ id: string; name: string; website: string | null }>(
    db,
    outletsOfDomain,
    [officeId, domain],
  )
  const sameHost = known.find(({ website }) => website && hostOf(website) === hostOf(canonical))
  return sameHost ?? (known.length === 1 ? known[0] : undefined)
}
