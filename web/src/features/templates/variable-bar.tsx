import { type TemplateVariable, templateVariable } from '@ngopi/shared/templates'
import { useT } from '../../i18n.tsx'
import { templateStrings } from './template.strings.ts'
import classes from './templates.module.css'

/** The variables, each put where the cursor is. */
export const VariableBar = ({ onChoose }: { onChoose: (name: TemplateVariable) => void }) => {
  const t = useT(templateStrings)
  return (
    <fieldset className={classes.variables}>
      <legend>{t('variables')}</legend>
      {templateVariable.options.map((name) => (
        <button
          key={name}
          type="button"
          title={t(`variable.${name}`)}
          aria-label={`{${name}}: ${t(`variable.${name}`)}`}
          className={classes.variable}
          onClick={() => onChoose(name)}
        >
          {`{${name}}`}
        </button>
      ))}
    </fieldset>
  )
}
