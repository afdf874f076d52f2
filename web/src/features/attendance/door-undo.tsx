import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import classes from './door.module.css'

/** How long the last admission can be taken back from here, in milliseconds. */
const shownFor = 8_000

interface DoorUndoProps {
  message: string
  onUndo: () => void
  onGone: () => void
}

/** The last guest let in, with the way back. One line above the thumb, never over the list. */
export const DoorUndo = ({ message, onUndo, onGone }: DoorUndoProps) => {
  const common = useT(commonStrings)
  useEffect(() => {
    const timer = setTimeout(onGone, shownFor)
    return () => clearTimeout(timer)
  }, [onGone])
  return (
    <div className={classes.undo}>
      <span role="status">{message}</span>
      <Button
        variant="subtle"
        size="md"
        flex="none"
        onMouseDown={(event) => event.preventDefault()}
        onClick={onUndo}
      >
        {common('undo')}
      </Button>
    </div>
  )
}
