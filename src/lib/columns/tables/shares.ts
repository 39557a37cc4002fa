import { m } from '#lib/messages/compiled/messages.js';
import { declare } from '../declare.ts';

export type ShareLine = {
	id: number;
	/** what it shows, in words */
	name: string;
	createdAt: number;
	expiresAt: number | null;
	views: number;
	/** a page as it is now, not a report as it was */
	live: boolean;
	protected: boolean;
	state: 'good' | 'revoked' | 'over';
	/** revoking it can be undone */
	undoable: boolean;
};

/** Links that show something to whoever has them, the latest first. */
export const shareTable = declare<ShareLine>()({
	name: 'shares',
	columns: [
		{
			key: 'name',
			head: m['shares.what'],
			beside: (row, formats) =>
				[
					m['shares.created']({ day: formats.day(row.createdAt) }, formats),
					...(row.live ? [m['shares.live']({}, formats)] : []),
					...(row.protected ? [m['shares.protected']({}, formats)] : [])
				].join(' · ')
		},
		{ key: 'views', head: m['shares.views'], kind: 'count' },
		{
			key: 'expiresAt',
			head: m['shares.until'],
			kind: 'instant',
			text: ({ state }, formats) =>
				state === 'good' ? null : m[`shares.state.${state}`]({}, formats)
		},
		{ key: 'revoke', head: m['shares.revoke'], act: true, file: false }
	],
	views: { figure: ['name', 'views', 'expiresAt', 'revoke'] }
});
