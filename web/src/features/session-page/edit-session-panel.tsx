import { Text } from '@mantine/core'
import { type Session, sessionsApi } from '@ngopi/shared/sessions'
import { useQueryClient } from '@tanstack/react-query'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { readAgain } from '../../lib/query.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { instantOf } from '../../lib/wall-clock.ts'
import { paths } from '../../paths.ts'
import { FormPanel } from '../../ui/form-panel.tsx'
import { AppLink } from '../../ui/link.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { toast } from '../../ui/toast.tsx'
import { seriesStrings } from '../series/series.strings.ts'
import { sessionOptions } from '../sessions/api.ts'
import { WarningsAt } from '../sessions/calendar-warnings.tsx'
import { MoveEffectNotice } from '../sessions/move-effect-notice.tsx'
import { SessionFields } from '../sessions/session-fields.tsx'
import { bodyOf, changeOf, movesSession, valuesOf } from '../sessions/session-values.ts'
import { sessionsStrings } from '../sessions/sessions.strings.ts'

interface EditSessionProps {
  session: Session
  onClose: () => void
}

/** Who means all of them is one step away from where that is done. */
const OnlyThisSession = ({ seriesId }: { seriesId: string }) => {
  const t = useT(seriesStrings)
  return (
    <Text c="dimmed">
      {t.rich('onlyThis', {
        link: (label) => (
          <AppLink to={paths.series(seriesId)} search={{ ubah: 'change' }} underline="always">
            {label}
          </AppLink>
        ),
      })}
    </Text>
  )
}

const EditSessionForm = ({ session, onClose }: EditSessionProps) => {
  const t = useT(sessionsStrings)
  const common = useT(commonStrings)
  const cache = useQueryClient()
  const f = useContractForm({
    draft: `session/${session.id}`,
    schema: sessionsApi.update.schema.body,
    initialValues: valuesOf(session),
    toBody: (values) => ({ ...bodyOf(values, session.timeZone), version: session.version }),
    send: (body) => call(sessionsApi.update, { params: { id: session.id }, body }),
    onSaved: (saved) => {
      cache.setQueryData(sessionOptions(saved.id).queryKey, saved)
      void readAgain(cache, 'sessions')
      void toast(common('saved'))
      onClose()
    },
  })
  const { values } = f.form
  const moves = movesSession(values, session)
  return (
    <FormPanel
      {...f}
      notice={
        moves && (
          <>
            <WarningsAt
              startsAt={instantOf({ day: values.day, time: values.start }, session.timeZone)}
              endsAt={instantOf({ day: values.day, time: values.end }, session.timeZone)}
              timeZone={session.timeZone}
            />
            <MoveEffectNotice sessionId={session.id} change={changeOf(values, session)} />
          </>
        )
      }
      submitLabel={t('form.save')}
      onCancel={onClose}
      onTakeTheirs={(current) => {
        const theirs = current as Session
        f.form.setValues(valuesOf(theirs))
        cache.setQueryData(sessionOptions(session.id).queryKey, theirs)
      }}
    >
      {session.seriesId && <OnlyThisSession seriesId={session.seriesId} />}
      <SessionFields form={f.form} zone={session.timeZone} />
    </FormPanel>
  )
}

export const EditSessionPanel = ({ opened, ...props }: EditSessionProps & { opened: boolean }) => {
  const t = useT(sessionsStrings)
  return (
    <SidePanel opened={opened} onClose={props.onClose} size={560} title={t('form.editTitle')}>
      {opened && <EditSessionForm key={props.session.version} {...props} />}
    </SidePanel>
  )
}
