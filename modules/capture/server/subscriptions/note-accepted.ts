import { subscription } from '#kernel/handlers.ts'
import { habitsAccepted, habitsTakenBack } from '../../../day/contract.ts'
import { captureAccepted, captureTakenBack } from '../../../tasks/contract.ts'
import { noteAccepted } from '../internal.ts'

/** A piece that was made is offered no more, until that is taken back. */
export default subscription({
  name: 'capture.note-accepted',
  events: [captureAccepted, captureTakenBack, habitsAccepted, habitsTakenBack],
  async handle({ forPerson }, events) {
    for (const { type, subjectId, personId, data } of events)
      if (personId !== null)
        await forPerson(personId).call(noteAccepted, {
          id: subjectId,
          items: data.items as string[],
          accepted: type === captureAccepted.name || type === habitsAccepted.name,
        })
  },
})
