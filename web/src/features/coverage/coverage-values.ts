import type { Coverage, coveragePreview } from '@ngopi/shared/coverage'
import type { z } from 'zod'
import { instantOf, wallClockIn } from '../../lib/wall-clock.ts'
import type { Picked } from '../../ui/entity-picker.tsx'

export type Preview = z.output<typeof coveragePreview>

/** The fields on screen of a placement. */
export interface CoverageValues extends Record<string, unknown> {
  kind: Coverage['kind']
  url: string
  title: string
  /** `YYYY-MM-DD` and `HH:MM`, by the clocks of the office. */
  day: string
  time: string
  placement: string
  author: string
  excerpt: string
  outlet: Picked | null
  journalist: Picked | null
  session: Picked | null
  /** What it came of, asked at that session. */
  question: Picked | null
  reporting: Coverage['reporting']
  depth: Coverage['depth']
  quoted: 'yes' | 'no' | null
}

/** An empty form, about a session when one is given. */
export const emptyCoverage = (session: Picked | null): CoverageValues => ({
  kind: 'online',
  url: '',
  title: '',
  day: '',
  time: '',
  placement: '',
  author: '',
  excerpt: '',
  outlet: null,
  journalist: null,
  session,
  question: null,
  reporting: null,
  depth: null,
  quoted: null,
})

/** @param zone IANA zone of the office */
export const valuesOfCoverage = (coverage: Coverage, zone: string): CoverageValues => ({
  kind: coverage.kind,
  url: coverage.url ?? '',
  title: coverage.title,
  ...wallClockIn(coverage.publishedAt, zone),
  placement: coverage.placement ?? '',
  author: coverage.author ?? '',
  excerpt: coverage.excerpt ?? '',
  outlet: coverage.outlet,
  journalist: coverage.journalist && {
    id: coverage.journalist.id,
    name: coverage.journalist.fullName,
  },
  session: coverage.session && { id: coverage.session.id, name: coverage.session.title },
  question: coverage.question && { id: coverage.question.id, name: coverage.question.text },
  reporting: coverage.reporting,
  depth: coverage.depth,
  quoted: coverage.spokespersonQuoted === null ? null : coverage.spokespersonQuoted ? 'yes' : 'no',
})

/**
 * The fields as both bodies of the contract want them. Only what the kind has is sent: an address
 * online, a page or air time otherwise.
 */
export const bodyOfCoverage = (values: CoverageValues, zone: string) => ({
  kind: values.kind,
  url: values.kind === 'online' ? values.url.trim() || null : null,
  title: values.title,
  publishedAt: instantOf(values, zone) ?? '',
  placement: values.kind === 'online' ? null : values.placement.trim() || null,
  author: values.author.trim() || null,
  excerpt: values.excerpt.trim() || null,
  outletId: values.outlet?.id ?? '',
  journalistId: values.journalist?.id ?? null,
  sessionId: values.session?.id ?? null,
  questionId: values.question?.id ?? null,
  reporting: values.reporting,
  depth: values.depth,
  spokespersonQuoted: values.quoted && values.quoted === 'yes',
})

/** From a path in the body to the field that shows its error. */
export const coverageFieldOf = (path: string): string =>
  ({
    publishedAt: 'day',
    outletId: 'outlet',
    journalistId: 'journalist',
    sessionId: 'session',
    questionId: 'question',
    spokespersonQuoted: 'quoted',
  })[path] ?? path

/**
 * What a page told, for the fields still empty: what a person wrote is never overwritten.
 *
 * @param zone IANA zone of the office
 */
export const filledFrom = (
  preview: Preview,
  values: CoverageValues,
  zone: string,
): Partial<CoverageValues> => {
  const previewed: Partial<CoverageValues> = {
    title: preview.title ?? '',
    author: preview.author ?? '',
    excerpt: preview.excerpt ?? '',
    ...(preview.publishedAt && !values.day ? wallClockIn(preview.publishedAt, zone) : {}),
    ...(preview.outletId
      ? { outlet: { id: preview.outletId, name: preview.outletName ?? '' } }
      : {}),
  }
  return Object.fromEntries(
    Object.entries(previewed).filter(([name, value]) => value && !values[name]),
  ) as Partial<CoverageValues>
}

/** Whether a text is an address worth reading. */
export const isAddress = (text: string): boolean =>
  /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(text.trim())
