import type { ChartConfiguration } from 'chart.js';
import { m } from '../messages/compiled/messages.js';
import type { Formats } from '../messages/format.ts';
import { arrival } from './arrival.ts';
import { costByAge } from './cost-by-age.ts';
import { engagedLine } from './engaged-line.ts';
import { growth } from './growth.ts';
import { issueRates } from './issue-rates.ts';
import { keptCurve } from './kept-curve.ts';
import { keptScale } from './kept-scale.ts';
import { keptWords } from './kept-words.ts';
import { shareShift } from './share-shift.ts';
import { withFlags } from './overlays.ts';
import { liftLines } from './lines.ts';
import { positionCurveChart } from './position-curve.ts';
import { supplyDemand } from './supply-demand.ts';
import { trend } from './trend.ts';
import type { ChartSpec } from './spec.ts';
import type { Tokens } from './tokens.ts';

/** The config that a chart is drawn from, in the language of `formats` and in these colours. */
export function configOf(spec: ChartSpec, formats: Formats, tokens: Tokens): ChartConfiguration {
	const config = plainConfig(spec, formats, tokens);
	if (!('flags' in spec) || !spec.flags) return config;
	return withFlags(config, spec.flags, tokens, spec.kind === 'trend');
}

// eslint-disable-next-line max-lines-per-function -- a line for each kind of chart, none of which shares anything with another
function plainConfig(spec: ChartSpec, formats: Formats, tokens: Tokens): ChartConfiguration {
	const options = { locale: formats.locale };
	const formatCount = (n: number) => m['count.items']({ n: Math.round(n) }, options);
	const shares = {
		items: m['chart.shareOfItems']({}, options),
		clicks: m['chart.shareOfClicks']({}, options)
	};
	switch (spec.kind) {
		case 'issueRates':
			return issueRates(spec.bars, spec.of === 'rate' ? formats.percent : formats.number, tokens);
		case 'shareShift':
			return shareShift(spec.rows, formats.percent, shares, tokens);
		case 'supplyDemand':
			return supplyDemand(
				spec.rows,
				formats.percent,
				{
					...shares,
					more: m['topics.writeMore']({}, options),
					less: m['topics.writeLess']({}, options)
				},
				tokens
			);
		case 'positionCurve':
			return positionCurveChart(
				spec.positions,
				formats.percent,
				{
					position: (position) => m['item.position']({ position }, options),
					n: (n) => m['count.items']({ n }, options)
				},
				tokens
			);
		case 'costByAge':
			return costByAge(
				spec.lines,
				(cost) => formats.money(cost, spec.currency, { perUnit: true }),
				{
					axis: (cost) => formats.money(cost, spec.currency, { axis: true }),
					day: (day) => m['channels.days']({ n: day }, options),
					of: (n, of) =>
						m['channels.nOf']({ n: formats.number(n), of: formats.number(of) }, options)
				},
				tokens
			);
		case 'growth':
			return growth(
				spec.months.map((month) => ({ ...month, label: formats.monthOf(month.month) })),
				{
					format: formats.number,
					joined: (n) => `${formats.number(n)} ${m['audience.growth.joined']({}, options)}`,
					left: (n) => `${formats.number(n)} ${m['audience.growth.left']({}, options)}`,
					net: (n) => `${m['table.net']({}, options)} ${formats.change(n)}`,
					running: m['audience.growth.running']({}, options)
				},
				tokens
			);
		case 'engagedLine':
			return engagedLine(
				spec.points.map((point) => ({ ...point, label: formats.day(point.at) })),
				formats.number,
				tokens
			);
		case 'keptCurve':
			return keptCurve(
				spec.points,
				spec.beside ?? [],
				{
					...(spec.scale ?? keptScale([spec.points])),
					...keptWords(formats),
					ticks: spec.ticks ?? true
				},
				tokens
			);
		case 'trend':
			return trend(
				spec.points,
				{ ...spec, format: spec.of === 'lift' ? formats.lift : formats.percent, formatCount },
				tokens
			);
		case 'liftLines':
			return liftLines(spec.lines, { format: formats.lift, formatCount }, tokens);
		case 'arrival':
			return arrival(
				spec.arrived,
				spec.usual,
				formats.number,
				{
					issue: spec.label,
					usual: m['issue.arrival.usual']({}, options),
					toCome: m['issue.arrival.toCome']({}, options),
					hours: (hours) => (hours === 0 ? m['issue.arrival.sent']({}, options) : `${hours}\u00a0h`)
				},
				tokens
			);
	}
}
