import { planned } from '../plans/plan.ts';
import { columnFinder } from '../headers.ts';
import { subscriberReader } from '../plans/subscriber-reader.ts';

// Subscribers → Export

/** Attributes under which lists keep where a reader came from. */
const CHANNEL = ['utm_source', 'source', 'channel', 'canal', 'referrer'];
const CAMPAIGN = ['utm_campaign', 'campaign', 'campagne'];
const MAY_HOLD = new RegExp(`"(${[...CHANNEL, ...CAMPAIGN].join('|')})"`);

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
			channel: (row) => attributeOf(row[attributes] ?? '', CHANNEL),
			campaign: (row) => attributeOf(row[attributes] ?? '', CAMPAIGN)
		});
	}
});

function attributeOf(attributes: string, keys: readonly string[]): string | undefined {
	if (!MAY_HOLD.test(attributes)) return undefined;
	try {
		const values: Record<string, unknown> = JSON.parse(attributes);
		const value = keys.map((key) => values[key]).find((value) => typeof value === 'string');
		return typeof value === 'string' && value.trim() ? value.trim() : undefined;
	} catch {
		// not ours to repair: the reader counts all the same
		return undefined;
	}
}
