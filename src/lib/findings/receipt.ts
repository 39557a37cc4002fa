import { certainty, type CertaintyInput } from './certainty.ts';
import { statement, type Statement, type Worded } from './statement.ts';

type Received = {
	placement: CertaintyInput & {
		sponsor: string;
		item: string | null;
		/** number of the issue, else its title */
		issue: string | null;
		sentAt: number | null;
		position: number | null;
		delivered: number | null;
		basis: Worded<'basis'>;
		clickers: number | null;
		clicks: number | null;
		allClicks: number | null;
		rate: number | null;
		expected: number | null;
		fee: number | null;
		currency: string;
		perClicker: number | null;
		perThousandDelivered: number | null;
		guaranteed: number | null;
		open: boolean;
		age: number | null;
		pacing: { expected: number; low: number; high: number } | null;
	};
	expectedLow: number | null;
	expectedHigh: number | null;
	usualOfAll: { n: number; low: number; high: number } | null;
	clicks: { reasons: readonly { verdict: string; reason: Worded<'reason'>; n: number }[] } | null;
	items: number | null;
};

/**
 * What a sponsor is told about one placement: what was placed and where, whom it reached, who clicked, what
 * was filtered and why, what the position usually gets, and the cost per reader.
 *
 * @param issue the issue as a sentence names it
 */
export function receiptStatements(receipt: Received, issue: string): Statement[] {
	const { placement } = receipt;
	return [
		where(receipt, issue),
		got(placement),
		...aside(receipt),
		// an open issue is not compared: it has not got all of its clicks
		...(placement.open ? [] : [usual(receipt)]),
		...price(placement),
		...promised(placement)
	];
}

function where({ placement, items }: Received, issue: string): Statement {
	const { sponsor, item, sentAt, position } = placement;
	const named = { sponsor, item: { quoted: item ?? '' }, issue };
	if (sentAt === null) return statement('report.says.place.undated', named);
	const values = { ...named, sent: { at: sentAt } };
	if (position === null || items === null) return statement('report.says.place.noPosition', values);
	return statement('report.says.place.where', {
		...values,
		position: String(position),
		items: String(items)
	});
}

function got({ clickers, delivered, rate, basis }: Received['placement']): Statement {
	if (clickers === null) return statement('report.says.place.noClicks', {});
	const n = { n: { n: clickers }, clickers: { count: clickers } };
	if (rate === null || delivered === null) return statement('report.says.place.noReach', n);
	return statement('report.says.place.got', {
		...n,
		count: { n: delivered },
		delivered: { count: delivered },
		basis: { words: `basis.${basis}` },
		rate: { rate }
	});
}

/** What was filtered and why; without events, that nothing could be. */
function aside({ placement: { clicks, allClicks }, clicks: judged }: Received): Statement[] {
	if (clicks === null || (clicks === 0 && !allClicks)) return [];
	if (!judged || allClicks === null)
		return [
			statement('report.says.place.unjudged', { n: { n: clicks }, clicks: { count: clicks } })
		];

	const reasons = judged.reasons.filter(({ verdict }) => verdict !== 'human');
	const values = { n: { n: allClicks }, all: { count: allClicks } };
	if (reasons.length === 0) return [statement('report.says.place.allCount', values)];
	return [
		statement('report.says.place.aside', {
			...values,
			count: { n: clicks },
			clicks: { count: clicks },
			out: { n: allClicks - clicks },
			aside: { count: allClicks - clicks },
			reasons: { counted: reasons.map(({ reason, n }) => ({ n, words: `reason.${reason}` })) }
		})
	];
}

/** Compared with what its position usually gets; else with the newsletter's other sponsors. */
function usual({ placement, expectedLow, expectedHigh, usualOfAll }: Received): Statement {
	const { expected, lift, low, high, rate } = placement;
	const { certainty: sure, side } = certainty(placement);
	if (
		sure !== 'few' &&
		expected !== null &&
		expectedLow !== null &&
		expectedHigh !== null &&
		lift !== null &&
		low !== null &&
		high !== null
	) {
		const likely = side === 'above' ? 'likelyAbove' : 'likelyBelow';
		const placed = side === null ? 'within' : sure === 'clear' ? side : likely;
		return statement(`report.says.place.${placed}`, {
			n: { n: expected },
			expected: { count: expected },
			from: { count: expectedLow },
			to: { count: expectedHigh },
			lift: { lift },
			between: { low, high, of: 'lift' }
		});
	}
	if (usualOfAll && rate !== null)
		return statement('report.says.place.others', {
			rate: { rate },
			n: { n: usualOfAll.n },
			low: { rate: usualOfAll.low },
			high: { rate: usualOfAll.high }
		});
	return statement('report.says.place.few', {});
}

function price({ fee, perClicker, perThousandDelivered, currency }: Received['placement']) {
	if (fee === null || perClicker === null) return [];
	const money = (amount: number) => ({ money: amount, currency });
	const values = { fee: money(fee), perClicker: money(perClicker) };
	return [
		perThousandDelivered === null
			? statement('report.says.place.perClicker', values)
			: statement('report.says.place.price', {
					...values,
					perThousand: money(perThousandDelivered)
				})
	];
}

/** What is still to come, and what was guaranteed. */
function promised({ open, age, pacing, guaranteed, clicks }: Received['placement']): Statement[] {
	const ofGuarantee =
		guaranteed === null || clicks === null
			? []
			: [
					statement(
						`report.says.place.${clicks >= guaranteed ? 'kept' : open ? 'notYet' : 'missed'}`,
						{
							n: { n: guaranteed },
							clicks: { count: clicks },
							guaranteed: { count: guaranteed }
						}
					)
				];
	if (!open) return ofGuarantee;
	const hour = { age: String(age ?? 0) };
	return [
		...ofGuarantee,
		pacing
			? statement('report.says.place.pacing', {
					...hour,
					expected: { count: pacing.expected },
					low: { count: pacing.low },
					high: { count: pacing.high }
				})
			: statement('report.says.place.open', hour)
	];
}
