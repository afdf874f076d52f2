import { Button, Text, Title, UnstyledButton } from '@mantine/core'
import { type Minutes, type MinutesBody, minutesApi } from '@ngopi/shared/minutes'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useT } from '../../i18n.tsx'
import { ask } from '../../lib/query.ts'
import { Time } from '../../lib/time.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { BodyView } from './body-view.tsx'
import classes from './minutes.module.css'
import { minutesStrings } from './minutes.strings.ts'

interface MinutesVersionsProps {
  minutes: Minutes
  zone: string
  /** Takes what an earlier version said into the editor; undefined for who may not. */
  onUse: ((body: MinutesBody, number: number) => void) | undefined
}

const shownAtFirst = 10

/** Every save of the minutes, newest first, each to be read beside. */
export const MinutesVersions = ({ minutes, zone, onUse }: MinutesVersionsProps) => {
  const t = useT(minutesStrings)
  const [opened, setOpened] = useState<number>()
  const [all, setAll] = useState(false)
  const { versions, sessionId } = minutes
  if (versions.length === 0) return null
  const shown = all ? versions : versions.slice(0, shownAtFirst)
  const close = () => setOpened(undefined)
  return (
    <section className={classes.saves}>
      <Title order={2} mb="xs">
        {t('versions')}
      </Title>
      <ul className={classes.versions}>
        {shown.map(({ number, at, by }) => (
          <li key={number}>
            <UnstyledButton className={classes.version} onClick={() => setOpened(number)}>
              <Text>{t('version', { number })}</Text>
              <Text size="xs" c="dimmed">
                {by && `${by.name} · `}
                <Time at={at} zone={zone} />
              </Text>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {shown.length < versions.length && (
        <Button size="compact-sm" variant="subtle" mt="xs" onClick={() => setAll(true)}>
          {t('allVersions', { count: versions.length })}
        </Button>
      )}
      <SidePanel
        opened={opened !== undefined}
        onClose={close}
        size={640}
        title={opened !== undefined && t('version', { number: opened })}
      >
        {opened !== undefined && (
          <VersionText
            sessionId={sessionId}
            number={opened}
            onUse={
              onUse &&
              ((body) => {
                close()
                onUse(body, opened)
              })
            }
          />
        )}
      </SidePanel>
    </section>
  )
}

interface VersionTextProps {
  sessionId: string
  number: number
  onUse: ((body: MinutesBody) => void) | undefined
}

const VersionText = ({ sessionId, number, onUse }: VersionTextProps) => {
  const t = useT(minutesStrings)
  const asked = ask(minutesApi.version, { params: { id: sessionId, number } })
  const { data, error, refetch } = useQuery(asked)
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={8} />
  return (
    <>
      {onUse && (
        <Button variant="default" mb="lg" onClick={() => onUse(data.body)}>
          {t('useVersion')}
        </Button>
      )}
      {data.body.length > 0 ? (
        <BodyView body={data.body} />
      ) : (
        <Text c="dimmed">{t('emptyBody')}</Text>
      )}
    </>
  )
}
