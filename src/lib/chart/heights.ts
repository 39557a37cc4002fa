import type { ChartSpec } from './spec.ts';

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
