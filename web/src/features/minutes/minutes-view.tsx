import { Text, Title } from '@mantine/core'
import type { Minutes } from '@ngopi/shared/minutes'
import { useT } from '../../i18n.tsx'
import { Time } from '../../lib/time.tsx'
import { BodyView } from './body-view.tsx'
import classes from './minutes.module.css'
import { minutesStrings } from './minutes.strings.ts'

/** The minutes for reading: who led and wrote, the text, who signs. */
export const MinutesView = ({ minutes, zone }: { minutes: Minutes; zone: string }) => {
  const t = useT(minutesStrings)
  const { chair, minuteTaker, closedAt, body, signature } = minutes
  const facts = [
    [t('chair'), chair],
    [t('minuteTaker'), minuteTaker],
    [t('closedAt'), closedAt && <Time key="closed" at={closedAt} zone={zone} />],
  ] as const
  const signatory = [
    [t('name'), signature.name],
    [t('position'), signature.title],
    [t('rank'), signature.rank],
    [t('nip'), signature.nip],
  ] as const
  const list = (rows: typeof facts | typeof signatory) => (
    <dl className={classes.facts}>
      {rows.map(
        ([name, value]) =>
          value && (
            <div key={name} style={{ display: 'contents' }}>
              <Text component="dt" c="dimmed">
                {name}
              </Text>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
  return (
    <article>
      {list(facts)}
      {body.length > 0 ? <BodyView body={body} /> : <Text c="dimmed">{t('emptyBody')}</Text>}
      {signature.name !== '' && (
        <section>
          <Title order={2} mt="xl" mb="xs">
            {t('signature')}
          </Title>
          {list(signatory)}
        </section>
      )}
    </article>
  )
}
