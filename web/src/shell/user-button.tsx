import { UnstyledButton } from '@mantine/core'
import type { ComponentProps } from 'react'
import { useT } from '../i18n.tsx'
import { useUser } from '../lib/use-session.ts'
import classes from './shell.module.css'
import { shellStrings } from './shell.strings.ts'

/** Who is logged in, and where; opens the menu. */
export const UserButton = (props: ComponentProps<'button'>) => {
  const t = useT(shellStrings)
  const user = useUser()
  return (
    <UnstyledButton
      aria-haspopup="menu"
      {...props}
      className={classes.user}
      aria-label={t('menu', { name: user.name })}
    >
      <span className={classes.initial} aria-hidden="true">
        {user.name.slice(0, 1)}
      </span>
      <span className={classes.userText}>
        <span className={classes.userName}>{user.name}</span>
        <span className={classes.userOffice}>{user.office.name}</span>
      </span>
    </UnstyledButton>
  )
}
