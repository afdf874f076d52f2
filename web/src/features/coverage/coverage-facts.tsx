import { Anchor, Text } from '@mantine/core'
import type { Coverage } from '@ngopi/shared/coverage'
import type { ReactNode } from 'react'
import { useT } from '../../i18n.tsx'
import { Time } from '../../lib/time.tsx'
import { useOfficeZone } from '../../lib/use-office-zone.ts'
import { paths } from '../../paths.ts'
import { Icon } from '../../ui/icon.tsx'
import { AppLink } from '../../ui/link.tsx'
import classes from './coverage.module.css'
import { coverageStrings } from './coverage.strings.ts'

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url)

/** The piece: the way to it, how it begins, and what is known of it. */
export const CoverageFacts = ({ coverage }: { coverage: Coverage }) => {
  const t = useT(coverageStrings)
  const zone = useOfficeZone()
  const { journalist, session, question, reporting, depth, spokespersonQuoted } = coverage
  const facts: [keyof typeof coverageStrings.id.facts, ReactNode][] = [
    [
      'outlet',
      <AppLink key="o" to={paths.outlet(coverage.outlet.id)}>
        {coverage.outlet.name}
      </AppLink>,
    ],
    ['kind', [t(`kind.${coverage.kind}`), coverage.placement].filter(Boolean).join(' · ')],
    ['published', <Time key="p" at={coverage.publishedAt} zone={zone} />],
    [
      'journalist',
      journalist && <AppLink to={paths.journalist(journalist.id)}>{journalist.fullName}</AppLink>,
    ],
    ['author', coverage.author],
    // The address by which the same article is known again, whatever was pasted.
    ['address', coverage.canonicalUrl],
    [
      'session',
      session && (
        <>
          <AppLink to={paths.sessionCoverage(session.id)}>{session.title}</AppLink>
          <Text c="dimmed" size="xs" component="div">
            <Time at={session.startsAt} zone={zone} dayOnly />
          </Text>
        </>
      ),
    ],
    [
      'question',
      question && session && (
        <AppLink to={paths.sessionQuestions(session.id)}>{question.text}</AppLink>
      ),
    ],
    ['reporting', reporting && t(`reporting.${reporting}`)],
    ['depth', depth && t(`depth.${depth}`)],
    ['quoted', spokespersonQuoted !== null && t(spokespersonQuoted ? 'quoted.yes' : 'quoted.no')],
    ['state', t(`state.${coverage.state}`)],
    ['origin', t(`origin.${coverage.origin}`)],
  ]
  return (
    <>
      {coverage.excerpt && <p className={classes.excerpt}>{coverage.excerpt}</p>}
      {coverage.url && (
        <Anchor
          href={coverage.url}
          target="_blank"
          rel="noopener noreferrer"
          className={classes.out}
        >
          {t('review.openPiece', { host: hostOf(coverage.url) })}
          <Icon name="external" size={16} />
        </Anchor>
      )}
      <dl className={classes.facts}>
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name} className={classes.fact}>
              <dt>{t(`facts.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </>
  )
}
