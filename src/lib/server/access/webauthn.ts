import type {
	AuthenticationResponseJSON,
	AuthenticatorTransport,
	PublicKeyCredentialCreationOptionsJSON,
	PublicKeyCredentialRequestOptionsJSON,
	RegistrationResponseJSON
} from '@simplewebauthn/server';
import * as v from 'valibot';
import type { Passkey } from '../store/people/passkeys.ts';

// What browsers and devices say to each other and to us: https://www.w3.org/TR/webauthn-3/

export type { PublicKeyCredentialRequestOptionsJSON };

/** Loaded when somebody first asks for a passkey: most starts need none of its five hundred files. */
const webauthn = () => import('@simplewebauthn/server');

const text = v.pipe(v.string(), v.maxLength(20_000));
const shape = v.looseObject({ id: text, response: v.looseObject({ clientDataJSON: text }) });
const clientData = v.object({ challenge: text });

/** What a device answered, and to which question. */
export type Answered = { given: unknown; id: string; challenge: string };

/** Reads what a browser sent for a device; null for what is no such answer. */
export function readCredential(typed: string): Answered | null {
	try {
		const given: unknown = JSON.parse(typed);
		const { id, response } = v.parse(shape, given);
		const data: unknown = JSON.parse(decoded(response.clientDataJSON));
		return { given, id, challenge: decoded(v.parse(clientData, data).challenge) };
	} catch {
		return null;
	}
}

const decoded = (base64url: string) => Buffer.from(base64url, 'base64url').toString('utf8');

/** The name by which devices know this installation: of its host alone, whatever the port. */
const nameOf = (origin: string) => new URL(origin).hostname;

/** What a browser is to ask of a device for a new passkey. */
export async function creationOptions(
	{ id, name, email }: { id: string; name: string; email: string },
	known: readonly Passkey[],
	{ origin, challenge }: { origin: string; challenge: string }
): Promise<PublicKeyCredentialCreationOptionsJSON> {
	const { generateRegistrationOptions } = await webauthn();
	return generateRegistrationOptions({
		rpName: 'Rubrique',
		rpID: nameOf(origin),
		challenge,
		userID: Buffer.from(id),
		userName: email,
		userDisplayName: name,
		attestationType: 'none',
		// a device that has one already is not asked for a second
		excludeCredentials: known.map((one) => ({ id: one.id, transports: reach(one) })),
		// the device knows by itself whose it is, and asks for a finger, a face or a PIN each time
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' }
	});
}

/** What a browser is to ask of a device that has one: nobody is named, it says itself whose it is. */
export async function requestOptions({
	origin,
	challenge
}: {
	origin: string;
	challenge: string;
}): Promise<PublicKeyCredentialRequestOptionsJSON> {
	const { generateAuthenticationOptions } = await webauthn();
	const rpID = nameOf(origin);
	return generateAuthenticationOptions({ rpID, challenge, userVerification: 'required' });
}

/** The passkey that a device made; null where what it says does not hold. */
export async function createdPasskey(
	{ given, challenge }: Answered,
	origin: string
): Promise<Pick<Passkey, 'id' | 'publicKey' | 'counter' | 'transports'> | null> {
	const { verifyRegistrationResponse } = await webauthn();
	try {
		const { verified, registrationInfo } = await verifyRegistrationResponse({
			response: given as RegistrationResponseJSON,
			expectedChallenge: (shown) => decoded(shown) === challenge,
			expectedOrigin: origin,
			expectedRPID: nameOf(origin),
			requireUserVerification: true
		});
		if (!verified) return null;
		const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
		return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports };
	} catch {
		// it throws whatever it does not accept
		return null;
	}
}

/** How far a device has counted that proved to have a passkey; null where it did not. */
export async function provenCounter(
	{ given, challenge }: Answered,
	passkey: Passkey,
	origin: string
): Promise<number | null> {
	const { verifyAuthenticationResponse } = await webauthn();
	const { id, counter, publicKey } = passkey;
	try {
		const { verified, authenticationInfo } = await verifyAuthenticationResponse({
			response: given as AuthenticationResponseJSON,
			expectedChallenge: (shown) => decoded(shown) === challenge,
			expectedOrigin: origin,
			expectedRPID: nameOf(origin),
			requireUserVerification: true,
			credential: {
				id,
				counter,
				transports: reach(passkey),
				publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url'))
			}
		});
		return verified ? authenticationInfo.newCounter : null;
	} catch {
		return null;
	}
}

const reach = ({ transports }: Passkey) => transports as AuthenticatorTransport[];
