import { personOf } from '#kernel/actor.ts'
import { gamesAndPrompts } from '#modules/day/contract.ts'
import { estimateDuration } from '../../contract.ts'
import { query } from '../database.ts'
import { estimate } from '../estimates/estimator.ts'
import { plainRange } from '../estimates/plain-range.ts'
import { referenceClassOf } from '../estimates/reference-class.ts'
import { beatsMedian } from '../model/beats-median.ts'
import { findModel, readModel } from '../model/find-model.ts'
import { rangeInWords, referenceInWords } from '../model/in-words.ts'
import { isProject } from '../model/is-project.ts'
import { toFacts } from '../model/to-past-task.ts'

/** With fewer past tasks nothing is said: a range would be nearly any time. */
const ENOUGH = 5

export default query(estimateDuration, async (context, { title, projectId, labels, ownMinutes }) => {
  const { db, actor, ask, fail, setting } = context
  if (!(await isProject(ask, projectId))) return fail('project-not-found')
  const row = await findModel(db, personOf(actor))
  const model = readModel(row)
  const learned = model ? row!.tasks : 0
  if (!model || learned < ENOUGH) return { ...NOTHING, own: ownMinutes, suggested: ownMinutes, learned }

  const facts = { ...toFacts({ title, projectId, labels }), ownMinutes }
  const made = estimate(model.estimator, facts)
  const used = beatsMedian(model.backTest)
  const { minutes, range } = used ? made : plainRange(model.estimator)
  const reference = used ? referenceClassOf(model.estimator, facts) : OF_ALL(learned)
  // A correction that nobody asked for is a prompt.
  const corrected = made.corrected && (await setting(gamesAndPrompts))
  return {
    range,
    text: rangeInWords(range, reference.tasks),
    likely: minutes,
    own: ownMinutes,
    suggested: corrected ? made.suggested : ownMinutes,
    corrected,
    reference: {
      kind: reference.kind,
      label: reference.label,
      words: referenceInWords(reference),
      n: reference.tasks,
    },
    learned,
  }
})

const NOTHING = { range: null, text: null, likely: null, corrected: false, reference: null }

const OF_ALL = (tasks: number) => ({ kind: 'person', label: null, tasks }) as const
