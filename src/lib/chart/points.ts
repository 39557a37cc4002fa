import type { Chart, TooltipItem } from 'chart.js';

/** A point of a chart: the dataset that it is of, and its place in it. */
export type ChartPoint = { dataset: number; index: number };

/** Whether the tooltip tells of the points of a dataset: ends of intervals have points too. */
function isTold(chart: Chart, dataset: number): boolean {
	const filter = chart.options.plugins?.tooltip?.filter;
	const item = { datasetIndex: dataset } as TooltipItem<'line'>;
	return filter?.(item as never, 0, [item] as never, chart.data as never) ?? true;
}

/** The point that the tooltip tells of where the pointer is; of several at once the nearest. */
export function pointAt(chart: Chart, event: MouseEvent): ChartPoint | null {
	const { mode = 'nearest', intersect = true, axis } = chart.options.interaction ?? {};
	const how = { intersect, ...(axis && { axis }) };
	const away = ({ element }: { element: { y: number } }) => Math.abs(element.y - event.offsetY);
	const [nearest] = chart
		.getElementsAtEventForMode(event, mode, how, false)
		.filter(({ datasetIndex }) => isTold(chart, datasetIndex))
		.sort((a, b) => away(a) - away(b));
	return nearest ? { dataset: nearest.datasetIndex, index: nearest.index } : null;
}

/** All points that a tooltip tells of, line by line, in the order in which arrows walk through them. */
export function pointsOf(chart: Chart): ChartPoint[] {
	return chart.data.datasets.flatMap((_, dataset) => {
		if (!isTold(chart, dataset)) return [];
		const elements = chart.getDatasetMeta(dataset).data as ({ skip?: boolean } | undefined)[];
		return elements.flatMap((element, index) => (element?.skip ? [] : [{ dataset, index }]));
	});
}
