import { createSecretKey } from 'node:crypto';
import { Trouble } from '#lib/trouble.ts';
import { fingerprintOf, readOrMakeKeys } from '../../reader-key.ts';
import type { Db } from '../../store/sql/open.ts';
import { keepSetting, readSetting } from '../../store/settings.ts';
import { identityFromKeys, type Identity } from './identity.ts';

/**
 * Opens the key by which readers are known, making it on the first start. The database holds its
 * fingerprint: with another key every reader would silently become somebody else.
 *
 * @param given a key in hex from the environment, instead of the file
 * @throws {Trouble} wrongKey, badKey, dataReadOnly
 */
export async function openIdentity(db: Db, dataFolder: string, given?: string): Promise<Identity> {
	const keys = readOrMakeKeys(dataFolder, given);
	const fingerprint = fingerprintOf(keys);
	await keepSetting(db, 'keyFingerprint', fingerprint, { unlessThere: true });
	if ((await readSetting(db, 'keyFingerprint')) !== fingerprint) throw new Trouble('wrongKey');

	return identityFromKeys(
		keys.map((key) => createSecretKey(key)),
		fingerprint
	);
}

/**
 * Makes sure that keys still hold that were opened a while ago: somebody may have rotated them.
 *
 * @throws {Trouble} wrongKey
 */
export async function checkIdentity(db: Db, { fingerprint }: Identity) {
	if ((await readSetting(db, 'keyFingerprint')) !== fingerprint) throw new Trouble('wrongKey');
}
