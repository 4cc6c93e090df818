import type { Gmt, PracticeUser, PracticeUserName } from './practice-state.ts'
import type { Role } from './roles.ts'

const PEOPLE = [
  { id: 1, userName: 'administrator', displayName: 'Desk of The Open Gate', role: 'administrator' },
  { id: 2, userName: 'you', displayName: 'You', role: 'editor' },
  { id: 3, userName: 'editor', displayName: 'Maren Tolvik', role: 'editor' },
  { id: 4, userName: 'author', displayName: 'Nadia Ferrane', role: 'author' },
  { id: 5, userName: 'contributor', displayName: 'Trần Minh Hạnh', role: 'contributor' },
] as const satisfies { id: number; userName: PracticeUserName; displayName: string; role: Role }[]

/** The staff of the practice blog, still without passwords. */
export const peopleOf = (registeredGmt: Gmt): PracticeUser[] =>
  PEOPLE.map((person) => ({
    id: person.id,
    userName: person.userName,
    displayName: person.displayName,
    email: `${person.userName}@velmark.example`,
    role: person.role,
    registeredGmt,
    applicationPassword: null,
  }))
