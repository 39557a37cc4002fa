import type { ChartConfiguration } from 'chart.js';
import { amountAxis, nameAxis, tooltip } from './axes.ts';
import type { Tokens } from './tokens.ts';

export type EngagedWeek = { label: string; engaged: number; partial: boolean };

/** Engaged readers over time; dashed while clicks are known for less than the window. */
export function engagedLine(
	points: readonly EngagedWeek[],
	format: (n: number) => string,
	tokens: Tokens
): ChartConfiguration {
	const last = points.length - 1;
	return {
		type: 'line',
		data: {
			labels: points.map(({ label }) => label),
			datasets: [
				{
					data: points.map(({ engaged }) => engaged),
					borderColor: tokens.ink,
					borderWidth: 1.8,
					segment: {
						borderDash: ({ p0DataIndex }) => (points[p0DataIndex]?.partial ? [3, 3] : undefined),
						borderColor: ({ p0DataIndex }) =>
							points[p0DataIndex]?.partial ? tokens['ink-3'] : undefined
					},
					pointRadius: points.map((_, index) => (index === last ? 3 : 0)),
					pointBackgroundColor: tokens.ink
				}
			]
		},
		options: {
			interaction: { mode: 'index', intersect: false },
			layout: { padding: { right: 6, top: 4 } },
			scales: { x: nameAxis(tokens), y: amountAxis(tokens, { format }) },
			plugins: {
				tooltip: tooltip(tokens, ({ index }) => {
					const point = points[index];
					return point ? [point.label, format(point.engaged)] : [];
				})
			}
		}
	};
}
