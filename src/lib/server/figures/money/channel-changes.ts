import { nameKey } from '#lib/name-key.ts';
import { knownPartly, type Compared } from '../comparison.ts';
import type { KeyFigure } from '../key-figures.ts';
import { withCountedChanges } from '../row-change.ts';
import type { ChannelRow } from './channel-rows.ts';

type Rows = Record<'channels' | 'campaigns', ChannelRow[]>;

/**
 * Channels and campaigns with how many joined by each, and what one cost, moved from the other period; as
 * they are where nothing is compared. Of fewer than five readers in either nothing is said.
 *
 * @param before the same of the other period; null where there is none
 * @param joined all who joined, as the key figure has them: what keeps it from being compared keeps rows
 */
export function channelChanges(
	now: Rows & { spendSince: number | null },
	before: Rows | null,
	compared: Compared,
	joined: KeyFigure
): Rows {
	const { channels, campaigns } = now;
	if (!before || compared.by === 'none' || compared.why !== null) return { channels, campaigns };
	const whyCost = joined.why ?? knownPartly(now.spendSince, compared);
	const known = { nameOf, peopleOf: (row: ChannelRow) => row.joined };
	const changed = (rows: readonly ChannelRow[], others: readonly ChannelRow[]): ChannelRow[] =>
		withCountedChanges(rows, others, known, (changeOf) => ({
			joinedChange: changeOf((row) => row.joined, joined.why),
			costChange: changeOf((row) => row.costPerReader, whyCost)
		}));
	return {
		channels: changed(channels, before.channels),
		campaigns: changed(campaigns, before.campaigns)
	};
}

/** Names may be written in several ways. */
const nameOf = ({ channel, campaign }: ChannelRow) =>
	JSON.stringify([nameKey(channel), campaign === null ? null : nameKey(campaign)]);
