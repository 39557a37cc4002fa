import type { VersionRow } from '../../server/figures/content/versions.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { declare } from '../declare.ts';
import { rateNeed } from '../needs.ts';
import { forestOf, intervalColumn, liftColumns, sureColumn } from './estimate.ts';

/** Versions of issues that were sent in several, against the other versions of their test. */
export const versionTable = declare<VersionRow>()({
	name: 'issues-versions',
	columns: [
		{ key: 'number', kind: 'name' },
		{ key: 'sentAt', head: m['table.sentUtc'], local: m['table.sent'], kind: 'instant' },
		{ key: 'version' },
		{ key: 'subject', names: true, cell: ({ subject, version }) => subject ?? version },
		{ key: 'delivered', kind: 'count', people: true, need: 'deliveries' },
		{ key: 'clickers', kind: 'count', people: true, need: 'clicks' },
		{ key: 'rate', head: m['table.clickRate'], kind: 'rate', of: 'delivered', need: rateNeed },
		...liftColumns,
		sureColumn,
		forestOf<VersionRow>(({ clickers }) => clickers ?? 0),
		intervalColumn
	],
	views: {
		page: ['number', 'subject', 'delivered', 'clickers', 'rate', 'lift', 'low', 'high', 'sure'],
		figure: ['number', 'subject', 'clickers', 'rate', 'forest', 'lift', 'interval', 'sure'],
		paper: ['subject', 'delivered', 'clickers', 'rate', 'lift', 'low', 'high', 'sure']
	}
});
