import { error, type RequestEvent } from '@sveltejs/kit';
import { words } from '#lib/messages/words.ts';
import { pathTo } from '#lib/path-to.ts';
import type { OpenedShare, Shown } from '#lib/server/access/shares.ts';
import { publicationWithId } from '#lib/server/figures/publications.ts';
import type { Snapshot } from '#lib/server/report/snapshot.ts';
import { Trouble } from '#lib/trouble.ts';
import { callerAddress } from '#lib/server/access/caller.ts';
import { shownBy } from './shown-by.ts';

type RequestParts = Pick<RequestEvent, 'locals' | 'cookies' | 'getClientAddress'> & {
	params: { token: string };
};

const COOKIE = 'share';

/** Who opens a link, and the ticket that an earlier password gave them. */
export function guestOf({ cookies, getClientAddress }: Omit<RequestParts, 'params' | 'locals'>) {
	return {
		address: callerAddress({ getClientAddress }),
		ticket: cookies.get(COOKIE),
		now: Date.now()
	};
}

/** Keeps the ticket of a password for the pages of this link alone, for half a day. */
export function keepTicket({ cookies, params }: RequestParts, ticket: string, secure: boolean) {
	cookies.set(COOKIE, ticket, {
		path: pathTo(`/s/${params.token}`),
		httpOnly: true,
		sameSite: 'strict',
		maxAge: 43_200,
		secure
	});
}

/**
 * What a link shows, whatever else its address says; null where it asks for a password first.
 * What is not there, is over or cannot be made any more is an error with a sentence.
 */
export async function opened(event: RequestParts, counted: boolean): Promise<Snapshot | null> {
	const { locals } = event;
	const share = await shareOpen(event, counted);
	if (share === null) return null;

	const report = await reportShown(share, locals);
	return report ?? refuse('over', locals.language);
}

/**
 * What a link leads to as long as it is good; null where it asks for a password first. What takes long to
 * make is asked about again before it is handed out.
 */
export async function shareOpen(event: RequestParts, counted: boolean): Promise<Shown | null> {
	const { locals, params } = event;
	const opening = await locals.authentication.shares.open(params.token, guestOf(event), counted);
	if (opening.state === 'locked') return null;
	return opening.state === 'open' ? opening.share : refuse(opening.state, locals.language);
}

async function reportShown({ publicationId, reportId, path }: Shown, locals: App.Locals) {
	const publication = await publicationWithId(locals.db, publicationId);
	if (!publication) return null;
	try {
		return await shownBy(locals.db, publication, { reportId, path }, locals.language);
	} catch (cause) {
		// a report or an issue that was removed after the link to it was made
		if (cause instanceof Trouble) return null;
		throw cause;
	}
}

function refuse(
	state: Exclude<OpenedShare['state'], 'open' | 'locked'>,
	language: App.Locals['language']
): never {
	const said = {
		missing: 'trouble.noSuchShare',
		over: 'trouble.shareOver',
		tooMany: 'share.tooMany'
	};
	const status = { missing: 404, over: 410, tooMany: 429 };
	error(status[state], { message: words(said[state], {}, language) });
}
