import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { Trouble } from '#lib/trouble.ts';
import { fingerprintOf, readOrMakeKey } from '../reader-key.ts';
import type { Db } from '../store/open.ts';
import { keepSetting, readSetting } from '../store/settings.ts';

/** Turns addresses into what may be stored: nobody gets from one to the other without the key. */
export type Identity = {
	/** can be handed to another thread */
	key: KeyObject;
	/** @param address trimmed, lower-case, without `mailto:` or a name */
	reader(publicationId: number, address: string): Buffer;
	domain(address: string): Buffer;
};

/**
 * Opens the key by which readers are known, making it on the first start. The database holds its
 * fingerprint: with another key every reader would silently become somebody else.
 *
 * @param given a key in hex from the environment, instead of the file
 * @throws {Trouble} wrongKey, badKey, dataReadOnly
 */
export async function openIdentity(db: Db, dataFolder: string, given?: string): Promise<Identity> {
	const bytes = readOrMakeKey(dataFolder, given);
	const fingerprint = fingerprintOf(bytes);
	await keepSetting(db, 'keyFingerprint', fingerprint, { unlessThere: true });
	if ((await readSetting(db, 'keyFingerprint')) !== fingerprint) throw new Trouble('wrongKey');

	return identityOf(createSecretKey(bytes));
}

/** The identity of a key: a KeyObject, since with a Buffer each HMAC prepares the key anew. */
export function identityOf(key: KeyObject): Identity {
	const keyed = (text: string) => createHmac('sha256', key).update(text).digest().subarray(0, 16);

	return {
		key,
		reader: (publicationId, address) => keyed(`reader\0${publicationId}\0${address}`),
		domain: (address) => keyed(`domain\0${address.slice(address.lastIndexOf('@') + 1)}`)
	};
}

/**
 * Mailboxes that anybody can have: sharing such a domain says nothing about two readers. The last
 * line is the invented ones of the sample, which nobody can have.
 */
const free = new Set(
	`gmail.com googlemail.com outlook.com outlook.fr hotmail.com hotmail.fr live.com live.fr msn.com
	yahoo.com yahoo.fr ymail.com icloud.com me.com mac.com aol.com proton.me protonmail.com pm.me
	orange.fr wanadoo.fr free.fr sfr.fr neuf.fr laposte.net bbox.fr numericable.fr gmx.com gmx.fr
	gmx.de web.de t-online.de mail.com zoho.com fastmail.com hey.com tutanota.com libero.it
	skynet.be telenet.be bluewin.ch videotron.ca sympatico.ca
	courriel.example.org boite.example.net poste.example.com`.split(/\s+/)
);

export function isFreeMailbox(address: string): boolean {
	return free.has(address.slice(address.lastIndexOf('@') + 1));
}
