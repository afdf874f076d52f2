import { Button, Kbd, Text, Title } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import type { QueueItem } from '@ngopi/shared/whatsapp'
import { useEffect, useRef, useState } from 'react'
import { useT } from '../../i18n.tsx'
import { phoneText } from '../../lib/phone-text.ts'
import { Time } from '../../lib/time.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ProblemForm } from './problem-form.tsx'
import type { Outcome } from './use-queue.ts'
import classes from './whatsapp.module.css'
import { whatsappStrings } from './whatsapp.strings.ts'

interface QueueGuestProps {
  item: QueueItem
  zone: string
  busy: boolean
  onSettle: (outcome: Outcome, note?: string) => Promise<unknown>
}

/** Who is next, the text ready, and what to do: open, mark, or say why not. */
export const QueueGuest = ({ item, zone, busy, onSettle }: QueueGuestProps) => {
  const t = useT(whatsappStrings)
  const open = useRef<HTMLAnchorElement>(null)
  const mark = useRef<HTMLButtonElement>(null)
  // What comes next is filled: first the message, then the word that it went.
  const [opened, setOpened] = useState(false)
  const [problem, setProblem] = useState(false)
  // Enter opens WhatsApp for each new guest; back from there it marks.
  useEffect(() => open.current?.focus(), [])
  const settle = (outcome: Outcome) => {
    // Why it failed is said above.
    if (!busy) onSettle(outcome).catch(() => undefined)
  }
  useHotkeys([
    ['W', () => open.current?.click()],
    ['T', () => settle('sent')],
    ['L', () => settle('skipped')],
    ['N', () => setProblem(true)],
  ])
  return (
    <section aria-labelledby="tamu" className={classes.guest}>
      <div>
        <Title order={2} id="tamu" className={classes.name}>
          {item.journalist.fullName}
        </Title>
        <Text c="dimmed">
          {item.outlet?.name ?? t('noOutlet')} ·{' '}
          <span className={classes.whole}>{phoneText(item.phone)}</span>
          {item.lastContact && (
            <>
              {' · '}
              {t.rich('lastContact', {
                at: () => (
                  <Time key="at" at={item.lastContact ?? ''} zone={zone} relative dayOnly />
                ),
              })}
            </>
          )}
        </Text>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long message is scrolled from the keyboard too */}
      <section className={classes.message} aria-label={t('message')} tabIndex={0}>
        {item.message}
      </section>
      {problem ? (
        <ProblemForm
          id={item.id}
          busy={busy}
          onSave={(note) => onSettle('problem', note)}
          onCancel={() => setProblem(false)}
        />
      ) : (
        <div className={classes.actions}>
          <Button
            component="a"
            ref={open}
            href={item.whatsappUrl}
            target="_blank"
            rel="noopener noreferrer"
            size="md"
            variant={opened ? 'default' : 'filled'}
            leftSection={<Icon name="chat" size={18} />}
            onClick={() => {
              setOpened(true)
              mark.current?.focus()
            }}
          >
            {t('openWhatsapp')}
          </Button>
          <Button
            ref={mark}
            size="md"
            variant={opened ? 'filled' : 'default'}
            loading={busy}
            leftSection={<Icon name="check" size={18} />}
            onClick={() => settle('sent')}
          >
            {t('mark')}
          </Button>
          <div className={classes.lesser}>
            <Button variant="subtle" color="gray" disabled={busy} onClick={() => settle('skipped')}>
              {t('skip')}
            </Button>
            <Button variant="subtle" color="gray" disabled={busy} onClick={() => setProblem(true)}>
              {t('problem')}
            </Button>
          </div>
        </div>
      )}
      <Text c="dimmed" size="xs" visibleFrom="sm" component="div">
        {t.rich('keys', {
          open: () => (
            <Kbd key="w" size="xs">
              W
            </Kbd>
          ),
          mark: () => (
            <Kbd key="t" size="xs">
              T
            </Kbd>
          ),
          skip: () => (
            <Kbd key="l" size="xs">
              L
            </Kbd>
          ),
          problem: () => (
            <Kbd key="n" size="xs">
              N
            </Kbd>
          ),
          undo: () => (
            <Kbd key="u" size="xs">
              U
            </Kbd>
          ),
        })}
      </Text>
    </section>
  )
}
