import { createUser } from '#modules/identity/contract.ts'
import type { Actor, Role } from '#kernel/actor.ts'
import type { TestApp } from '#testing/test-app.ts'

/** Somebody who belongs to the owner's workspace, as the one who acts. */
export async function addMember(app: TestApp, name: string, role: Role = 'member'): Promise<Actor> {
  const { id } = await app.call(createUser, { name, email: `${name.toLowerCase()}@example.test`, role })
  return { ...app.owner, id, role, instanceAdmin: false }
}
