import type { ChartConfiguration } from 'chart.js';
import { logAxis, tooltip } from './axes.ts';
import { labels } from './labels.ts';
import { whiskers } from './marks.ts';
import { captions, type Caption } from './overlays.ts';
import { isAdvice, type ShareShift } from './most-shifted.ts';
import type { Tokens } from './tokens.ts';

export type TopicShares = ShareShift & {
	/** ends of the share of clicks, where there is an interval */
	low: number | null;
	high: number | null;
};

type Words = { items: string; clicks: string; more: string; less: string };

const TICKS = [0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.15, 0.2, 0.3, 0.5];

/** Of an axis that reaches over more than so many times its start, and of one with smaller shares. */
const FEW_TICKS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];
const WIDE = 12;

/** How many points bear their name that show no clear difference: the clear ones all do. */
const NAMED = 9;

/** How many names are looked for a place further away, with a line to it: more than these cover a chart. */
const LED = 24;

const isClear = ({ tone }: TopicShares) => tone !== 'unclear';

/** Each topic by its share of the items and of the clicks; above the diagonal it earns more than it takes. */
// eslint-disable-next-line max-lines-per-function -- one configuration of one chart, as its library takes it: read from top to bottom
export function supplyDemand(
	rows: readonly TopicShares[],
	format: (share: number) => string,
	words: Words,
	tokens: Tokens
): ChartConfiguration {
	const shown = rows.filter(({ items, clicks }) => items > 0 && clicks > 0);
	// down to half of the estimate: an interval that nears zero has no end on this axis
	const shares = shown.flatMap(({ items, clicks, low, high }) => [
		items,
		clicks,
		Math.max(low ?? clicks, clicks / 2),
		high ?? clicks
	]);
	const min = Math.min(0.5, ...shares) * 0.8;
	const max = Math.max(0.02, ...shares) * 1.25;
	const some = min < TICKS[0]! / 2 || max / min > WIDE ? FEW_TICKS : TICKS;
	const ticks = some.filter((tick) => tick > min && tick < max);

	// names go first to those that are clear, and to those furthest from the diagonal
	const named = shown
		.map((row, index) => ({ row, index, off: Math.abs(Math.log(row.clicks / row.items)) }))
		.sort((a, b) => Number(isClear(b.row)) - Number(isClear(a.row)) || b.off - a.off)
		.filter(({ row }, place) => isClear(row) || place < NAMED);
	const intervals = shown.flatMap(({ low, high, tone }, index) =>
		low === null || high === null ? [] : [{ index, low, high, color: tokens[tone] }]
	);

	// what lying on this side of the diagonal means, written in its corner
	const advice: Caption[] = [
		{
			x: min,
			y: max,
			dx: 10,
			dy: 15.5,
			align: 'left',
			bold: true,
			text: words.more,
			color: tokens.above
		},
		{
			x: max,
			y: min,
			dx: -10,
			dy: -15.5,
			align: 'right',
			bold: true,
			text: words.less,
			color: tokens.below
		}
	];
	const corners = isAdvice(shown) ? advice : [];

	return {
		type: 'scatter',
		data: {
			datasets: [
				{
					data: shown.map(({ items, clicks }) => ({ x: items, y: clicks })),
					pointRadius: 4.5,
					pointHoverRadius: 6,
					pointBorderWidth: 1.5,
					pointBackgroundColor: shown.map(({ tone }) =>
						tone === 'unclear' ? tokens.paper : tokens[tone]
					),
					pointBorderColor: shown.map(({ tone }) => tokens[tone])
				},
				{
					type: 'line',
					data: [
						{ x: min, y: min },
						{ x: max, y: max }
					],
					borderColor: tokens.ink,
					borderWidth: 1,
					pointRadius: 0,
					pointHitRadius: 0
				}
			]
		},
		options: {
			// a point is found without being hit
			interaction: { mode: 'nearest', intersect: false },
			layout: { padding: { right: 8, top: 8 } },
			scales: {
				x: logAxis(tokens, { format, min, max, ticks }),
				y: logAxis(tokens, { format, min, max, ticks })
			},
			plugins: {
				tooltip: {
					...tooltip(tokens, ({ index }) => {
						const row = shown[index];
						if (!row) return [];
						return [
							row.name,
							`${words.items} ${format(row.items)}`,
							`${words.clicks} ${format(row.clicks)}`
						];
					}),
					filter: ({ datasetIndex }) => datasetIndex === 0
				}
			}
		},
		plugins: [
			captions(corners),
			whiskers(intervals),
			labels(
				named.map(({ row, index }, place) => ({
					index,
					text: row.name,
					color: isClear(row) ? tokens.ink : tokens['ink-2'],
					bold: isClear(row),
					sides: row.clicks > row.items ? (['left'] as const) : [],
					led: isClear(row) && place < LED
				})),
				tokens,
				{ captions: corners, intervals }
			)
		]
	};
}
