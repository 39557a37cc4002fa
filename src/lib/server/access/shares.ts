import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import * as v from 'valibot';
import { pageBelow } from '#lib/page-below.ts';
import { MINUTE, WEEK } from '#lib/duration.ts';
import { Trouble } from '#lib/trouble.ts';
import { recordAudit, type Actor } from '../store/people/audit.ts';
import type { Db } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';
import {
	countView,
	hasShare,
	insertShare,
	listShares,
	revokeShare,
	shareOfHash,
	unrevokeShare,
	type Share
} from '../store/people/shares.ts';
import { networkOf } from './network.ts';
import { sharedTriesOf, triesOf, type SharedTries } from './tries.ts';

/** A link as its list shows it. What leads to it is known to its owner alone. */
export type ShareRow = Pick<Share, 'id' | 'path' | 'createdAt' | 'expiresAt' | 'views'> & {
	/** name of the report that it shows; null for a page */
	report: string | null;
	protected: boolean;
	state: 'good' | 'revoked' | 'over';
	/** it was revoked less than a week ago: that can be undone */
	undoable: boolean;
};

/** What a link shows. */
export type Shown = Pick<Share, 'id' | 'publicationId' | 'reportId' | 'path'>;

/** What became of somebody who opened a link. */
export type OpenedShare =
	| { state: 'open'; share: Shown }
	| { state: 'locked' }
	| { state: 'missing' | 'over' | 'tooMany' };

/** Where a request came from, and the ticket that it shows if it has one. */
export type Guest = { address: string; ticket: string | undefined; now: number };

/** @internal for tests; others take what `openShares` gives */
export type Shares = ReturnType<typeof openShares>;

const terms = v.object({
	reportId: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
	/** a page with its filters, as a view keeps it */
	path: v.nullable(v.pipe(v.string(), v.transform(pageBelow), v.string())),
	password: v.nullable(v.pipe(v.string(), v.minLength(8), v.maxLength(128))),
	expiresAt: v.nullable(v.number())
});

export type ShareTerms = v.InferOutput<typeof terms>;

const digest = (token: string) => createHash('sha256').update(token).digest('hex');

/**
 * Links that show something to whoever has them, for one installation.
 *
 * @param guesses how guesses at passwords are slowed down
 */
export function openShares(db: Db, secret: string, guesses: SharedTries = sharedTriesOf(db)) {
	const strangers = triesOf({ free: 60, first: MINUTE, longest: 15 * MINUTE });

	/** Proves that somebody knew the password; a new one makes it worthless. */
	const ticketOf = ({ id, passwordHash }: Share) =>
		createHmac('sha256', secret).update(`share ${id} ${passwordHash}`).digest('base64url');

	async function find(token: string, { address, now }: Guest): Promise<Share | OpenedShare> {
		const share = /^[\w-]{20,60}$/.test(token) ? await shareOfHash(db, digest(token)) : undefined;
		// only what is not there is counted: people who have a link open it as often as they like
		if (!share)
			return { state: strangers.begin(networkOf(address), [], now) > 0 ? 'tooMany' : 'missing' };
		return stateOf(share, now) === 'good' ? share : { state: 'over' };
	}

	return {
		/**
		 * Opens a link.
		 *
		 * @param counted whether somebody looks at it now, and does not fetch a part of it
		 */
		async open(token: string, guest: Guest, counted: boolean): Promise<OpenedShare> {
			const share = await find(token, guest);
			if ('state' in share) return share;
			if (share.passwordHash !== null && !isSame(guest.ticket, ticketOf(share)))
				return { state: 'locked' };

			if (counted) await countView(db, share.id);
			return { state: 'open', share };
		},

		/** Tries a password. @returns the ticket to show from now on */
		async unlock(
			token: string,
			password: string,
			guest: Guest
		): Promise<{ ticket: string } | { flaw: 'wrong' } | { flaw: 'tooMany'; wait: number }> {
			const share = await find(token, guest);
			if ('state' in share || share.passwordHash === null) return { flaw: 'wrong' };
			// whoever guesses from many networks at once guesses at the same link
			const [of, by] = [`${share.id} ${networkOf(guest.address)}`, [String(share.id)]];
			const wait = await guesses.begin(of, by, guest.now);
			if (wait > 0) return { flaw: 'tooMany', wait };
			if (!(await verifyPassword({ hash: share.passwordHash, password }))) return { flaw: 'wrong' };
			await guesses.succeed(of, by);
			return { ticket: ticketOf(share) };
		}
	};
}

/**
 * Makes a link to a report, or to a page with its filters.
 *
 * @returns the token that leads to it, which is nowhere else: only its hash is kept
 * @throws {Trouble} badShare
 */
export async function addShare(
	db: Db,
	{ id: publicationId }: Publication,
	given: ShareTerms,
	actor: Actor
): Promise<string> {
	const read = v.safeParse(terms, given);
	const past = given.expiresAt !== null && given.expiresAt <= actor.now;
	if (!read.success || past || (given.reportId === null) === (given.path === null))
		throw new Trouble('badShare', {});

	const { reportId, path, password, expiresAt } = read.output;
	const passwordHash = password === null ? null : await hashPassword(password);
	const token = randomBytes(24).toString('base64url');
	await db.transaction(async (tx) => {
		await insertShare(tx, {
			publicationId,
			reportId,
			path,
			expiresAt,
			passwordHash,
			tokenHash: digest(token),
			createdAt: actor.now,
			by: actor.by
		});
		await recordAudit(tx, publicationId, actor, 'shares.made', { reportId, path, expiresAt });
	});
	return token;
}

/** The latest first. */
export async function sharesOf(db: Db, { id }: Publication, now: number): Promise<ShareRow[]> {
	return (await listShares(db, id)).map((share) => ({
		id: share.id,
		path: share.path,
		report: share.report,
		createdAt: share.createdAt,
		expiresAt: share.expiresAt,
		views: share.views,
		protected: share.passwordHash !== null,
		state: stateOf(share, now),
		undoable: (share.revokedAt ?? 0) > now - WEEK
	}));
}

/** @throws {Trouble} noSuchShare; shareRevoked where somebody was quicker */
export async function takeShareBack(
	db: Db,
	{ id: publicationId }: Publication,
	id: number,
	actor: Actor
) {
	await db.transaction(async (tx) => {
		if (!(await revokeShare(tx, publicationId, id, actor.now)))
			throw new Trouble((await hasShare(tx, publicationId, id)) ? 'shareRevoked' : 'noSuchShare');
		await recordAudit(tx, publicationId, actor, 'shares.revoked', { id });
	});
}

/**
 * Has a link open again that was revoked by mistake, within a week: the same address is good again.
 *
 * @throws {Trouble} noSuchShare; shareNotRestorable where it is open, or was revoked longer ago
 */
export async function giveShareBack(
	db: Db,
	{ id: publicationId }: Publication,
	id: number,
	actor: Actor
) {
	await db.transaction(async (tx) => {
		if (!(await unrevokeShare(tx, publicationId, id, actor.now - WEEK)))
			throw new Trouble(
				(await hasShare(tx, publicationId, id)) ? 'shareNotRestorable' : 'noSuchShare'
			);
		await recordAudit(tx, publicationId, actor, 'shares.restored', { id });
	});
}

function stateOf({ revokedAt, expiresAt }: Share, now: number): ShareRow['state'] {
	if (revokedAt !== null) return 'revoked';
	return expiresAt !== null && expiresAt <= now ? 'over' : 'good';
}

function isSame(shown: string | undefined, right: string): boolean {
	const [one, other] = [Buffer.from(shown ?? ''), Buffer.from(right)];
	return one.length === other.length && timingSafeEqual(one, other);
}
