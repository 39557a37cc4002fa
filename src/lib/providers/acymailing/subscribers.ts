import { columnFinder } from '../headers.ts';
import { planned } from '../plans/plan.ts';
import { subscriberReader, yesOrNo, type Status } from '../plans/subscriber-reader.ts';

// AcyMailing → Users → Export

/** One user a row: 1 and 0 say whether they confirmed, and whether they may be written to. */
export const acymailingSubscribers = planned({
	provider: 'acymailing',
	kind: 'subscribers',
	instants: ['joined'],
	zone: { ask: true },
	loose: true,
	signature: [
		'email',
		'confirmed',
		['enabled', 'active', 'accept'],
		['creation date', 'cms id', 'confirmed ip', 'confirmation ip']
	],
	columns: {
		address: 'email',
		joined: ['creation date', 'created', 'confirmation date'],
		channel: 'source',
		country: 'country'
	},
	needs: ['address'],
	reader({ table }, columns, instants) {
		const find = columnFinder(table.header);
		const enabled = [find('enabled', 'active') ?? -1, find('accept') ?? -1];
		const confirmed = find('confirmed') ?? -1;
		const list = find('list status', 'status', 'subscription status') ?? -1;
		return subscriberReader(columns, instants, {
			status(row): Status {
				const said = row[list]?.trim();
				if (said === '-1' || said === '0') return 'left';
				if (said === '2') return 'pending';
				if (enabled.some((column) => yesOrNo(row[column]) === false)) return 'left';
				return yesOrNo(row[confirmed]) === false ? 'pending' : 'active';
			}
		});
	}
});
