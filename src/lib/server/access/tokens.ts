import { createHash, randomBytes } from 'node:crypto';
import { MINUTE, WEEK } from '#lib/duration.ts';
import { tokenScopes, type TokenScope } from '#lib/permissions.ts';
import { Trouble } from '#lib/trouble.ts';
import * as v from 'valibot';
import { recordAudit } from '../store/people/audit.ts';
import type { Db } from '../store/sql/open.ts';
import {
	dropToken,
	keepToken,
	listTokens,
	tokenOfHash,
	touchToken,
	type ListedToken
} from '../store/people/tokens.ts';
import { findPublicationById } from '../store/publications.ts';
import { dropSetting, keepSetting, settingsNamed } from '../store/settings.ts';
import type { Script } from './may.ts';

/** What is kept of a revoked token: no more than makes it good again. */
const revoked = v.object({
	revokedAt: v.number(),
	token: v.object({
		name: v.string(),
		hash: v.string(),
		scope: v.picklist(tokenScopes),
		publicationId: v.nullable(v.number()),
		createdAt: v.number(),
		expiresAt: v.nullable(v.number())
	})
});

/** A token as lists show it. */
export type TokenRow = Pick<
	ListedToken,
	'name' | 'scope' | 'publication' | 'createdAt' | 'expiresAt' | 'usedAt'
>;

/** What a token is made for. */
export type TokenTerms = {
	name: string;
	scope: TokenScope;
	/** the one publication that it is good for; null is all of them */
	publicationId: number | null;
	/** UTC milliseconds; null: as long as it is kept */
	expiresAt: number | null;
};

/** Begins every token, so that one that got into a text is found there. */
const prefix = 'rubrique_';

/** Uses of a token are noted at most this often, in milliseconds. */
const often = MINUTE;

const digest = (token: string) => createHash('sha256').update(token).digest('hex');

/**
 * Makes a token with which a script may bring files, or see figures.
 *
 * @returns the token, which is nowhere else: only its hash is kept
 * @throws {Trouble} badTokenName, tokenExists, tokenForAll, badExpiry
 */
export async function addToken(db: Db, terms: TokenTerms, now: number): Promise<string> {
	const { name } = terms;
	if (!/^[\w.-]{1,60}$/.test(name)) throw new Trouble('badTokenName', { name });
	if (terms.scope === 'admin' && terms.publicationId !== null) throw new Trouble('tokenForAll');
	if (terms.expiresAt !== null && terms.expiresAt <= now) throw new Trouble('badExpiry');

	const token = `${prefix}${randomBytes(24).toString('base64url')}`;
	const { scope, publicationId, expiresAt } = terms;
	await db.transaction(async (tx) => {
		if (!(await keepToken(tx, { ...terms, hash: digest(token), createdAt: now })))
			throw new Trouble('tokenExists', { name });
		const details = { name, scope, expiresAt };
		await recordAudit(tx, publicationId, { by: null, now }, 'tokens.added', details);
	});
	return token;
}

/** A token that was revoked, and may be given back. */
export type RevokedToken = { name: string; revokedAt: number };

/** Tokens that were revoked in the past week, which can be undone; older ones are forgotten. */
export async function revokedTokens(db: Db, now: number): Promise<RevokedToken[]> {
	const all = (await keptRevoked(db)).map(({ token: { name }, revokedAt }) => ({
		name,
		revokedAt
	}));
	for (const { name } of all.filter(({ revokedAt }) => now - revokedAt >= WEEK))
		await dropSetting(db, `revoked:${name}`);
	return all.filter(({ revokedAt }) => now - revokedAt < WEEK);
}

/**
 * Makes a revoked token good again, until it ends as it would have.
 *
 * @throws {Trouble} noSuchToken; tokenExists, where its name was given anew
 */
export async function restoreToken(db: Db, name: string, now: number) {
	const revoked = (await keptRevoked(db)).find(({ token }) => token.name === name);
	if (!revoked || now - revoked.revokedAt >= WEEK) throw new Trouble('noSuchToken', { name });
	const { publicationId } = revoked.token;
	// its publication may have been deleted meanwhile
	if (publicationId !== null && !(await findPublicationById(db, publicationId)))
		throw new Trouble('noSuchToken', { name });
	await db.transaction(async (tx) => {
		if (!(await keepToken(tx, revoked.token))) throw new Trouble('tokenExists', { name });
		await dropSetting(tx, `revoked:${name}`);
		await recordAudit(tx, null, { by: null, now }, 'tokens.restored', { name });
	});
}

async function keptRevoked(db: Db) {
	const values = await settingsNamed(db, 'revoked:');
	return values.map((value): v.InferOutput<typeof revoked> => v.parse(revoked, JSON.parse(value)));
}

/** All tokens as lists show them: never what opens anything. */
export async function tokens(db: Db): Promise<TokenRow[]> {
	const rows = await listTokens(db);
	return rows.map(({ name, scope, publication, createdAt, expiresAt, usedAt }) => ({
		name,
		scope,
		publication,
		createdAt,
		expiresAt,
		usedAt
	}));
}

/** Revokes a token: it is good for nothing from now on, and can be restored for a week. @throws {Trouble} noSuchToken */
export async function removeToken(db: Db, name: string, now: number) {
	const token = (await listTokens(db)).find((one) => one.name === name);
	await db.transaction(async (tx) => {
		if (!token || !(await dropToken(tx, name))) throw new Trouble('noSuchToken', { name });
		await keepSetting(tx, `revoked:${name}`, JSON.stringify({ token, revokedAt: now }));
		await recordAudit(tx, null, { by: null, now }, 'tokens.removed', { name });
	});
}

/** The program whose token a request shows; null where it shows none, or one that is not known. */
export async function scriptOf(db: Db, headers: Headers, now: number): Promise<Script | null> {
	const shown = /^Bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
	if (!shown?.startsWith(prefix)) return null;

	const token = await tokenOfHash(db, digest(shown));
	if (!token || (token.expiresAt !== null && token.expiresAt <= now)) return null;
	if (now - (token.usedAt ?? 0) > often) await touchToken(db, token.name, now);
	const { name, scope, publicationId } = token;
	return { kind: 'script', name, scope, publicationId };
}
