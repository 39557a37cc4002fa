import { createHash, randomBytes } from 'node:crypto';
import { Trouble } from '#lib/trouble.ts';
import type { Db } from '../store/open.ts';
import { dropToken, keepToken, listTokens, tokenOfHash, touchToken } from '../store/tokens.ts';

/** A token as lists show it. */
export type TokenRow = { name: string; createdAt: number; usedAt: number | null };

/** Begins every token, so that one that got into a text is found there. */
const prefix = 'rubrique_';

/** Uses of a token are noted at most this often, in milliseconds. */
const often = 60_000;

const digest = (token: string) => createHash('sha256').update(token).digest('hex');

/**
 * Makes a token with which a script may bring files.
 *
 * @returns the token, which is nowhere else: only its hash is kept
 * @throws {Trouble} badTokenName, tokenExists
 */
export async function addToken(db: Db, name: string, now: number): Promise<string> {
	if (!/^[\w.-]{1,60}$/.test(name)) throw new Trouble('badTokenName', { name });

	const token = `${prefix}${randomBytes(24).toString('base64url')}`;
	if (!(await keepToken(db, { name, hash: digest(token), createdAt: now })))
		throw new Trouble('tokenExists', { name });
	return token;
}

export async function tokens(db: Db): Promise<TokenRow[]> {
	return (await listTokens(db)).map(({ name, createdAt, usedAt }) => ({ name, createdAt, usedAt }));
}

/** @throws {Trouble} noSuchToken */
export async function removeToken(db: Db, name: string) {
	if (!(await dropToken(db, name))) throw new Trouble('noSuchToken', { name });
}

/** The name of the token that a request shows; null where it shows none, or one that is not known. */
export async function tokenOf(db: Db, headers: Headers, now: number): Promise<string | null> {
	const shown = /^Bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
	if (!shown?.startsWith(prefix)) return null;

	const found = await tokenOfHash(db, digest(shown));
	if (!found) return null;
	if (now - (found.usedAt ?? 0) > often) await touchToken(db, found.name, now);
	return found.name;
}
