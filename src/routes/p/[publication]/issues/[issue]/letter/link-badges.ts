import { certainty, tone } from '#lib/findings/certainty.ts';
import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';
import type { Badge } from '#lib/server/derive/letter.ts';
import type { IssueFigures, IssueItem } from '#lib/server/figures/content/issue.ts';

type Link = IssueItem['links'][number];

/**
 * What stands beside each link of a letter, by its address: its clickers (clicks, where readers are
 * unknown). The first link of an item also says what the item got against what its position usually
 * gets, as the item's row does.
 */
export function linkBadges(figures: IssueFigures, say: Formats): Map<string, Badge> {
	const badges = new Map<string, Badge>();
	const add = (link: Link, badge: Badge | null) => {
		if (badge && !badges.has(link.url)) badges.set(link.url, badge);
	};

	for (const { items } of figures.sections) {
		for (const item of items) {
			const [first, ...others] = item.links;
			if (first) add(first, badgeOfItem(item, first, say));
			for (const link of others) add(link, badgeOf(link, say));
		}
	}
	for (const link of figures.otherLinks) add(link, badgeOf(link, say));
	return badges;
}

function badgeOf(link: Link, say: Formats): Badge | null {
	const words = countOf(link, say);
	if (words === null) return null;
	return { words, title: spokenCount(link, say), tone: 'plain' };
}

function badgeOfItem(item: IssueItem, link: Link, say: Formats): Badge | null {
	const plain = badgeOf(link, say);
	if (!plain || item.role !== 'editorial' || item.lift === null || item.expected === null)
		return plain;

	const verdict = certainty(item);
	const lift = say.lift(item.lift);
	const { low, high } = item;
	return {
		words: `${plain.words} · ${lift}`,
		title: m['letter.badge'](
			{
				title: say.quote(item.title),
				count: spokenCount(item, say),
				expected: say.number(item.expected),
				lift: low === null || high === null ? lift : `${lift} (${say.interval(low, high)})`,
				mark: m[`mark.${verdict.certainty}`]({}, { locale: say.locale })
			},
			{ locale: say.locale }
		),
		tone: tone(verdict)
	};
}

function countOf({ clickers, clicks }: Link, say: Formats): string | null {
	const count = clickers ?? clicks;
	return count === null ? null : say.number(count);
}

function spokenCount(
	{ clickers, clicks }: Pick<Link, 'clickers' | 'clicks'>,
	say: Formats
): string {
	const options = { locale: say.locale };
	return clickers === null
		? m['count.clicks']({ n: clicks ?? 0, clicks: say.number(clicks ?? 0) }, options)
		: m['count.clickers']({ n: clickers, clickers: say.number(clickers) }, options);
}
