import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

const USER_PRESENT = 0x01
const USER_VERIFIED = 0x04
const ATTESTED = 0x40

/** What a test may get wrong on purpose. */
export interface Behaviour {
  origin?: string
  rpId?: string
  challenge?: string
  verified?: boolean
  counter?: number
}

/** An authenticator in software: one ES256 key, made and used as WebAuthn level 3 says (6.3). */
export class Authenticator {
  readonly credentialId = randomBytes(16)
  readonly #key: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  counter = 0

  create(options: { challenge: string; rp: { id: string } }, behaviour: Behaviour = {}) {
    const authData = Buffer.concat([this.#head(options.rp.id, ATTESTED, behaviour), this.#attested()])
    const attestationObject = isoCBOR.encode(
      new Map<string, any>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ]),
    )
    return {
      ...this.#names(),
      response: {
        clientDataJSON: this.#clientData('webauthn.create', options.challenge, behaviour).toString('base64url'),
        attestationObject: Buffer.from(attestationObject).toString('base64url'),
        transports: ['internal'],
      },
    }
  }

  get(options: { challenge: string; rpId: string }, behaviour: Behaviour = {}) {
    this.counter = behaviour.counter ?? this.counter + 1
    const authenticatorData = this.#head(options.rpId, 0, behaviour)
    const clientData = this.#clientData('webauthn.get', options.challenge, behaviour)
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientData).digest()])
    return {
      ...this.#names(),
      response: {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: sign('sha256', signed, this.#key.privateKey).toString('base64url'),
      },
    }
  }

  #names() {
    const id = this.credentialId.toString('base64url')
    return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} }
  }

  #head(rpId: string, flags: number, { rpId: claimed = rpId, verified = true }: Behaviour): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.counter)
    const all = flags | USER_PRESENT | (verified ? USER_VERIFIED : 0)
    return Buffer.concat([createHash('sha256').update(claimed).digest(), Buffer.from([all]), counter])
  }

  /** The model's id, the credential's id with its length, and the key as COSE (RFC 9053, 7.1.1). */
  #attested(): Buffer {
    const { x, y } = this.#key.publicKey.export({ format: 'jwk' })
    const cose = new Map<number, any>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x!, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y!, 'base64url'))],
    ])
    const length = Buffer.from([0, this.credentialId.length])
    return Buffer.concat([Buffer.alloc(16), length, this.credentialId, isoCBOR.encode(cose)])
  }

  #clientData(type: string, challenge: string, behaviour: Behaviour): Buffer {
    const { origin = 'http://localhost', challenge: other = challenge } = behaviour
    return Buffer.from(JSON.stringify({ type, challenge: other, origin, crossOrigin: false }))
  }
}
