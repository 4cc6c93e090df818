/** Before a reply leaves: minutes in which it is held, or for as long as the person has not let it go. */
export type SecondLook = number | 'until-looked-at'

export const LONGEST_SECOND_LOOK_MINUTES = 60
