/** What a keyboard event says, as far as it matters here. */
export type KeyEvent = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'> & {
  getModifierState?: (name: string) => boolean
}

/** The key that was pressed, as actions name theirs: `e`, `#`, `U`, `Mod+k`; null for a modifier or another combination. */
export function readKey(event: KeyEvent): string | null {
  if (modifiers.has(event.key)) return null
  // AltGr writes characters such as # on many layouts; the system reports it as Alt, or as Ctrl and Alt.
  const writes = event.getModifierState?.('AltGraph') ?? false
  if (event.altKey && !writes) return null
  const key = latin(event)
  return (event.ctrlKey || event.metaKey) && !writes ? `Mod+${key.toLowerCase()}` : key
}

const modifiers = new Set([
  'Shift',
  'Control',
  'Alt',
  'Meta',
  'AltGraph',
  'CapsLock',
  'Dead',
  'Process',
  'Unidentified',
])

// What the key writes comes first. Where that is no Latin character, the key's place on the board says which is meant.
function latin({ key, code, shiftKey }: KeyEvent): string {
  if (key.length > 1 || key.codePointAt(0)! < 128) return key
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter) return shiftKey ? letter : letter.toLowerCase()
  return places[code]?.[shiftKey ? 1 : 0] ?? key
}

const places: Record<string, string> = {
  Digit1: '1!',
  Digit2: '2@',
  Digit3: '3#',
  Digit4: '4$',
  Digit5: '5%',
  Digit6: '6^',
  Digit7: '7&',
  Digit8: '8*',
  Digit9: '9(',
  Digit0: '0)',
  Slash: '/?',
  Period: '.>',
  Comma: ',<',
  Semicolon: ';:',
  BracketLeft: '[{',
  BracketRight: ']}',
}
