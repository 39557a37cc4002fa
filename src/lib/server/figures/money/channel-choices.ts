import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { beside } from '../beside.ts';
import { acquiredAudience, Names } from './acquired.ts';
import { moneyOf } from './money.ts';

/** As many channels as a menu can list. */
export const MOST_CHANNELS = 500;

/** The channels that readers came by, or that money names: what figures by day can be narrowed to. */
export const channelChoices = beside(
	'channelChoices',
	async (db: Db, publication: Publication): Promise<string[]> => {
		const { channels } = await acquiredAudience(db, publication);
		const { spent, brought } = await moneyOf(db, publication);
		const names = new Names();
		for (const name of [...channels.names, ...[...spent, ...brought].map((row) => row.channel)])
			if (name) names.of(name);
		return names.names
			.toSorted((a, b) => a.localeCompare(b, publication.language))
			.slice(0, MOST_CHANNELS);
	}
);
