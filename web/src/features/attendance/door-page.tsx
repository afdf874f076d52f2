import { Button, Title } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useT } from '../../i18n.tsx'
import { useUser } from '../../lib/use-session.ts'
import { paths } from '../../paths.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { AppLink } from '../../ui/link.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { useSession } from '../sessions/api.ts'
import { attendanceStrings } from './attendance.strings.ts'
import { cameraStrings } from './camera.strings.ts'
import classes from './door.module.css'
import { DoorCamera } from './door-camera.tsx'
import { doorCount } from './door-count.ts'
import type { DoorGuest } from './door-guest.ts'
import { inside, selfReported, stillToCome } from './door-list.ts'
import { DoorLists } from './door-lists.tsx'
import { DoorMenu } from './door-menu.tsx'
import { DoorRefused } from './door-refused.tsx'
import { DoorSearch } from './door-search.tsx'
import { DoorUndo } from './door-undo.tsx'
import { findGuests } from './find-guests.ts'
import { liveStrings } from './live.strings.ts'
import { passIn } from './pass.ts'
import { SubstituteDialog } from './substitute-dialog.tsx'
import { useDesk } from './use-desk.ts'
import { useDoor } from './use-door.ts'
import { useSteady } from './use-steady.ts'
import { WalkInDialog } from './walk-in-dialog.tsx'

/** The guest desk: find, tap, next. Works on through a lost connection. */
export const DoorPage = () => {
  const t = useT(attendanceStrings)
  const live = useT(liveStrings)
  const scanner = useT(cameraStrings)
  const user = useUser()
  const session = useSession()
  const door = useDoor(session.id)
  const [typed, setTyped] = useState('')
  const [walkIn, setWalkIn] = useState(false)
  const [camera, setCamera] = useState(false)
  const [absent, setAbsent] = useState<DoorGuest>()
  const search = useRef<HTMLInputElement>(null)
  // With the camera open the keyboard of a phone would cover the list.
  const refocus = () => {
    if (!camera) search.current?.focus()
  }
  const at = useDesk(session, {
    door,
    onDone: () => {
      setTyped('')
      refocus()
    },
  })
  const { guests } = door

  useEffect(() => {
    document.title = `${t('door.title')} · ${session.title} · Ngopi`
  }, [t, session.title])

  const present = useMemo(() => inside(guests), [guests])
  const toCome = useMemo(() => stillToCome(guests), [guests])
  const saying = useMemo(() => selfReported(guests), [guests])
  const count = doorCount(guests, session.capacity)
  const expected = useMemo(() => findGuests(toCome, typed), [toCome, typed])
  const foundSaying = findGuests(saying, typed)
  const foundInside = useMemo(() => findGuests(present, typed), [present, typed])

  const outlets = useMemo(() => door.rows.flatMap((row) => row.outlet ?? []), [door.rows])

  const admit = useSteady(at.admit)
  const takeBack = useSteady(at.takeBack)
  const substitute = useSteady((guest: DoorGuest) => setAbsent(guest))
  const waitingRows = [...foundSaying, ...expected]
  const enter = () => {
    const [only] = waitingRows
    const [known] = foundInside
    if (only && waitingRows.length === 1) at.admit(only)
    else if (known && waitingRows.length === 0) at.already(known.name, known.arrivedAt)
    else document.querySelector<HTMLElement>('[data-row]')?.focus()
  }
  const emptyText = () => {
    if (typed !== '' && foundInside.length === 0) return t('door.noMatch', { search: typed })
    if (typed !== '') return ''
    return guests.length === 0 ? t('door.emptyList') : t('door.everybodyIn')
  }

  return (
    <main className={classes.door} data-one-press>
      <header className={classes.head}>
        <div className={classes.line}>
          <AppLink
            to={user.role === 'desk' ? paths.sessions : paths.sessionAttendance(session.id)}
            className={classes.leave}
            aria-label={t('door.leave')}
          >
            <Icon name="close" size={24} />
          </AppLink>
          <Title order={1} className={classes.title}>
            {session.title}
          </Title>
          <output className={classes.counter} data-over={count.over > 0 || undefined}>
            {count.total === undefined && t('door.counterOpen', { present: count.present })}
            {count.total !== undefined &&
              (count.over > 0
                ? t('door.counterOver', { ...count, total: count.total })
                : t('door.counter', { ...count, total: count.total }))}
          </output>
          <DoorMenu sessionId={session.id} />
        </div>
        <DoorSearch
          inputRef={search}
          value={typed}
          onChange={setTyped}
          onPass={(pass) => {
            setTyped('')
            at.enterPass(pass)
          }}
          onEnter={enter}
          paused={walkIn || camera || absent !== undefined}
        />
        {camera && (
          <DoorCamera
            onClose={() => {
              setCamera(false)
              search.current?.focus()
            }}
            onCode={(code) => {
              const pass = passIn(code)
              if (pass) at.enterPass(pass)
              else at.refuse(scanner('notPass'))
            }}
          />
        )}
        <p className={classes.notice} role="status" data-hint={at.notice === '' || undefined}>
          {at.notice || t('door.searchHint')}
        </p>
        {door.waiting > 0 && (
          <p className={classes.quiet} role="status">
            {t('door.waiting', { count: door.waiting })}
          </p>
        )}
        {door.waiting === 0 && !door.connected && (
          <p className={classes.quiet} role="status">
            {live('cutOff')}
          </p>
        )}
        <DoorRefused acts={door.refused} clock={at.clock} />
      </header>
      <div className={classes.lists}>
        {door.list.isPending && <SkeletonRows rows={6} height={64} />}
        {door.list.error && !door.list.data && (
          <ErrorNotice error={door.list.error} onRetry={() => void door.list.refetch()} />
        )}
        {door.list.data && (
          <DoorLists
            reported={foundSaying}
            expected={expected}
            inside={foundInside}
            empty={emptyText()}
            startsAt={session.startsAt}
            clock={at.clock}
            onAdmit={admit}
            onSubstitute={substitute}
            onTakeBack={takeBack}
          />
        )}
      </div>
      <footer className={classes.foot}>
        {at.last && (
          <DoorUndo
            key={at.last.nonce}
            message={at.last.message}
            onUndo={() => at.last && at.takeBackScan(at.last.nonce, at.last.name)}
            onGone={at.forget}
          />
        )}
        <div className={classes.keys}>
          {!camera && (
            <Button
              variant="default"
              size="lg"
              flex="none"
              aria-label={scanner('openLabel')}
              leftSection={<Icon name="camera" size={24} />}
              classNames={{ section: classes.scanIcon }}
              onClick={() => {
                search.current?.blur()
                setCamera(true)
              }}
            >
              <span className={classes.scan}>{scanner('open')}</span>
            </Button>
          )}
          <Button
            variant="default"
            size="lg"
            flex={1}
            px="sm"
            leftSection={<Icon name="plus" size={20} />}
            onClick={() => setWalkIn(true)}
          >
            {t('door.walkIn')}
          </Button>
        </div>
      </footer>
      <WalkInDialog
        sessionId={session.id}
        opened={walkIn}
        name={typed}
        outlets={outlets}
        onClose={() => setWalkIn(false)}
        onClosed={refocus}
        onSubmit={(guest) => {
          setWalkIn(false)
          at.admitWalkIn(guest)
        }}
      />
      <SubstituteDialog
        absent={absent}
        onClose={() => setAbsent(undefined)}
        onClosed={refocus}
        onSubmit={(guest, of) => {
          setAbsent(undefined)
          at.admitSubstitute(guest, of)
        }}
      />
    </main>
  )
}
