import type { ChartSpec } from './spec.ts';

/** Whether a chart would show its axes alone, since nothing that it is given can be drawn. */
export function isBlankChart(spec: ChartSpec): boolean {
	switch (spec.kind) {
		case 'issueRates':
			return !spec.bars.some(({ value }) => value);
		case 'shareShift':
			return !spec.rows.some(({ clicks }) => clicks > 0);
		case 'supplyDemand':
			return !spec.rows.some(({ items, clicks }) => items > 0 && clicks > 0);
		case 'positionCurve':
			return spec.positions.length < 2;
		case 'costByAge':
			return !spec.lines.some(({ points }) => points.some(({ cost }) => cost !== null));
		case 'growth':
			return !spec.months.some(({ joined, left }) => joined || left);
		case 'engagedLine':
			return spec.points.length < 2;
		case 'keptCurve':
			return spec.points.length === 0;
		case 'trend':
			return !spec.points.some(({ value }) => value !== null);
		case 'liftLines':
			return !spec.lines.some(({ points }) => points.some(({ value }) => value !== null));
		case 'arrival':
			return spec.arrived.length < 2;
	}
}
