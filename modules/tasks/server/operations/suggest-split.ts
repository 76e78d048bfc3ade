import { getTask, previewSplit, suggestSplit, listSteps } from '../../contract.ts'
import { endpoint } from '#kernel/handlers.ts'
import { askModel } from '../splitting/ask-model.ts'

export default endpoint(suggestSplit, async ({ call, log, ports, signal }, input) => {
  // Who may see the task and what can stand below it is the query's to say.
  const byRules = await call(previewSplit, input)
  if (ports.models === null || (byRules.scope === 'simple' && byRules.items.length === 0)) return Response.json(byRules)
  const task = await call(getTask, { id: input.id })
  const { items: steps } = await call(listSteps, { taskId: input.id })
  try {
    const answer = await askModel(ports.models, { task, steps, kind: byRules.kind, signal })
    return Response.json({ ...byRules, ...answer, source: 'model' })
  } catch (cause) {
    // Rules do: whoever waits for steps is not to hear of a model that is away.
    log.warn({ err: cause, task: input.id }, 'tasks.model-did-not-split')
    return Response.json(byRules)
  }
})
