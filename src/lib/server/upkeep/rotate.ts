import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Trouble } from '#lib/trouble.ts';
import {
	addKey,
	fingerprintOf,
	parseKeys,
	readKeyFile,
	replaceFile,
	wrapBy
} from '../reader-key.ts';
import type { Settings } from '../settings.ts';
import { withTurn } from '../store/jobs/hold.ts';
import { recordAudit } from '../store/people/audit.ts';
import { changeSecondStep, endAllSessions, listSecondSteps } from '../store/people/second-steps.ts';
import { emptyLog, erasing } from '../store/sql/secure-delete.ts';
import { rewrapHashes } from '../store/readers/rewrap.ts';
import { dropSetting, keepSetting, readSetting } from '../store/settings.ts';
import { isUsedByNobody } from '../store/sql/backup.ts';
import { databaseFile, databasePath, type Db } from '../store/sql/open.ts';

/** What the rooms of people know of secrets. */
type Secrets = {
	secretOf: (settings: Settings) => string;
	reseal: (text: string, from: string, to: string) => Promise<string>;
};

/** Files of keys, each with the one that takes its place beside it while keys are rotated. */
const names = ['reader-key', 'session.key'] as const;
const nextOf = (data: string, name: string) => join(data, `${name}.next`);
const printOf = (text: string) => createHash('sha256').update('next').update(text).digest('hex');

/**
 * Whether nobody else works with the database. Of one on a server nobody can tell: whoever goes on with
 * old keys there is refused by the key's fingerprint.
 */
export async function isAlone({ databaseUrl }: Pick<Settings, 'databaseUrl'>): Promise<boolean> {
	const file = databasePath(databaseUrl);
	return file === null || !existsSync(file) || (await isUsedByNobody(file));
}

/**
 * Puts new keys in the place of the old ones. Readers are known by the hash of their hash from then on,
 * since nobody has their addresses: the new key joins the old one, and both are needed. Everybody is
 * signed out, and second steps are encrypted anew.
 *
 * New keys lie beside the old ones before the database takes them, in one transaction; then they take
 * their place. Whoever opens the installation after a crash in between finishes it (`adoptKeys`).
 *
 * @throws {Trouble} keyGiven where the environment gives the key, wrongKey
 */
export async function rotateKeys(db: Db, settings: Settings, secrets: Secrets, now: number) {
	const { data, readerKey } = settings;
	if (readerKey !== undefined) throw new Trouble('keyGiven');
	const isShared = databasePath(settings.databaseUrl) === null;
	return withTurn(db, { kind: 'rotate', publicationId: null }, async () => {
		const here = readKeyFile(data);
		const print = await readSetting(db, 'keyFingerprint');
		if (here !== null && print !== null && fingerprintOf(parseKeys(here)) !== print)
			throw new Trouble('wrongKey');

		const fresh = randomBytes(32);
		const next = {
			'reader-key': addKey(here, fresh),
			'session.key': randomBytes(32).toString('hex')
		};
		const before = secrets.secretOf(settings);
		for (const name of names) replaceFile(nextOf(data, name), next[name]);
		// machines on a server have no file of their own: their secret follows from the key
		const after = isShared
			? secrets.secretOf({ ...settings, readerKey: next['reader-key'] })
			: next['session.key'];

		const steps = await listSecondSteps(db);
		const sealed = await Promise.all(
			steps.map(async ({ id, secret, backupCodes }) => ({
				id,
				secret: await secrets.reseal(secret, before, after),
				backupCodes: await secrets.reseal(backupCodes, before, after)
			}))
		);
		const readers = await db.transaction(async (tx) => {
			await erasing(tx, databaseFile(db) !== undefined);
			const n = await rewrapHashes(tx, (hash) => wrapBy(fresh, hash));
			for (const one of sealed) await changeSecondStep(tx, one);
			await endAllSessions(tx);
			await keepSetting(tx, 'keyFingerprint', fingerprintOf(parseKeys(next['reader-key'])));
			await keepSetting(tx, 'nextKeys', names.map((name) => printOf(next[name])).join(' '));
			const actor = { by: null, now };
			await recordAudit(tx, null, actor, 'keys.rotated', { readers: n, people: sealed.length });
			return n;
		});
		await adoptKeys(db, data);
		await emptyLog(db);
		return { readers, people: sealed.length };
	});
}

/**
 * Puts keys that the database has taken in their place, where whoever rotated them could not. Others that
 * lie beside are of a rotation that did not come to be, and stay until the next one.
 */
export async function adoptKeys(db: Db, data: string) {
	if (!names.some((name) => existsSync(nextOf(data, name)))) return;
	const taken = (await readSetting(db, 'nextKeys'))?.split(' ') ?? [];
	for (const name of names) {
		const file = nextOf(data, name);
		if (!existsSync(file)) continue;
		const text = readFileSync(file, 'utf8').trim();
		if (!taken.includes(printOf(text))) continue;
		replaceFile(join(data, name), text);
		rmSync(file, { force: true });
	}
	await dropSetting(db, 'nextKeys');
}
