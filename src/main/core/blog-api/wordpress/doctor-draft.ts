/** The draft that a site doctor writes and takes away again. By its slug every desk knows it, and brings none down. */
export const DOCTOR_TITLE = 'Attaché looks whether it can write here'

/** `token` is of the desk: a visit finds again what an earlier one could not take away. */
export const doctorSlug = (token: string): string => `attache-doctor-${token}`

/** Also of one in the blog's trash. */
export const isDoctorSlug = (slug: string): boolean =>
  /^attache-doctor-[0-9a-f]{32}(-\d+)?(__trashed)?(-\d+)?$/.test(slug)
