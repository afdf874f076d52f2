import { useT } from '../../i18n.tsx'
import { PaperLine } from './paper-line.tsx'
import classes from './papers.module.css'
import { papersStrings } from './papers.strings.ts'

/** Papers being made, in a corner of whatever page is open. */
export const PaperTray = ({ ids }: { ids: readonly string[] }) => {
  const t = useT(papersStrings)
  return (
    <section className={classes.tray} aria-label={t('tray')} data-tray>
      <ul className={classes.lines}>
        {ids.map((id) => (
          <PaperLine key={id} id={id} />
        ))}
      </ul>
    </section>
  )
}
