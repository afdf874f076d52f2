import { useNetwork } from '@mantine/hooks'
import { useT } from '../i18n.tsx'
import classes from './shell.module.css'
import { shellStrings } from './shell.strings.ts'

/** A quiet line, no alarm. */
export const OfflineNotice = () => {
  const t = useT(shellStrings)
  const { online } = useNetwork()
  return <div role="status">{!online && <p className={classes.offline}>{t('offline')}</p>}</div>
}
