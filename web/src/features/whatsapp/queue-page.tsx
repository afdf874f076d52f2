import { reminded, whatsappApi } from '@ngopi/shared/whatsapp'
import { useMutation } from '@tanstack/react-query'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { oneOf, useSearchParams } from '../../lib/search-params.ts'
import { TimeRange } from '../../lib/time.tsx'
import { useMay, useUser } from '../../lib/use-session.ts'
import { paths } from '../../paths.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useSession } from '../sessions/api.ts'
import { type QueueKind, queueKinds } from './queue-kinds.ts'
import { QueueStart } from './queue-start.tsx'
import { QueueWork } from './queue-work.tsx'
import { whatsappStrings } from './whatsapp.strings.ts'

const spec = { jenis: oneOf(queueKinds), kepada: oneOf(reminded.options) }

/** Writing to the guests of a session by WhatsApp, one after another. */
export const QueuePage = () => {
  const t = useT(whatsappStrings)
  const user = useUser()
  const session = useSession()
  const mayWork = useMay(whatsappApi.claim) && session.officeId === user.office.id
  const [{ jenis: kind, kepada: reminds }, setFilters] = useSearchParams(spec)
  const fill = useMutation({
    mutationFn: (chosen: QueueKind) =>
      call(whatsappApi.fill, { params: { id: session.id }, body: { kind: chosen, reminds } }),
    onSuccess: (_, chosen) => setFilters({ jenis: chosen }, { push: kind === undefined }),
  })
  const working = mayWork && kind !== undefined
  return (
    <>
      <PageTitle
        parent={{
          label: working ? session.title : t('guests'),
          to: paths.sessionInvitations(session.id),
        }}
        title={working ? t('working', { kind: t(`kind.${kind}`) }) : t('title')}
        {...(working
          ? {}
          : {
              subtitle: (
                <>
                  {session.title} · <TimeRange session={session} />
                </>
              ),
            })}
      />
      {fill.error && <ErrorNotice error={fill.error} />}
      {working ? (
        <QueueWork
          key={`${kind} ${reminds}`}
          session={session}
          kind={kind}
          reminds={reminds}
          onAgain={() => fill.mutateAsync(kind)}
          onPause={() => setFilters({ jenis: undefined, kepada: undefined })}
        />
      ) : (
        <QueueStart
          session={session}
          mayWork={mayWork}
          starting={fill.isPending ? fill.variables : undefined}
          onStart={(chosen) => fill.mutate(chosen)}
        />
      )}
    </>
  )
}
