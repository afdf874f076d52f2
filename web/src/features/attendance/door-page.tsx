import { Button, Text, Title } from '@mantine/core'
import { type Attendance, attendanceApi } from '@ngopi/shared/attendance'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useLocale, useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { formatClock } from '../../lib/format-time.ts'
import { useUser } from '../../lib/use-session.ts'
import { paths } from '../../paths.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { AppLink } from '../../ui/link.tsx'
import { moveBetweenRows } from '../../ui/move-between-rows.ts'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { errorToast } from '../../ui/toast.tsx'
import { useSession } from '../sessions/api.ts'
import classes from './door.module.css'
import { doorCount } from './door-count.ts'
import { type DoorGuest, inside, stillToCome } from './door-list.ts'
import { DoorRefused } from './door-refused.tsx'
import { ExpectedRow, InsideRow } from './door-rows.tsx'
import { DoorSearch } from './door-search.tsx'
import { DoorUndo } from './door-undo.tsx'
import { findGuests } from './find-guests.ts'
import { liveMessages } from './live-messages.ts'
import { attendanceMessages } from './messages.ts'
import { invitationIn } from './pass.ts'
import { useDoor } from './use-door.ts'
import { WalkInDialog } from './walk-in-dialog.tsx'

/** The guest desk: find, tap, next. Works on through a lost connection. */
export const DoorPage = () => {
  const t = useT(attendanceMessages)
  const live = useT(liveMessages)
  const locale = useLocale()
  const user = useUser()
  const session = useSession()
  const door = useDoor(session.id)
  const cache = useQueryClient()
  const [typed, setTyped] = useState('')
  const [walkIn, setWalkIn] = useState(false)
  const [notice, setNotice] = useState('')
  const [last, setLast] = useState<{ message: string; nonce: string; name: string }>()
  const forget = useCallback(() => setLast(undefined), [])
  const search = useRef<HTMLInputElement>(null)
  const { guests } = door

  useEffect(() => {
    document.title = `${t('door.title')} · ${session.title} · Ngopi`
  }, [t, session.title])

  const present = inside(guests)
  const count = doorCount(guests, session.capacity)
  const clock = (at: string) => formatClock(at, session.timeZone, locale)

  const takeBackScan = (nonce: string, name: string) => {
    door.record({ undo: nonce }, name)
    setLast(undefined)
    setNotice(t('door.undone', { name }))
    search.current?.focus()
  }
  const takeBack = async (guest: DoorGuest) => {
    if (guest.nonce) return takeBackScan(guest.nonce, guest.name)
    if (!guest.invitationId) return
    // Somebody else let this guest in; there is no act of this device to refer to.
    try {
      await call(attendanceApi.mark, {
        params: { id: session.id, invitationId: guest.invitationId },
        body: { status: 'unmarked' },
      })
      setNotice(t('door.undone', { name: guest.name }))
    } catch (error) {
      void errorToast(error instanceof Error ? error : new Error(String(error)))
    }
    void cache.invalidateQueries({ queryKey: ['sessions'] })
    search.current?.focus()
  }
  const entered = (name: string, nonce: string) => {
    const now = present.length + 1
    const over = session.capacity !== null && now > session.capacity
    const message = over
      ? t('door.overCapacity', { name, present: now, total: session.capacity ?? 0 })
      : t('door.admittedName', { name, time: clock(new Date().toISOString()) })
    setTyped('')
    setNotice('')
    setLast({ message, nonce, name })
    search.current?.focus()
  }
  const admit = (guest: DoorGuest) => {
    if (!guest.invitationId || guest.present) return
    entered(guest.name, door.record({ invitationId: guest.invitationId }, guest.name))
  }
  const enterPass = (pass: string) => {
    const claimed = guests.find((guest) => guest.invitationId === invitationIn(pass))
    const name = claimed?.name ?? t('door.someone')
    setTyped('')
    setNotice(t('door.passSending'))
    const nonce = door.record({ pass }, name, (result) => {
      if (!result) return setNotice(t('door.passKept'))
      const known: Attendance | undefined = result.attendance
      const who = known?.journalist.fullName ?? name
      if (result.outcome === 'admitted') entered(who, nonce)
      else setNotice(t(`door.pass.${result.outcome}`, { name: who }))
    })
  }

  const expected = findGuests(stillToCome(guests), typed)
  const foundInside = findGuests(present, typed)
  const nothing = typed !== '' && expected.length === 0 && foundInside.length === 0
  const emptyText = () => {
    if (nothing) return t('door.noMatch', { search: typed })
    return guests.length === 0 ? t('door.emptyList') : t('door.everybodyIn')
  }

  return (
    <main className={classes.door}>
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
        </div>
        <DoorSearch
          inputRef={search}
          value={typed}
          onChange={setTyped}
          onPass={enterPass}
          onEnter={() => {
            const [only] = expected
            const [known] = foundInside
            if (only && expected.length === 1) admit(only)
            else if (known && expected.length === 0)
              setNotice(t('door.pass.already', { name: known.name }))
            else document.querySelector<HTMLElement>('[data-row]')?.focus()
          }}
          paused={walkIn}
        />
        <p className={classes.notice} role="status" data-hint={notice === '' || undefined}>
          {notice || t('door.searchHint')}
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
        <DoorRefused acts={door.refused} clock={clock} />
      </header>
      <div className={classes.lists}>
        {door.list.isPending && <SkeletonRows rows={6} height={64} />}
        {door.list.error && !door.list.data && (
          <ErrorNotice error={door.list.error} onRetry={() => void door.list.refetch()} />
        )}
        {door.list.data && (
          <>
            <section aria-labelledby="belum">
              <h2 id="belum" className={classes.part}>
                {t('door.expected', { count: expected.length })}
              </h2>
              {expected.length === 0 && <Text c="dimmed">{emptyText()}</Text>}
              <ul className={classes.rows} onKeyDown={moveBetweenRows}>
                {expected.map((guest) => (
                  <ExpectedRow key={guest.key} guest={guest} onAdmit={() => admit(guest)} />
                ))}
              </ul>
            </section>
            {foundInside.length > 0 && (
              <section aria-labelledby="sudah">
                <h2 id="sudah" className={classes.part}>
                  {t('door.admitted', { count: foundInside.length })}
                </h2>
                <ul className={classes.rows}>
                  {foundInside.map((guest) => (
                    <InsideRow
                      key={guest.key}
                      guest={guest}
                      time={guest.arrivedAt ? clock(guest.arrivedAt) : ''}
                      onTakeBack={
                        guest.nonce || guest.invitationId ? () => void takeBack(guest) : undefined
                      }
                    />
                  ))}
                </ul>
              </section>
            )}
          </>
        )}
      </div>
      <footer className={classes.foot}>
        {last && (
          <DoorUndo
            key={last.nonce}
            message={last.message}
            onUndo={() => takeBackScan(last.nonce, last.name)}
            onGone={forget}
          />
        )}
        <Button
          variant="default"
          size="lg"
          fullWidth
          leftSection={<Icon name="plus" size={20} />}
          onClick={() => setWalkIn(true)}
        >
          {t('door.walkIn')}
        </Button>
      </footer>
      <WalkInDialog
        opened={walkIn}
        name={typed}
        outlets={door.rows.flatMap((row) => (row.outlet ? [row.outlet] : []))}
        onClose={() => setWalkIn(false)}
        onClosed={() => search.current?.focus()}
        onSubmit={(guest) => {
          setWalkIn(false)
          entered(guest.fullName, door.record({ walkIn: guest }, guest.fullName))
        }}
      />
    </main>
  )
}
