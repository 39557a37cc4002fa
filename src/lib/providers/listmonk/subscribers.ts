import { planned } from '../plan.ts';
import { columnFinder } from '../headers.ts';
import { subscriberReader } from '../subscriber-reader.ts';

// Subscribers → Export

/** Attributes under which lists keep where a reader came from. */
const CHANNEL = ['utm_source', 'source', 'channel', 'canal', 'referrer'];
const MAY_HOLD_CHANNEL = new RegExp(`"(${CHANNEL.join('|')})"`);

/** `subscribers.csv`: the attributes are JSON, the times are written as Go does. */
export const listmonkSubscribers = planned({
	provider: 'listmonk',
	kind: 'subscribers',
	instants: ['joined'],
	zone: { known: 'UTC' },
	signature: ['uuid', 'email', 'attributes', 'status'],
	columns: { address: 'email', alias: 'uuid', status: 'status', joined: 'created at' },
	needs: ['address', 'status'],
	reader({ table }, columns, instants) {
		const attributes = columnFinder(table.header)('attributes')!;
		return subscriberReader(columns, instants, {
			channel: (row) => channelOf(row[attributes] ?? '')
		});
	}
});

function channelOf(attributes: string): string | undefined {
	if (!MAY_HOLD_CHANNEL.test(attributes)) return undefined;
	try {
		const values: Record<string, unknown> = JSON.parse(attributes);
		const value = CHANNEL.map((key) => values[key]).find((value) => typeof value === 'string');
		return typeof value === 'string' && value.trim() ? value.trim() : undefined;
	} catch {
		// not ours to repair: the reader counts all the same
		return undefined;
	}
}
