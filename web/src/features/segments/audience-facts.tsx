import { NumberInput, Select, Text, Title } from '@mantine/core'
import { type Audience, type AudiencePriority, audiencePriority } from '@ngopi/shared/segments'
import { useT } from '../../i18n.tsx'
import { Time } from '../../lib/time.tsx'
import { NameList } from './name-list.tsx'
import { ReasonList } from './reason-list.tsx'
import classes from './segments.module.css'
import { segmentsStrings } from './segments.strings.ts'

const Count = ({
  value,
  label,
  hint,
}: {
  value: number | string
  label: string
  hint?: string
}) => (
  <div className={classes.figure}>
    <dt>{label}</dt>
    <dd className={classes.value}>{value}</dd>
    {hint && <dd className={classes.quiet}>{hint}</dd>}
  </div>
)

/** How many people, how many outlets, how many seats: what decides whether the list is right. */
export const AudienceFigures = ({ audience }: { audience: Audience }) => {
  const t = useT(segmentsStrings)
  const { outlets, seats } = audience
  return (
    <dl className={classes.figures}>
      <Count value={audience.size} label={t('size')} />
      <Count value={outlets.covered} label={t('covered')} />
      <Count value={outlets.notCoveredSize} label={t('notCovered')} />
      {seats && (
        <Count
          value={seats.capacity ?? '∞'}
          label={seats.capacity === null ? t('seatsOpen') : t('seats')}
          hint={t('taken', { taken: seats.taken, invited: seats.invited })}
        />
      )}
    </dl>
  )
}

interface CapProps {
  audience: Audience
  cap: number | null | undefined
  priority: AudiencePriority
  onCap: (cap: number | null | undefined) => void
  onPriority: (priority: AudiencePriority) => void
}

/** How many of one outlet, and who comes first there. */
export const CapFields = ({ audience, cap, priority, onCap, onPriority }: CapProps) => {
  const t = useT(segmentsStrings)
  const own = cap === undefined ? audience.seats?.perOutlet : undefined
  return (
    <div className={classes.cap}>
      <NumberInput
        label={t('perOutlet')}
        placeholder={own ? t('fromSession', { count: own }) : t('noCap')}
        size="sm"
        min={1}
        max={500}
        clampBehavior="strict"
        allowDecimal={false}
        value={cap ?? own ?? ''}
        // Emptied by a person: no cap, also where the session has one.
        onChange={(value) => onCap(typeof value === 'number' ? value : null)}
      />
      <Select
        label={t('priority.label')}
        size="sm"
        allowDeselect={false}
        data={audiencePriority.options.map((value) => ({ value, label: t(`priority.${value}`) }))}
        value={priority}
        onChange={(value) => onPriority(audiencePriority.parse(value))}
      />
    </div>
  )
}

/** What stands beside the list: changes since last time, outlets missed, people left out. */
export const AudienceNotes = ({ audience, zone }: { audience: Audience; zone: string }) => {
  const t = useT(segmentsStrings)
  const { since, outlets, leftOut, leftOutSize } = audience
  return (
    <>
      {since && (
        <section>
          <Title order={2} size="h4" mb={4}>
            {t('since.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('since.used', { session: since.session.title })} ·{' '}
            <Time at={since.at} zone={zone} dayOnly />
          </Text>
          {since.added.length === 0 && since.removed.length === 0 && (
            <Text size="sm">{t('since.same')}</Text>
          )}
          {(['added', 'removed'] as const).map(
            (what) =>
              since[what].length > 0 && (
                <Text key={what} size="sm">
                  {t(`since.${what}`, {
                    count: since[what].length,
                    names: since[what]
                      .slice(0, 8)
                      .map(({ name }) => name)
                      .join(', '),
                  })}
                  {since[what].length > 8 && `, ${t('andMore', { count: since[what].length - 8 })}`}
                </Text>
              ),
          )}
        </section>
      )}
      {outlets.notCoveredSize > 0 && (
        <section>
          <Title order={2} size="h4" mb={4}>
            {t('missing')}
          </Title>
          <Text size="sm" c="dimmed">
            <NameList
              names={outlets.notCovered.map(({ name }) => name)}
              total={outlets.notCoveredSize}
            />
          </Text>
        </section>
      )}
      {leftOutSize > 0 && (
        <section>
          <Title order={2} size="h4" mb={4}>
            {t('leftOut', { count: leftOutSize })}
          </Title>
          <ReasonList people={leftOut.map(({ fullName: name, reason }) => ({ name, reason }))} />
        </section>
      )}
    </>
  )
}
