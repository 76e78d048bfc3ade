/** An answer to HEAD says what GET would (RFC 9110, section 9.3.2), and reads no file for it. */
export function withoutBodyAtHead(request: Request, response: Response): Response {
  if (request.method !== 'HEAD' || !isStreamed(response)) return response
  void response.body?.cancel()
  return new Response(null, response)
}

// A text whose length nobody gave is counted by the server.
const isStreamed = ({ headers }: Response) =>
  headers.has('content-length') || headers.get('content-type')?.startsWith('text/event-stream') === true
