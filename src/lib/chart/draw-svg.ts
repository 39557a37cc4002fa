import { BasicPlatform, type ChartConfiguration, type ChartItem } from 'chart.js';
import { Chart } from './registered.ts';
import { SvgContext, type SvgOptions } from './svg-context.ts';

/** A chart as SVG: lines and text, nothing of pixels. */
export function drawSvg({ options, ...config }: ChartConfiguration, size: SvgOptions): string {
	const context = new SvgContext(size);
	// no element of a page: Chart.js is not to look for its size and its events
	const item = { getContext: () => context } as unknown as ChartItem;
	const chart = new Chart(item, {
		...config,
		platform: BasicPlatform,
		options: { ...options, animation: false, responsive: false, devicePixelRatio: 1 }
	});
	const svg = context.svg();
	chart.destroy();
	return svg;
}
