import { Button, Group, Text } from '@mantine/core'
import { lazy, Suspense, useSyncExternalStore } from 'react'
import { commonMessages } from '../common-messages.ts'
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
const close = () => ({ 'aria-label': translator(commonMessages)('close') })

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

/** What was done, with "Urungkan" for 8 seconds. */
export const undoToast = async (message: string, onUndo: () => void) => {
  const shown = await notifications()
  const id = randomId()
  const undo = () => {
    shown.hide(id)
    onUndo()
  }
  shown.show({
    ...base,
    id,
    autoClose: undoTime,
    closeButtonProps: close(),
    message: (
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Text>{message}</Text>
        <Button size="compact-sm" variant="subtle" flex="none" onClick={undo}>
          {translator(commonMessages)('undo')}
        </Button>
      </Group>
    ),
  })
}
