import { Button, Text } from '@mantine/core'
import type { Minutes } from '@ngopi/shared/minutes'
import { useState } from 'react'
import { useT } from '../../i18n.tsx'
import { flag, useSearchParams } from '../../lib/search-params.ts'
import { LeaveGuard } from './leave-guard.tsx'
import classes from './minutes.module.css'
import { minutesStrings } from './minutes.strings.ts'
import { MinutesFiles } from './minutes-files.tsx'
import { MinutesForm } from './minutes-form.tsx'
import { MinutesState } from './minutes-state.tsx'
import type { OfSession } from './minutes-values.ts'
import { MinutesVersions } from './minutes-versions.tsx'
import { MinutesView } from './minutes-view.tsx'
import { SignDialog } from './sign-dialog.tsx'
import { useMinutesEdit } from './use-minutes-edit.ts'

const spec = { sunting: flag }

interface MinutesWorkspaceProps {
  minutes: Minutes
  session: OfSession
  onChanged: (minutes: Minutes) => void
}

/** Minutes for who may write them: read, edited, signed. */
export const MinutesWorkspace = ({ minutes, session, onChanged }: MinutesWorkspaceProps) => {
  const t = useT(minutesStrings)
  const [params, setParams] = useSearchParams(spec)
  const [signing, setSigning] = useState(false)
  const edit = useMinutesEdit({ minutes, session, onSaved: onChanged })
  const { dirty } = edit
  const { saved, signedAt, signature } = minutes
  // What was written stays on screen even when a colleague signs meanwhile.
  const editing = dirty || (params.sunting && !signedAt)
  const zone = session.timeZone
  const open = () => {
    edit.begin(minutes)
    setParams({ sunting: true }, { push: true })
  }
  const done = () => {
    if (dirty) edit.discard(minutes)
    setParams({ sunting: false })
  }
  const nameless = signature.name === ''
  return (
    <>
      <LeaveGuard dirty={dirty} />
      <div className={classes.page}>
        <MinutesState minutes={minutes} zone={zone} />
        <div className={classes.record}>
          {editing ? (
            <MinutesForm
              form={edit.contractForm}
              revision={edit.edition}
              onDone={done}
              onTakeTheirs={(current) => {
                onChanged(current as Minutes)
                edit.begin(current as Minutes)
              }}
              onRedraft={() => edit.redraft.mutate()}
              redrafting={edit.redraft.isPending}
            />
          ) : (
            <MinutesView minutes={minutes} zone={zone} />
          )}
        </div>
        <div className={classes.acts}>
          {!editing && !signedAt && (
            <Button fullWidth variant={saved ? 'default' : 'filled'} onClick={open}>
              {t(saved ? 'edit' : 'editDraft')}
            </Button>
          )}
          <MinutesFiles sessionId={session.id} dirty={dirty} />
          {!editing && saved && !signedAt && (
            <div>
              <Button fullWidth disabled={nameless} onClick={() => setSigning(true)}>
                {t('sign')}
              </Button>
              {nameless && (
                <Text size="sm" c="dimmed" mt={4}>
                  {t('signNeedsName')}
                </Text>
              )}
            </div>
          )}
        </div>
        <MinutesVersions
          minutes={minutes}
          zone={zone}
          onUse={
            signedAt
              ? undefined
              : (body, number) => {
                  if (!editing) open()
                  edit.replaceBody(body, t('usedVersion', { number }))
                }
          }
        />
      </div>
      <SignDialog
        minutes={minutes}
        opened={signing}
        onClose={() => setSigning(false)}
        onSigned={(signed) => {
          setSigning(false)
          setParams({ sunting: false })
          onChanged(signed)
        }}
      />
    </>
  )
}
