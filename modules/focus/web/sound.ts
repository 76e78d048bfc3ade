/** Sounds that the browser makes itself: there is no file, and nothing is asked of anybody. */

let context: AudioContext | undefined

function audio(): AudioContext {
  context ??= new AudioContext()
  // A page that nobody has touched yet may not sound; the next press lets it.
  if (context.state === 'suspended') void context.resume().catch(() => undefined)
  return context
}

/** A soft bell of two tones. */
export function ringBell(): void {
  const to = audio()
  for (const [frequency, delay] of [
    [660, 0],
    [880, 0.18],
  ] as const)
    tone(to, frequency, delay, 1.6, 0.18)
}

/** Plays rain or ticks until the signal says so. */
export function playWhile(sound: 'rain' | 'ticks', signal: AbortSignal): void {
  if (signal.aborted) return
  const to = audio()
  if (sound === 'ticks') {
    const timer = setInterval(() => tone(to, 1200, 0, 0.03, 0.03), 1000)
    signal.addEventListener('abort', () => clearInterval(timer))
    return
  }
  const rain = new AudioBufferSourceNode(to, { buffer: noise(to), loop: true })
  const softer = new GainNode(to, { gain: 0.12 })
  rain.connect(softer).connect(to.destination)
  rain.start()
  signal.addEventListener('abort', () => rain.stop())
}

function tone(to: AudioContext, frequency: number, delay: number, length: number, loud: number): void {
  const at = to.currentTime + delay
  const oscillator = new OscillatorNode(to, { frequency })
  const gain = new GainNode(to, { gain: 0 })
  gain.gain.setValueAtTime(loud, at)
  gain.gain.exponentialRampToValueAtTime(0.0001, at + length)
  oscillator.connect(gain).connect(to.destination)
  oscillator.start(at)
  oscillator.stop(at + length)
}

/** Some seconds of brown noise: each sample leans on the one before. */
function noise(to: AudioContext): AudioBuffer {
  const buffer = new AudioBuffer({ length: to.sampleRate * 4, sampleRate: to.sampleRate })
  const samples = buffer.getChannelData(0)
  let last = 0
  for (let index = 0; index < samples.length; index++) {
    last = (last + 0.02 * (Math.random() * 2 - 1)) / 1.02
    samples[index] = last * 3.5
  }
  return buffer
}
