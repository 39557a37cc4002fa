import type { ChartConfiguration } from 'chart.js';
import * as v from 'valibot';
import { m } from '../messages/compiled/messages.js';
import type { Formats } from '../messages/format.ts';
import { arrival } from './arrival.ts';
import { costByAge } from './cost-by-age.ts';
import { engagedLine } from './engaged-line.ts';
import { flagSpec, withFlags } from './flags.ts';
import { growth } from './growth.ts';
import { issueRates } from './issue-rates.ts';
import { keptCurve, type KeptPoint } from './kept-curve.ts';
import { shareShift } from './share-shift.ts';
import { slotCurve } from './slot-curve.ts';
import { supplyDemand } from './supply-demand.ts';
import type { Tokens } from './tokens.ts';

const perhaps = v.nullable(v.number());
/** notes on days that the chart shows; of charts over time alone */
const flags = v.optional(v.array(flagSpec));
const shift = {
	name: v.string(),
	items: v.number(),
	clicks: v.number(),
	tone: v.picklist(['above', 'below', 'unclear'])
};

/**
 * A chart as it can be kept and sent: which builder draws it, and what it is given. Page, paper and
 * picture make the same config from it.
 */
export const chartSpec = v.variant('kind', [
	v.object({
		kind: v.literal('issueRates'),
		flags,
		of: v.picklist(['rate', 'clickers']),
		bars: v.array(
			v.object({
				label: v.string(),
				title: v.string(),
				value: perhaps,
				low: perhaps,
				high: perhaps,
				open: v.boolean(),
				note: v.string()
			})
		)
	}),
	v.object({ kind: v.literal('shareShift'), rows: v.array(v.object(shift)) }),
	v.object({
		kind: v.literal('supplyDemand'),
		rows: v.array(v.object({ ...shift, low: perhaps, high: perhaps }))
	}),
	v.object({
		kind: v.literal('slotCurve'),
		slots: v.array(
			v.object({ order: v.number(), rate: v.number(), low: perhaps, high: perhaps, n: v.number() })
		)
	}),
	v.object({
		kind: v.literal('costByAge'),
		/** ISO 4217; costs are minor units */
		currency: v.string(),
		lines: v.array(
			v.object({
				name: v.string(),
				tone: v.picklist(['above', 'below', 'unclear']),
				points: v.array(
					v.object({
						day: v.number(),
						cost: perhaps,
						low: perhaps,
						high: perhaps,
						n: v.number(),
						of: v.number()
					})
				)
			})
		)
	}),
	v.object({
		kind: v.literal('growth'),
		flags,
		months: v.array(
			v.object({
				/** YYYY-MM */
				month: v.string(),
				joined: v.number(),
				left: perhaps,
				net: perhaps,
				running: v.boolean()
			})
		)
	}),
	v.object({
		kind: v.literal('engagedLine'),
		flags,
		points: v.array(v.object({ at: v.number(), engaged: v.number(), partial: v.boolean() }))
	}),
	v.object({
		kind: v.literal('keptCurve'),
		points: v.array(
			v.object({
				after: v.number(),
				atRisk: v.number(),
				share: v.number(),
				low: v.number(),
				high: v.number()
			})
		)
	}),
	v.object({
		kind: v.literal('arrival'),
		/** of the issue, beside the end of its line */
		label: v.string(),
		arrived: v.array(v.object({ at: v.number(), clickers: v.number() })),
		usual: v.array(v.object({ at: v.number(), low: v.number(), mid: v.number(), high: v.number() }))
	})
]);

export type ChartSpec = v.InferOutput<typeof chartSpec>;

/** The config that a chart is drawn from, in the language of `say` and in these colours. */
export function configOf(spec: ChartSpec, say: Formats, tokens: Tokens): ChartConfiguration {
	const config = plainConfig(spec, say, tokens);
	return 'flags' in spec && spec.flags ? withFlags(config, spec.flags, tokens) : config;
}

// eslint-disable-next-line max-lines-per-function -- a line for each kind of chart, none of which shares anything with another
function plainConfig(spec: ChartSpec, say: Formats, tokens: Tokens): ChartConfiguration {
	const o = { locale: say.locale };
	const shares = {
		items: m['chart.shareOfItems']({}, o),
		clicks: m['chart.shareOfClicks']({}, o)
	};
	switch (spec.kind) {
		case 'issueRates':
			return issueRates(spec.bars, spec.of === 'rate' ? say.percent : say.number, tokens);
		case 'shareShift':
			return shareShift(spec.rows, say.percent, shares, tokens);
		case 'supplyDemand':
			return supplyDemand(
				spec.rows,
				say.share,
				{ ...shares, more: m['topics.writeMore']({}, o), less: m['topics.writeLess']({}, o) },
				tokens
			);
		case 'slotCurve':
			return slotCurve(
				spec.slots,
				say.percent,
				{
					slot: (order) => m['item.slot']({ order }, o),
					n: (n) => m['count.items']({ n }, o)
				},
				tokens
			);
		case 'costByAge':
			return costByAge(
				spec.lines,
				(cost) => say.money(cost, spec.currency, { perUnit: true }),
				{
					axis: (cost) => say.money(cost, spec.currency),
					day: (day) => m['channels.days']({ n: day }, o),
					of: (n, of) => m['channels.nOf']({ n: say.number(n), of: say.number(of) }, o)
				},
				tokens
			);
		case 'growth':
			return growth(
				spec.months.map((month) => ({ ...month, label: say.monthOf(month.month) })),
				{
					say: say.number,
					joined: (n) => `${say.number(n)} ${m['audience.growth.joined']({}, o)}`,
					left: (n) => `${say.number(n)} ${m['audience.growth.left']({}, o)}`,
					net: (n) => `${m['table.net']({}, o)} ${say.change(n)}`,
					running: m['audience.growth.running']({}, o)
				},
				tokens
			);
		case 'engagedLine':
			return engagedLine(
				spec.points.map((point) => ({ ...point, label: say.day(point.at) })),
				say.number,
				tokens
			);
		case 'keptCurve':
			return keptCurve(
				spec.points,
				[],
				{ ...keptScale([spec.points]), ...keptWords(say), ticks: true },
				tokens
			);
		case 'arrival':
			return arrival(
				spec.arrived,
				spec.usual,
				say.number,
				{
					issue: spec.label,
					usual: m['issue.arrival.usual']({}, o),
					toCome: m['issue.arrival.toCome']({}, o),
					hours: (hours) => (hours === 0 ? m['issue.arrival.sent']({}, o) : `${hours}\u00a0h`)
				},
				tokens
			);
	}
}

/** The scale that curves of retention share: how many months, and from which share on. */
export function keptScale(curves: readonly (readonly KeptPoint[])[]) {
	const least = Math.min(0.9, ...curves.flatMap((points) => points.map(({ low }) => low)));
	return {
		longest: Math.max(...curves.map((points) => points.at(-1)?.after ?? 0), 1),
		floor: Math.floor(least * 10) / 10
	};
}

/** The words of a curve of retention. */
export function keptWords(say: Formats) {
	const o = { locale: say.locale };
	return {
		say: say.share,
		months: (n: number) => m['audience.months']({ n }, o),
		after: (n: number) => m['audience.curves.after']({ n }, o),
		atRisk: (n: number) => m['audience.curves.risk']({ n: say.number(n) }, o)
	};
}

/** How high a chart is drawn, in CSS pixels, where it is as wide as its page. */
export function heightOf(spec: ChartSpec): number {
	switch (spec.kind) {
		case 'shareShift':
			return spec.rows.length * 30 + 34;
		case 'supplyDemand':
			return 392;
		default:
			return 220;
	}
}
