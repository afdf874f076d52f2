/** @jsxRuntime automatic */
import { newId } from '../platform/ids.ts'
import type { Language } from '../platform/language.ts'
import { Letterhead, renderDocument } from '../platform/public-page/document.tsx'
import { EventFacts, Signature } from './event-parts.tsx'
import { type PageContext, pageContext } from './page-context.ts'
import type { PeopleText, PersonFaults } from './people-text.ts'
import type { PersonalView } from './personal-view.ts'

/** The forms in which a guest writes somebody down; each is the address below the link, too. */
export type PeopleForm = 'substitute' | 'represent' | 'nominations'

/** Why a person was not taken. */
export type Problem = keyof Pick<PeopleText, 'incomplete' | 'refused' | 'full'>

interface Showing {
  token: string
  language: Language
  /** What was just sent is acknowledged. */
  done?: boolean
  problem?: Problem
  /** What is wrong with which field. */
  faults?: PersonFaults
  /** What was written in the form before. */
  written?: Record<string, unknown>
}

interface FormProps {
  context: PageContext
  form: PeopleForm
  withOutlet: boolean
  submit: string
  written: Record<string, unknown>
  faults: PersonFaults
}

interface PersonFieldProps {
  name: keyof PersonFaults
  label: string
  hint?: string
  fault: string | undefined
  before: unknown
  type?: 'text' | 'tel' | 'email'
  maxLength: number
  required?: boolean
}

/** One line of the form; what is wrong with it stands below, and what was typed stays. */
const PersonField = ({
  name,
  label,
  hint,
  fault,
  before,
  type = 'text',
  maxLength,
  required = false,
}: PersonFieldProps) => (
  <>
    <label htmlFor={name}>
      {label}
      {hint && <span>{hint}</span>}
    </label>
    <input
      id={name}
      name={name}
      type={type}
      required={required}
      maxLength={maxLength}
      autoComplete="off"
      defaultValue={typeof before === 'string' ? before : undefined}
      aria-invalid={fault ? true : undefined}
      aria-describedby={fault ? `${name}-fault` : undefined}
    />
    {fault && (
      <p className="fault" id={`${name}-fault`}>
        {fault}
      </p>
    )}
  </>
)

const PersonForm = ({ context, form, withOutlet, submit, written, faults }: FormProps) => {
  const { people, path, view } = context
  const fieldProps = (name: keyof PersonFaults) => {
    const fault = faults[name]
    return { name, before: written[name], fault: fault && people.faults[fault] }
  }
  return (
    <form method="post" action={path(form)}>
      <PersonField {...fieldProps('fullName')} label={people.fullName} maxLength={160} required />
      <PersonField
        {...fieldProps('phone')}
        label={people.phone}
        hint={people.phoneHint}
        type="tel"
        maxLength={40}
      />
      <PersonField {...fieldProps('email')} label={people.email} type="email" maxLength={254} />
      {withOutlet && (
        <PersonField
          {...fieldProps('outletName')}
          label={people.outlet}
          hint={people.outletHint(view.outlet)}
          maxLength={160}
        />
      )}
      <input type="hidden" name="formKey" value={newId()} />
      <div className="do">
        <button type="submit" className="main">
          {submit}
        </button>
      </div>
    </form>
  )
}

/** Whom a coordinator named so far, each to be taken back. */
const Named = ({ view, people, path }: PageContext) => (
  <ul className="named">
    {view.group?.named.map(({ id, name, answer, replaced }) => (
      <li key={id}>
        <span>
          {name}
          <small>
            {people.stands[answer]}
            {replaced && ` · ${people.replaced}`}
          </small>
        </span>
        <form method="post" action={path('nominations')}>
          <button
            type="submit"
            name="takeBack"
            value={id}
            aria-label={`${people.takeBack}: ${name}`}
          >
            {people.takeBack}
          </button>
        </form>
      </li>
    ))}
  </ul>
)

/** What the form is called, what it does, and what its button says. */
function wordsOf(form: PeopleForm, { people, view }: PageContext) {
  switch (form) {
    case 'substitute':
      return {
        title: people.substitute,
        hint: people.substituteHint(view.outlet),
        submit: people.substituteDo,
      }
    case 'represent':
      return {
        title: people.representTitle,
        hint: people.representHint,
        submit: people.representDo,
      }
    case 'nominations':
      return {
        title: people.coordinates(view.group?.name ?? ''),
        hint: people.nominationsHint,
        submit: people.nominateDo,
      }
  }
}

/** One form about somebody else than the guest. Opening it changes nothing, and it names nobody the reader did not. */
export function peoplePage(
  form: PeopleForm,
  view: PersonalView,
  { token, language, done = false, problem, faults = {}, written = {} }: Showing,
): string {
  const context = pageContext(view, token, language)
  const { text, people, path } = context
  const { title, hint, submit } = wordsOf(form, context)
  const group = form === 'nominations' ? view.group : null
  const full = group !== null && group.named.length >= group.places
  return renderDocument({
    language,
    title: `${done ? people.representSent : title} · ${view.title}`,
    children: (
      <>
        <Letterhead office={view.office} />
        <h1 className="greet">{done ? people.representSent : title}</h1>
        <p>{done ? people.representSentHint : hint}</p>
        {problem && (
          <p className="state cancelled" role="alert">
            {people[problem]}
          </p>
        )}
        {group && (
          <>
            <p>
              <b>{people.named(group.named.length, group.places)}</b>{' '}
              {full && people.nominationsFull}
            </p>
            {group.named.length > 0 && <Named {...context} />}
          </>
        )}
        {!done && !full && (
          <PersonForm
            context={context}
            form={form}
            withOutlet={form !== 'substitute'}
            submit={submit}
            written={written}
            faults={faults}
          />
        )}
        <section>
          <h2>{view.title}</h2>
          <EventFacts {...context} />
        </section>
        <a className="button" href={path()}>
          {text.backToInvitation}
        </a>
        <Signature {...context} />
      </>
    ),
  })
}
