/** Plain text whose matches stand between U+0002 and U+0003, with the matches marked. */
export function MarkedText({ text }: { text: string }) {
  return text.split('\u0002').map((piece, index) => {
    if (index === 0) return piece
    const [match, rest = ''] = piece.split('\u0003')
    return (
      <span key={index}>
        <mark>{match}</mark>
        {rest}
      </span>
    )
  })
}
