import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { z } from 'zod';
import type { StaffId } from '#brand.ts';
import { fault } from '#errors.ts';
import type { Db } from '#state/schema.ts';
import {
  keepChallenge,
  listPasskeys,
  notePasskeyUse,
  passkeyOf,
  takeChallenge,
  type PasskeyProof,
} from '#state/staff-passkeys.ts';
import type { Staff } from '#state/staff.ts';
import type { Site } from '#web/site.ts';

/** What a page's script hands to the browser, and the secret that binds the answer to it. */
export interface PasskeyAsked<Options> {
  readonly options: Options;
  readonly browser: string;
}

/** Asks for any passkey of this site, its user verified: the passkey says whose it is. */
export async function askPasskey(
  db: Db,
  site: Pick<Site, 'here'>,
): Promise<PasskeyAsked<PublicKeyCredentialRequestOptionsJSON>> {
  const options = await generateAuthenticationOptions({ rpID: placeOf(site), userVerification: 'required' });
  const { challenge } = options;
  return { options, browser: await keepChallenge(db, { challenge, purpose: 'passkey', staff: null }) };
}

/** Whose passkey answered. @param answer JSON of an AuthenticationResponseJSON, as it was sent @throws PASSKEY_REFUSED, STAFF_PROOF_OVER */
export async function readPasskey(
  db: Db,
  site: Pick<Site, 'here'>,
  { browser, answer }: { readonly browser: string; readonly answer: string },
): Promise<StaffId> {
  const expectedChallenge = await takeChallenge(db, { browser, purpose: 'passkey', staff: null });
  const response = read(authentication, answer);
  const known = await passkeyOf(db, response.id);
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
  await notePasskeyUse(db, known.id, authenticationInfo.newCounter);
  return known.staff;
}

/** Asks a browser for a new passkey of a member, kept by the authenticator so that no name is to be typed. */
export async function askNewPasskey(
  db: Db,
  site: Pick<Site, 'here' | 'lanterne'>,
  staff: Pick<Staff, 'id' | 'email' | 'name'>,
): Promise<PasskeyAsked<PublicKeyCredentialCreationOptionsJSON>> {
  const options = await generateRegistrationOptions({
    rpName: site.lanterne.config.cinemaName,
    rpID: placeOf(site),
    userID: new Uint8Array(Buffer.from(staff.id)),
    userName: staff.email,
    userDisplayName: staff.name,
    attestationType: 'none',
    excludeCredentials: (await listPasskeys(db, staff.id)).map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  const { challenge } = options;
  return { options, browser: await keepChallenge(db, { challenge, purpose: 'register', staff: staff.id }) };
}

/** The new passkey of a member, proven. @throws PASSKEY_REFUSED, STAFF_PROOF_OVER */
export async function readNewPasskey(
  db: Db,
  site: Pick<Site, 'here'>,
  staff: StaffId,
  { browser, answer }: { readonly browser: string; readonly answer: string },
): Promise<PasskeyProof> {
  const expectedChallenge = await takeChallenge(db, { browser, purpose: 'register', staff });
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
    staff,
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
