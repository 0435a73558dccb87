import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** What may be forged of an answer. */
export interface Forged {
  /** Where the browser says that it is. */
  readonly origin?: string;
  /** Another site's passkeys. */
  readonly rpId?: string;
  /** False: the person was there, and proved nothing. */
  readonly verified?: boolean;
  readonly challenge?: string;
  readonly type?: string;
  /** Signed by another key. */
  readonly signer?: KeyObject;
}

interface Options {
  readonly challenge: string;
}

/** An authenticator in software (WebAuthn level 3, ES256, no attestation): it makes one passkey, and answers with it as a browser would send it. */
export interface SoftAuthenticator {
  /** The credential's identifier, base64url. */
  readonly id: string;
  readonly key: KeyObject;
  /** The answer to what a page asks for a new passkey, JSON. */
  create(options: Options, forged?: Forged): string;
  /** The answer to what a page asks of a passkey, JSON; it counts its answers. */
  get(options: Options, forged?: Forged): string;
}

const [present, verifiedBit, attested] = [0x01, 0x04, 0x40];

/** @param site where the browser is, `http://films.test` */
export function softAuthenticator(site: string): SoftAuthenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const rawId = randomBytes(32);
  const id = rawId.toString('base64url');
  let counter = 0;
  const clientData = (type: string, challenge: string, forged: Forged): Buffer =>
    Buffer.from(
      JSON.stringify({
        type: forged.type ?? type,
        challenge: forged.challenge ?? challenge,
        origin: forged.origin ?? site,
        crossOrigin: false,
      }),
    );
  const head = (flags: number, { rpId = new URL(site).hostname, verified = true }: Forged): Buffer => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(++counter);
    const hash = createHash('sha256').update(rpId).digest();
    return Buffer.concat([hash, Buffer.from([flags | present | (verified ? verifiedBit : 0)]), count]);
  };
  const credential = { id, rawId: id, type: 'public-key', clientExtensionResults: {} };
  return {
    id,
    key: privateKey,
    create({ challenge }, forged = {}) {
      const cose = new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
        [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
      ]);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(rawId.length);
      const authData = Buffer.concat([head(attested, forged), Buffer.alloc(16), length, rawId, isoCBOR.encode(cose)]);
      const attestation = new Map<string, string | Uint8Array | Map<string, string>>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, string>()],
        ['authData', new Uint8Array(authData)],
      ]);
      return JSON.stringify({
        ...credential,
        response: {
          clientDataJSON: clientData('webauthn.create', challenge, forged).toString('base64url'),
          attestationObject: Buffer.from(isoCBOR.encode(attestation)).toString('base64url'),
          transports: ['internal', 'unheard-of'],
        },
      });
    },
    get({ challenge }, forged = {}) {
      const data = clientData('webauthn.get', challenge, forged);
      const authData = head(0, forged);
      const signed = Buffer.concat([authData, createHash('sha256').update(data).digest()]);
      return JSON.stringify({
        ...credential,
        response: {
          clientDataJSON: data.toString('base64url'),
          authenticatorData: authData.toString('base64url'),
          signature: sign('sha256', signed, forged.signer ?? privateKey).toString('base64url'),
        },
      });
    },
  };
}
