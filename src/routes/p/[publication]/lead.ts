import { clearSide, confirmedOf } from '#lib/findings/certainty.ts';
import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';
import type { TopicRow } from '#lib/server/figures/content/rows.ts';

type Overview = {
	topics: readonly TopicRow[];
	issues: readonly unknown[];
	items: number;
	counted: { items: number; issues: number };
};

/**
 * Beneath the finding: what it rests on, how large it is and how sure, and what does not settle. Of topics
 * that nobody confirmed nothing is said.
 *
 * @param isEach they are all topics that there are: of others than those that somebody chose nothing is said
 */
export function leadOf(
	{ topics: all, ...figures }: Overview,
	formats: Formats,
	isEach = true
): string {
	// the finding says that nothing matches
	if (figures.items === 0) return '';
	const topics = confirmedOf(all);
	const whole = { items: figures.items, issues: figures.issues.length };
	// without a click anywhere nothing is told from any of them
	const { items, issues } = figures.counted.items ? figures.counted : whole;
	const basis = m['count.itemsIn']({
		items: formats.number(items),
		n: issues,
		issues: formats.number(issues)
	});
	if (all.length > 0 && topics.length === 0) return m['overview.lead.suggested']({ basis });
	const ranked = topics.filter(({ enough, lift }) => enough && lift !== null);
	const above = ranked.filter((topic) => clearSide(topic) === 'above');
	const below = ranked.filter((topic) => clearSide(topic) === 'below');
	const [first, second] = above;
	const valuesOf = ({ topic, lift, low, high }: TopicRow) => ({
		basis,
		topic: formats.quote(topic),
		lift: formats.lift(lift!),
		interval: formats.between(low!, high!)
	});

	if (ranked.length === 0) {
		return rawLead(topics, basis, formats);
	}
	if (!first) {
		const last = below.at(-1);
		if (last) {
			// one that alone has a lift tells nothing of the others
			const said =
				isEach && ranked.length > 1 ? m['overview.lead.below'] : m['overview.lead.below.alone'];
			return said({ ...valuesOf(last), n: below.length });
		}
		return ranked.length === 1
			? m['overview.lead.none.alone'](valuesOf(ranked[0]!))
			: m['overview.lead.none']({ basis, n: ranked.length });
	}

	const settled = !second || (first.rankHigh !== null && first.rankHigh < (second.rankLow ?? 0));
	return [
		m['overview.lead.above']({ ...valuesOf(first), n: above.length }),
		...(settled ? [] : [m['overview.lead.unsettled']()])
	].join(' ');
}

/** Without any lift: which topic has the highest click rate, where one alone among several has it. */
function rawLead(topics: readonly TopicRow[], basis: string, formats: Formats): string {
	const raw = topics.filter(({ rawRate }) => rawRate !== null);
	const highest = Math.max(...raw.map(({ rawRate }) => rawRate!));
	// two that are written alike are not told apart
	const rate = formats.percent(highest);
	const alike = raw.filter(({ rawRate }) => formats.percent(rawRate!) === rate);
	const [most] = alike;
	if (!most) return m['overview.lead.nothing']({ basis });
	if (alike.length > 1) return m['overview.lead.raw.same']({ basis, n: alike.length, rate });
	const said = raw.length > 1 ? m['overview.lead.raw'] : m['overview.lead.raw.alone'];
	return said({ basis, topic: formats.quote(most.topic), rate });
}
