import { coverage, reviews } from '../coverage/tables.ts'
import { newId } from '../platform/ids.ts'
import { after, wib } from './calendar.ts'
import { chance } from './chance.ts'
import { present, type World } from './meeting-world.ts'
import { firstMeetingCoverage, headlines } from './stories.ts'

/** What was published after a meeting, with its reviews. */
export async function seedCoverage(world: World): Promise<void> {
  const rows = world.meeting.number === 0 ? firstPlacements(world) : laterPlacements(world)
  if (rows.length === 0) return
  const { tx, officeId, staff, meeting } = world
  await tx.insert(coverage).values(rows.map(({ tones: _, ...row }) => row))
  const judged = rows.filter((row) => row.reviewedAt !== null)
  const judgements = judged.flatMap((row, i) => {
    const review = (
      by: string,
      hours: number,
      headlineTone: Tone,
      bodyTone: Tone,
      note: string | null,
    ) => ({
      id: newId(Date.parse(after(row.publishedAt, hours * 60))),
      officeId,
      coverageId: row.id,
      decision: 'accepted' as const,
      headlineTone,
      bodyTone,
      note,
      byUserId: by,
      at: after(row.publishedAt, hours * 60),
    })
    const first = review(staff.officer, 20, row.tones[0], row.tones[1], null)
    const second = staff.manager && (meeting.number + i) % 4 === 0 ? staff.manager : undefined
    return second
      ? [first, review(second, 44, 'neutral', row.tones[1], 'Judulnya netral menurut saya.')]
      : [first]
  })
  if (judgements.length > 0) await tx.insert(reviews).values(judgements)
}

type Tone = 'positive' | 'neutral' | 'negative' | 'mixed'
const tones: readonly Tone[] = [
  'neutral',
  'positive',
  'neutral',
  'mixed',
  'neutral',
  'negative',
  'positive',
]

function placement(world: World, at: string) {
  const { officeId, sessionId } = world
  return {
    id: newId(Date.parse(at)),
    officeId,
    sessionId,
    publishedAt: at,
    state: 'accepted' as const,
    origin: 'manual' as const,
    createdAt: after(at, 60),
    updatedAt: after(at, 60),
  }
}

function firstPlacements(world: World) {
  return firstMeetingCoverage.flatMap((story) => {
    const outletId = world.partners.outletByDomain.get(story.domain)
    if (!outletId) return []
    const at = wib(story.day, story.clock)
    const author = present(world).find((invitation) => invitation.outletId === outletId)
    const url = `https://${story.domain}/contoh/${story.title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`
    return {
      ...placement(world, at),
      outletId,
      journalistId: author?.journalistId ?? null,
      kind: 'online' as const,
      url,
      canonicalUrl: url,
      title: story.title,
      excerpt: story.excerpt,
      reporting: story.reporting,
      depth: 'main' as const,
      spokespersonQuoted: true,
      placement: null,
      reviewedAt: after(at, 20 * 60),
      tones: [story.headline, story.body] as [Tone, Tone],
    }
  })
}

function laterPlacements(world: World) {
  const { meeting, startsAt, partners } = world
  const draw = chance(meeting.number * 104_729 + 5)
  const domainOf = new Map([...partners.outletByDomain].map(([domain, id]) => [id, domain]))
  return present(world)
    .filter((invitation) => invitation.outletId !== null && draw() < 0.3)
    .slice(0, 8)
    .map((author, i) => {
      const at = after(startsAt, 5 * 60 + Math.floor(draw() * 50 * 60))
      const domain = domainOf.get(author.outletId ?? '') ?? 'contoh.example'
      const print =
        domain.includes('pesisirutara') ||
        domain.includes('bahurekso') ||
        domain.includes('radarslamet')
      const broadcast = /tv|fm|radio|bahari/.test(domain)
      const kind = print
        ? ('print' as const)
        : broadcast
          ? ('broadcast' as const)
          : ('online' as const)
      const title = headlines[(i + meeting.number) % headlines.length] as string
      const url =
        kind === 'online'
          ? `https://${domain}/${meeting.day}/${author.journalistId.slice(-6)}-${i + 1}`
          : null
      const fresh = meeting.now.getTime() - Date.parse(at) < 40 * 24 * 3_600_000
      return {
        ...placement(world, at),
        outletId: author.outletId as string,
        journalistId: author.journalistId,
        kind,
        url,
        canonicalUrl: url,
        title,
        excerpt: null,
        reporting: i % 4 === 3 ? ('release' as const) : ('own' as const),
        depth: i % 3 === 0 ? ('part' as const) : ('main' as const),
        spokespersonQuoted: i % 3 !== 2,
        placement: print ? `Halaman ${2 + i}` : broadcast ? 'Berita Siang, 12.30' : null,
        reviewedAt: fresh && i % 2 === 0 ? null : after(at, 20 * 60),
        tones: [
          tones[(i + meeting.number) % 7] as Tone,
          tones[(i * 2 + meeting.number) % 7] as Tone,
        ] as [Tone, Tone],
      }
    })
}
