/**
 * Keeps a form from being sent while a field holds a text that stands for nothing yet: a day that cannot be read, a
 * name that nobody was chosen for. The browser's own validity carries it, so that any form can ask its fields.
 *
 * @param problem what is wrong; empty when nothing is
 */
export const markField = (field: HTMLInputElement | null, problem: string) =>
  field?.setCustomValidity(problem)

/** The first field of a form that must not be sent as it stands. */
export const firstHeldField = (form: HTMLFormElement | undefined): HTMLInputElement | undefined =>
  Array.from(form?.querySelectorAll('input') ?? []).find((field) => field.validity.customError)
