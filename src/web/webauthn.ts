import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { z } from 'zod';
import { fault } from '#errors.ts';
import {
  keepChallenge,
  listPasskeys,
  takeChallenge,
  type PasskeyOwner,
  type PasskeyProof,
  type PasskeyShown,
} from '#state/passkeys.ts';
import type { Db } from '#state/schema.ts';
import type { Site } from '#web/site.ts';

/** What a page's script hands to the browser, and the secret that binds the answer to it. */
export interface PasskeyAsked<Options> {
  readonly options: Options;
  readonly browser: string;
}

/** What a browser sent: what its cookie holds, and the JSON of the answer as it came. */
export interface PasskeyAnswer {
  readonly browser: string;
  readonly answer: string;
}

/** Asks for any passkey of this site, its user verified: the passkey says whose it is. @param kind whose pages ask: nobody else's will do */
export async function askPasskey(
  db: Db,
  site: Pick<Site, 'here'>,
  kind: PasskeyOwner['kind'],
): Promise<PasskeyAsked<PublicKeyCredentialRequestOptionsJSON>> {
  const options = await generateAuthenticationOptions({ rpID: placeOf(site), userVerification: 'required' });
  return { options, browser: await keepChallenge(db, options.challenge, { enter: kind }) };
}

/**
 * Whose passkey answered. Its use is the caller's to note, in the transaction that lets its owner in.
 * @param find a passkey of that kind of owner by its identifier, when its owner may come in
 * @throws PASSKEY_REFUSED, PASSKEY_OVER
 */
export async function readPasskey<Owner>(
  db: Db,
  site: Pick<Site, 'here'>,
  kind: PasskeyOwner['kind'],
  find: (db: Db, id: string) => Promise<(PasskeyProof & { readonly owner: Owner }) | null>,
  { browser, answer }: PasskeyAnswer,
): Promise<PasskeyShown<Owner>> {
  const expectedChallenge = await takeChallenge(db, browser, { enter: kind });
  const response = read(authentication, answer);
  const known = await find(db, response.id);
  if (known === null) throw fault('PASSKEY_REFUSED', { reason: 'it is not known here' });
  const { verified, authenticationInfo } = await refusing(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge,
      expectedOrigin: site.here,
      expectedRPID: placeOf(site),
      credential: {
        id: known.id,
        publicKey: new Uint8Array(Buffer.from(known.publicKey, 'base64url')),
        counter: known.counter,
      },
      requireUserVerification: true,
    }),
  );
  if (!verified) throw fault('PASSKEY_REFUSED', { reason: 'the signature does not fit' });
  return { owner: known.owner, id: known.id, counter: authenticationInfo.newCounter };
}

/** Asks a browser for a new passkey of somebody who is in, kept by the authenticator so that no name is to be typed. @param named what the device shows of the account */
export async function askNewPasskey(
  db: Db,
  site: Pick<Site, 'here' | 'lanterne'>,
  owner: PasskeyOwner,
  named: { readonly account: string; readonly person: string },
): Promise<PasskeyAsked<PublicKeyCredentialCreationOptionsJSON>> {
  const options = await generateRegistrationOptions({
    rpName: site.lanterne.config.cinemaName,
    rpID: placeOf(site),
    userID: new Uint8Array(Buffer.from(owner.id)),
    userName: named.account,
    userDisplayName: named.person,
    attestationType: 'none',
    excludeCredentials: (await listPasskeys(db, owner)).map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { options, browser: await keepChallenge(db, options.challenge, { add: owner }) };
}

/** The new passkey of somebody who is in, proven. @throws PASSKEY_REFUSED, PASSKEY_OVER */
export async function readNewPasskey(
  db: Db,
  site: Pick<Site, 'here'>,
  owner: PasskeyOwner,
  { browser, answer }: PasskeyAnswer,
): Promise<PasskeyProof> {
  const expectedChallenge = await takeChallenge(db, browser, { add: owner });
  const response = read(registration, answer);
  const { verified, registrationInfo } = await refusing(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: site.here,
      expectedRPID: placeOf(site),
      requireUserVerification: true,
    }),
  );
  if (!verified) throw fault('PASSKEY_REFUSED', { reason: 'it was not proven' });
  const { id, publicKey, counter } = registrationInfo.credential;
  return {
    id,
    publicKey: Buffer.from(publicKey).toString('base64url'),
    counter,
    transports: response.response.transports ?? [],
  };
}

// the site that a passkey is of: its host without port
const placeOf = ({ here }: Pick<Site, 'here'>): string => new URL(here).hostname;

const base64url = z
  .string()
  .regex(/^[\w-]+$/)
  .max(20_000);
const credential = { id: base64url, rawId: base64url, type: z.literal('public-key') };
const nothing = z.unknown().transform(() => ({}));
const transport = z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']);
const authentication = z.object({
  ...credential,
  clientExtensionResults: nothing,
  response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
});
const registration = z.object({
  ...credential,
  clientExtensionResults: nothing,
  response: z
    .object({ clientDataJSON: base64url, attestationObject: base64url, transports: z.array(z.string()).optional() })
    .transform(({ transports, ...rest }) => ({
      ...rest,
      transports: (transports ?? []).flatMap((one) => transport.safeParse(one).data ?? []),
    })),
});

function read<T>(shape: z.ZodType<T>, text: string): T {
  const { success, data, error } = shape.safeParse(parsed(text));
  if (!success) throw fault('PASSKEY_REFUSED', { reason: 'it is no answer of a passkey' }, error);
  return data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw fault('PASSKEY_REFUSED', { reason: error instanceof Error ? error.message : String(error) }, error);
  }
}
