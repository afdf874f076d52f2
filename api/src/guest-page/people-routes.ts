import { type PersonForm, takeBackForm } from '@ngopi/shared/personal-forms'
import { personalPath } from '../guest-views/page-context.ts'
import { type PeopleForm, type Problem, peoplePage } from '../guest-views/people-page.tsx'
import type { PersonFaults } from '../guest-views/people-text.ts'
import { personalPage } from '../guest-views/personal-page.tsx'
import type { PersonalView } from '../guest-views/personal-view.ts'
import { findLockedInvitation, type LockedInvitation } from '../invitations/lock-commands.ts'
import { closedBecause } from '../invitations/rules.ts'
import { AppError } from '../platform/app-error.ts'
import type { WholeTx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { findFormPress, newEntryOf } from '../rsvp/form-press-queries.ts'
import { matchOrCreateJournalist } from '../rsvp/named-person-commands.ts'
import { isStillNamed, nameGuest, takeBackNomination } from '../rsvp/nomination-commands.ts'
import { askToRepresent } from '../rsvp/representation-commands.ts'
import { substituteGuest } from '../rsvp/substitution-commands.ts'
import { lockByLink } from './commands.ts'
import { readPersonForm } from './person-form.ts'
import { goneNotice, type PersonalRouting, sendPage, type Visit } from './visit-routes.ts'

/** What a form about a person does, once for each press of its button. */
interface Once {
  person: PersonForm
  formKey: string | undefined
  /** Whether what the same press did before, at this invitation, still stands. */
  isDone: (tx: WholeTx, locked: LockedInvitation, doneAt: string) => Promise<boolean>
  work: (
    tx: WholeTx,
    locked: LockedInvitation,
    once: { person: PersonForm; responseId: string | undefined },
  ) => Promise<unknown>
}

/** Whether a form about people may be filled in. */
function isAsked(form: PeopleForm, view: PersonalView): boolean {
  if (view.answer === 'substituted' || closedBecause(view, new Date(view.now))) return false
  return form !== 'nominations' || view.group !== null
}

/** Why a person could not be taken; undefined for what is no matter of the form. */
function problemOf(error: unknown): Problem | undefined {
  if (!(error instanceof AppError)) return undefined
  if (error.code === 'full') return 'full'
  // Whether somebody is known, invited already or wants no invitations is nobody's business but theirs.
  return error.code === 'duplicate' || error.code === 'invalid' ? 'refused' : undefined
}

/** The forms by which a guest writes somebody down: a substitute, oneself with a forwarded link, who comes for a group. */
export function personalPeopleRoutes(routing: PersonalRouting, deps: Deps): void {
  const { database } = deps

  const write = <T>({ link }: Visit, work: (tx: WholeTx, locked: LockedInvitation) => Promise<T>) =>
    database.write([link.officeId], `invitation:${link.invitationId}`, async (tx) =>
      work(tx, await lockByLink(tx, link)),
    )

  /** As `write`, what a form asks for, unless it was done by the same press before and still stands. */
  const writeOnce = ({ link }: Visit, { person, formKey, isDone, work }: Once): Promise<unknown> =>
    database.write([link.officeId], `invitation:${link.invitationId}`, async (tx) => {
      // With the session's row held, the second press sees what the first did.
      const before = await findLockedInvitation(tx, link.invitationId)
      const press =
        before &&
        (await findFormPress(tx, {
          formKey,
          officeId: link.officeId,
          press: [link.invitationId, JSON.stringify(person)],
        }))
      if (before && press?.doneAt !== undefined && (await isDone(tx, before, press.doneAt))) return
      await work(tx, await lockByLink(tx, link), { person, responseId: newEntryOf(press) })
    })

  const showForm = (form: PeopleForm) =>
    routing.show(`/${form}`, ({ request, reply, view, token, language }) => {
      const done = form === 'represent' && request.query.terkirim !== undefined
      if (!done && !isAsked(form, view))
        return sendPage(reply, 200, personalPage(view, { token, language, received: false }))
      return sendPage(reply, 200, peoplePage(form, view, { token, language, done }))
    })

  /** Shows the form again with what was written in it and why it was not taken. */
  async function showAgain(
    visit: Visit,
    form: PeopleForm,
    { problem, faults = {} }: { problem: Problem; faults?: PersonFaults },
  ) {
    const { reply, link, token, language, request } = visit
    const view = await routing.look(link)
    const gone = goneNotice(link, view, language)
    if (gone) return sendPage(reply, 410, gone)
    if (!isAsked(form, view))
      return sendPage(reply, 409, personalPage(view, { token, language, received: false }))
    const written = request.body as Record<string, unknown> | undefined
    const page = peoplePage(form, view, {
      token,
      language,
      problem,
      faults,
      written: written ?? {},
    })
    return sendPage(reply, problem === 'incomplete' ? 400 : 409, page)
  }

  function takeForm(
    form: PeopleForm,
    {
      work,
      isDone = async () => false,
      below = form,
      acknowledged = false,
    }: Pick<Once, 'work'> & {
      isDone?: Once['isDone']
      /** Where the guest goes afterwards. */
      below?: string
      /** Whether the page there acknowledges what was sent. */
      acknowledged?: boolean
    },
  ) {
    return async (visit: Visit) => {
      const { person, formKey, faults } = readPersonForm(visit.request.body)
      if (!person) return showAgain(visit, form, { problem: 'incomplete', faults })
      try {
        await writeOnce(visit, { person, formKey, isDone, work })
      } catch (error) {
        const problem = problemOf(error)
        if (!problem) throw error
        return showAgain(visit, form, { problem })
      }
      return visit.reply.redirect(
        personalPath(visit.token, visit.language, below, acknowledged),
        303,
      )
    }
  }

  showForm('substitute')
  routing.take(
    '/substitute',
    takeForm('substitute', {
      below: '',
      isDone: async (_tx, locked, doneAt) =>
        doneAt === locked.id && locked.answer === 'substituted',
      work: async (
        tx,
        locked,
        { person: { fullName, phone = null, email = null }, responseId },
      ) => {
        const { officeId, outletId } = locked
        const person = { fullName, phone, email }
        const journalistId = await matchOrCreateJournalist(tx, { officeId, outletId, person })
        const by = { kind: 'journalist' } as const
        await substituteGuest(tx, { locked, journalistId, by, notify: false, responseId })
      },
    }),
  )

  showForm('represent')
  const takeRepresent = takeForm('represent', {
    acknowledged: true,
    work: (tx, locked, { person }) => askToRepresent(tx, { locked, person }),
  })
  routing.take('/represent', takeRepresent)

  showForm('nominations')
  const takeNomination = takeForm('nominations', {
    isDone: isStillNamed,
    work: (tx, locked, once) => nameGuest(tx, { locked, ...once }),
  })
  routing.take('/nominations', async (visit) => {
    const takenBack = takeBackForm.safeParse(visit.request.body)
    if (!takenBack.success) return takeNomination(visit)
    const { takeBack: invitationId } = takenBack.data
    await write(visit, (tx, locked) => takeBackNomination(tx, { locked, invitationId }))
    return visit.reply.redirect(personalPath(visit.token, visit.language, 'nominations'), 303)
  })
}
