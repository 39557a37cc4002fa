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
export function linkBadges(figures: IssueFigures, formats: Formats): Map<string, Badge> {
	const badges = new Map<string, Badge>();
	const add = (link: Link, badge: Badge | null) => {
		if (badge && !badges.has(link.url)) badges.set(link.url, badge);
	};

	for (const { items } of figures.sections) {
		for (const item of items) {
			const [first, ...others] = item.links;
			if (first) add(first, badgeOfItem(item, first, formats));
			for (const link of others) add(link, badgeOf(link, formats));
		}
	}
	for (const link of figures.otherLinks) add(link, badgeOf(link, formats));
	return badges;
}

function badgeOf(link: Link, formats: Formats): Badge | null {
	const words = countOf(link, formats);
	if (words === null) return null;
	return { words, title: spokenCount(link, formats), tone: 'plain' };
}

function badgeOfItem(item: IssueItem, link: Link, formats: Formats): Badge | null {
	const plain = badgeOf(link, formats);
	if (!plain || item.role !== 'editorial' || item.lift === null || item.expected === null)
		return plain;

	const verdict = certainty(item);
	const lift = formats.lift(item.lift);
	const { low, high } = item;
	return {
		words: `${plain.words} · ${lift}`,
		title: m['letter.badge'](
			{
				title: formats.quote(item.title),
				count: spokenCount(item, formats),
				expected: formats.number(item.expected),
				lift: low === null || high === null ? lift : `${lift} (${formats.interval(low, high)})`,
				mark: m[`mark.${verdict.certainty}`]({}, { locale: formats.locale })
			},
			{ locale: formats.locale }
		),
		tone: tone(verdict)
	};
}

function countOf({ clickers, clicks }: Link, formats: Formats): string | null {
	const count = clickers ?? clicks;
	return count === null ? null : formats.number(count);
}

function spokenCount(
	{ clickers, clicks }: Pick<Link, 'clickers' | 'clicks'>,
	formats: Formats
): string {
	const options = { locale: formats.locale };
	return clickers === null
		? m['count.clicks']({ n: clicks ?? 0, clicks: formats.number(clicks ?? 0) }, options)
		: m['count.clickers']({ n: clickers, clickers: formats.number(clickers) }, options);
}
