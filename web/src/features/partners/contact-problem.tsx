import { useT } from '../../i18n.tsx'
import { Time } from '../../lib/time.tsx'
import { useOfficeZone } from '../../lib/use-office-zone.ts'
import { Icon } from '../../ui/icon.tsx'
import { journalistMessages } from './journalist-messages.ts'
import classes from './partners.module.css'

/** Says of a number or an address that it was found not to work; another one takes the mark away. */
export const ContactProblem = ({ of, since }: { of: 'phone' | 'email'; since: string }) => {
  const t = useT(journalistMessages)
  const zone = useOfficeZone()
  return (
    <span className={classes.problem}>
      <Icon name="warning" size={16} />
      <span>{t.rich(`${of}Problem`, { day: () => <Time at={since} zone={zone} dayOnly /> })}</span>
    </span>
  )
}
