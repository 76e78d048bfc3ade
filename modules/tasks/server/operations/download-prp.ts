import { endpoint } from '#kernel/handlers.ts'
import { downloadPrp, getPrp } from '../../contract.ts'

export default endpoint(downloadPrp, async ({ call }, { taskId }) => {
  const { document } = await call(getPrp, { taskId })
  return new Response(document, {
    headers: {
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': `attachment; filename="prp-${taskId}.md"`,
      'cache-control': 'private, no-cache',
    },
  })
})
