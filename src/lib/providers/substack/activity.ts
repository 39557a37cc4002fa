import { eventReader } from '../plans/event-reader.ts';
import type { EventKind } from '../facts.ts';
import { baseName } from '#lib/file-name.ts';
import { planned, type Plan } from '../plans/plan.ts';
import type { Recogniser } from '../recogniser.ts';
import { postOf } from './post-of.ts';

function reader(event: EventKind): Recogniser['reader'] {
	return ({ name }, columns, instants) => {
		// posts of one file are all the same: the number before the first dot
		const ofFile = /^\d+$/.exec(postOf(baseName(name)) ?? '')?.[0] ?? null;
		const post = columns.campaign ?? -1;
		return eventReader(columns, instants, {
			event,
			campaign: (row) => postOf(row[post] ?? '') ?? ofFile
		});
	};
}

const activity: Pick<Plan, 'provider' | 'instants' | 'zone' | 'needs'> = {
	provider: 'substack',
	instants: ['at'],
	zone: { known: 'UTC' },
	needs: ['at', 'address']
};

const columns = { campaign: 'post id', at: 'timestamp', address: 'email' } as const;

/** `posts/<id>.opens.csv`: every open, several rows for a reader who looked twice. */
export const substackOpens = planned({
	...activity,
	kind: 'opens',
	signature: [
		'post id',
		'timestamp',
		'email',
		['user agent', 'device type', 'client os', 'country']
	],
	without: ['url'],
	when: ({ name }) => !/\.(delivers|clicks)\./i.test(name),
	columns: { ...columns, country: 'country', device: 'device type', agent: 'user agent' },
	reader: reader('open')
});

/** `posts/<id>.delivers.csv`: everybody the post was sent to. */
export const substackDelivers = planned({
	...activity,
	kind: 'deliveries',
	signature: [
		'post id',
		'timestamp',
		'email',
		['post audience', 'post type', 'active subscription']
	],
	without: ['url', 'user agent', 'device type', 'client os'],
	when: ({ name }) => !/\.(opens|clicks)\./i.test(name),
	columns,
	reader: reader('delivery')
});
