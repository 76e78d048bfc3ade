/** An answer whose bytes never change, so that a reader who has them gets them not again (RFC 9110, 13.1.2). */
export function answerFile(
  request: Request,
  bytes: () => Uint8Array | string,
  { tag, ...headers }: { tag: string } & Record<string, string>,
): Response {
  const etag = `"${tag}"`
  const kept = { etag, 'cache-control': 'private, no-cache' }
  if (knows(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers: kept })
  return new Response(bytes() as string, { headers: { ...kept, ...headers } })
}

function knows(header: string | null, etag: string): boolean {
  return (
    header !== null && header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
  )
}
