import { DAY } from '#lib/duration.ts';
import { isFew, isFewOf, smallCells, smallCellsIn } from '#lib/small-cells.ts';
import { tierOf, tiers, type Tier } from '#lib/measure/readers/engagement.ts';
import type { Members } from './audience-members.ts';
import type { Channels, FewInChannel } from './few-in-channel.ts';
import type { PeriodReaders } from './period-readers.ts';

export type TierRow = {
	tier: Tier;
	/** null if few of a channel, as are the counts below */
	readers: number | null;
	/** of all who are subscribed */
	share: number | null;
	/** joined less than a window ago: too recent to judge */
	young: number | null;
	/** opened in the window, counting only opens that are known to be human */
	opened: number | null;
	/** of the others, behind a privacy proxy in the window: their opens say nothing */
	proxied: number | null;
};

const kinds = ['young', 'opened', 'proxied'] as const;
type Tally = Record<'readers' | (typeof kinds)[number], number>;

/**
 * Current readers by their latest click, with their opens beside it; empty if no click of the window is known.
 */
export function tierRows(readers: PeriodReaders): TierRow[] {
	const { members, few, activity } = readers;
	if (!activity.knowsEngaged) return [];
	const [own] = tierTallies(readers, members, null);
	const rows = tiers.map((tier, i): TierRow => {
		const counts = own![i]!;
		const { there } = members.totals;
		return { tier, ...counts, share: there ? counts.readers / there : null };
	});
	if (!few) return rows;

	const hidden = hiddenTiers(few, tierTallies(readers, readers.everybody, few.channels), () =>
		few.engagedOn(activity.today)
	);
	return rows.map((row, i) =>
		hidden[i]!.readers
			? {
					tier: row.tier,
					readers: null,
					share: null,
					young: null,
					opened: null,
					proxied: null
				}
			: {
					...row,
					...Object.fromEntries(kinds.map((kind) => [kind, hidden[i]![kind] ? null : row[kind]]))
				}
	);
}

/** How many are in each tier, by channel, or of all together. */
function tierTallies(
	{ span, activity, window }: PeriodReaders,
	{ there, joined }: Members,
	channels: Channels | null
): Tally[][] {
	const { lastDay, opens, today } = activity;
	const tallies = Array.from({ length: channels?.count ?? 1 }, () =>
		tiers.map((): Tally => ({ readers: 0, young: 0, opened: 0, proxied: 0 }))
	);
	const since = span.asOf - window * DAY;
	for (let reader = 0; reader < there.length; reader++) {
		if (!there[reader]) continue;
		const tier = tiers.indexOf(tierOf(lastDay[reader]!, today, window));
		const row = tallies[channels?.of[reader] ?? 0]![tier]!;
		row.readers++;
		if (joined[reader]! > since) row.young++;
		if (opens[reader] === 1) row.opened++;
		else if (opens[reader] === 2) row.proxied++;
	}
	return tallies;
}

type Hidden = Record<keyof Tally, boolean>;

/**
 * Which counts of a channel's tiers are hidden. A channel's number of readers is shown, so its tiers add up to
 * a known number; how many are engaged is hidden wherever the table of channels hides it.
 */
function hiddenTiers(
	few: FewInChannel,
	tallies: readonly (readonly Tally[])[],
	isEngagedHidden: () => boolean
): Hidden[] {
	const [channels, n] = [tallies.length, tiers.length];
	const sizes = tallies.map((own) => own.reduce((sum, { readers }) => sum + readers, 0));
	const counts = tallies.flatMap((own) => own.map(({ readers }) => readers));
	const sumOf = (tier: number) => tallies.reduce((sum, own) => sum + own[tier]!.readers, 0);
	const engaged = smallCells(
		tallies.map(([first]) => first!.readers),
		tallies.map(([first], i) => isFewOf(first!.readers, sizes[i]!))
	);
	const at = (channel: number, tier: number) => channel * n + tier;
	const all = [...Array(channels).keys()];
	const others = [...tiers.keys()].slice(1);
	const hidden = smallCellsIn(
		[...counts, ...tiers.map((_, tier) => sumOf(tier))],
		[
			...tallies.flatMap((own, i) =>
				own.map(({ readers }, tier) => (tier === 0 ? engaged[i]! : isFewOf(readers, sizes[i]!)))
			),
			...tiers.map(() => false)
		],
		[
			...others.map((tier) => ({
				parts: all.map((channel) => at(channel, tier)),
				total: channels * n + tier
			})),
			...all.map((channel) => ({
				parts: [...(engaged[channel] ? [0] : []), ...others].map((tier) => at(channel, tier)),
				total: null
			}))
		]
	);
	const isHidden = (channel: number, tier: number) => hidden[at(channel, tier)]!;
	const kindsOf = (tier: number) =>
		tallies.map((own, channel) => hiddenKinds(own[tier]!, isHidden(channel, tier)));
	return tiers.map((_, tier) => {
		const present = kindsOf(tier);
		const hides = (kind: (typeof kinds)[number]) =>
			few.hides({
				counts: tallies.map((own) => own[tier]![kind]),
				few: present.map((own) => own[kind]),
				isSumHidden: false
			});
		const place = few.channel;
		return {
			readers: tier === 0 ? isEngagedHidden() : isHidden(place, tier),
			young: hides('young'),
			opened: hides('opened'),
			proxied: hides('proxied')
		};
	});
}

/**
 * Which counts within a tier are hidden. Openers, readers behind a proxy and all others add up to a tier, and
 * some of them joined recently.
 */
function hiddenKinds({ readers, young, opened, proxied }: Tally, isHidden: boolean) {
	const rest = readers - opened - proxied;
	const [isOpened, isProxied] = smallCells(
		[opened, proxied, rest],
		[isFewOf(opened, readers), isFewOf(proxied, readers), isFew(rest)]
	);
	return {
		young: isHidden || isFewOf(young, readers),
		opened: isHidden || isOpened!,
		proxied: isHidden || isProxied!
	};
}
