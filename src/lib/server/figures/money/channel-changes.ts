import { nameKey } from '#lib/name-key.ts';
import { FEWEST_PEOPLE } from '#lib/small-cells.ts';
import type { Compared, NotComparable } from '../comparison.ts';
import type { KeyFigure } from '../key-figures.ts';
import { countedChange } from '../row-change.ts';
import { spentPartly } from './channel-keys.ts';
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
	now: Rows & Parameters<typeof spentPartly>[0],
	before: Rows | null,
	compared: Compared,
	joined: KeyFigure
): Rows {
	const { channels, campaigns } = now;
	if (!before || compared.by === 'none' || compared.why !== null) return { channels, campaigns };
	const changed = changedFrom(joined.why, joined.why ?? spentPartly(now, compared));
	return {
		channels: changed(channels, before.channels),
		campaigns: changed(campaigns, before.campaigns)
	};
}

function changedFrom(whyJoined: NotComparable | null, whyCost: NotComparable | null) {
	return (rows: readonly ChannelRow[], others: readonly ChannelRow[]): ChannelRow[] => {
		const known = new Map(others.map((row) => [nameOf(row), row]));
		return rows.map((row) => {
			const other = known.get(nameOf(row));
			const isFew = (other ? [row, other] : [row]).some(
				({ joined }) => joined !== null && joined < FEWEST_PEOPLE
			);
			const changeOf = (key: 'joined' | 'costPerReader', why: NotComparable | null) =>
				countedChange(row[key], other && { value: other[key] }, why, isFew);
			return {
				...row,
				joinedChange: changeOf('joined', whyJoined),
				costChange: changeOf('costPerReader', whyCost)
			};
		});
	};
}

/** Names may be written in several ways. */
const nameOf = ({ channel, campaign }: ChannelRow) =>
	JSON.stringify([nameKey(channel), campaign === null ? null : nameKey(campaign)]);
