import { Button, Group, Text } from '@mantine/core'
import { lazy, Suspense, useSyncExternalStore } from 'react'
import { commonStrings } from '../common.strings.ts'
import { translator } from '../i18n.tsx'
import { errorText } from '../lib/error-text.ts'
import { randomId } from '../lib/random-id.ts'

// The toasts' code arrives with the first toast: the first page does without.
let wanted = false
const listeners = new Set<() => void>()
const Container = lazy(() =>
  import('./toast-container.tsx').then((module) => ({ default: module.ToastContainer })),
)

const notifications = async () => {
  wanted = true
  for (const listener of listeners) listener()
  return (await import('@mantine/notifications')).notifications
}

/** Where toasts appear; once, in main.tsx. */
export const Toasts = () => {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => wanted,
  )
  return shown ? (
    <Suspense fallback={null}>
      <Container />
    </Suspense>
  ) : null
}

const undoTime = 8_000
const base = { withCloseButton: true, withBorder: true, radius: 'md' } as const
const close = () => ({ 'aria-label': translator(commonStrings)('close') })

/** A line that goes away by itself. */
export const toast = async (message: string) => {
  const shown = await notifications()
  shown.show({ ...base, message, autoClose: 4_000, closeButtonProps: close() })
}

/** Why something done optimistically did not hold. */
export const errorToast = async (error: Error) => {
  const shown = await notifications()
  shown.show({
    ...base,
    message: errorText(error),
    color: 'red',
    autoClose: undoTime,
    closeButtonProps: close(),
  })
}

const withAction = (
  shown: Awaited<ReturnType<typeof notifications>>,
  {
    message,
    label,
    onAction,
    autoClose,
  }: {
    message: string
    label: string
    onAction: () => void
    autoClose: number | false
  },
) => {
  const id = randomId()
  const onClick = () => {
    shown.hide(id)
    onAction()
  }
  shown.show({
    ...base,
    id,
    autoClose,
    closeButtonProps: close(),
    message: (
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Text>{message}</Text>
        <Button size="compact-sm" variant="subtle" flex="none" onClick={onClick}>
          {label}
        </Button>
      </Group>
    ),
  })
}

/** What was done, with "Urungkan" for 8 seconds. */
export const undoToast = async (message: string, onUndo: () => void) =>
  withAction(await notifications(), {
    message,
    label: translator(commonStrings)('undo'),
    onAction: onUndo,
    autoClose: undoTime,
  })

/** Something that can be done, until it is or the line is closed. */
export const actionToast = async (message: string, label: string, onAction: () => void) =>
  withAction(await notifications(), { message, label, onAction, autoClose: false })
