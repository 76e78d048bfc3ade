const MAX_NAME = 200

/** A Content-Disposition that always downloads, with a name in ASCII and in UTF-8 (RFC 6266, RFC 8187). */
export function attachmentDisposition(filename: string): string {
  // Control and format characters could end the header, or show `exe.txt` for `txt.exe`.
  const name = filename
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\:*?"<>|]/gu, '_')
    .slice(0, MAX_NAME)
    .toWellFormed()
  const ascii = name.replace(/[^\x20-\x7e]|[%'"\\]/g, '_')
  const utf8 = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${utf8}`
}
