import type { Chart, Plugin } from 'chart.js';
import type { Tokens } from './tokens.ts';

type Place = { dataset?: number; index: number };

/** Words beside a point: charts have no legend. */
export type Label = Place & {
	text: string;
	color: string;
	bold?: boolean;
	side?: 'left' | 'right' | 'above';
};

/** From low to high through a point, along the axis of amounts. */
export type Whisker = Place & { low: number; high: number; color: string };

function element(chart: Chart, { dataset = 0, index }: Place) {
	return chart.getDatasetMeta(dataset).data[index];
}

/** Writes on the thing, with a halo so that lines beneath do not cross the letters. */
export function labels(items: readonly Label[], tokens: Tokens): Plugin {
	return {
		id: 'labels',
		afterDatasetsDraw(chart) {
			const { ctx } = chart;
			ctx.save();
			ctx.lineWidth = 3.5;
			ctx.lineJoin = 'round';
			ctx.strokeStyle = tokens.paper;
			ctx.textBaseline = 'middle';

			for (const item of items) {
				const at = element(chart, item);
				if (!at) continue;
				const { side = 'right' } = item;
				const [dx, dy] = { left: [-9, 0], right: [9, 0], above: [0, -13] }[side] as [
					number,
					number
				];
				ctx.font = `${item.bold ? '600 ' : ''}12.5px 'Source Sans 3 Variable', sans-serif`;
				ctx.textAlign = side === 'left' ? 'right' : side === 'right' ? 'left' : 'center';
				ctx.fillStyle = item.color;
				ctx.strokeText(item.text, at.x + dx, at.y + dy);
				ctx.fillText(item.text, at.x + dx, at.y + dy);
			}
			ctx.restore();
		}
	};
}

/** Draws intervals before the points, so that the estimate stays on top. */
export function whiskers(items: readonly Whisker[], over = false): Plugin {
	function drawAll(chart: Chart) {
		const { ctx } = chart;
		const scale = chart.scales.y;
		if (!scale) return;

		ctx.save();
		ctx.lineWidth = 1.5;
		for (const item of items) {
			const at = element(chart, item);
			if (!at) continue;
			ctx.strokeStyle = item.color;
			ctx.beginPath();
			ctx.moveTo(at.x, scale.getPixelForValue(item.low));
			ctx.lineTo(at.x, scale.getPixelForValue(item.high));
			ctx.stroke();
		}
		ctx.restore();
	}

	return over
		? { id: 'whiskers', afterDatasetsDraw: drawAll }
		: { id: 'whiskers', beforeDatasetsDraw: drawAll };
}

/** Hatches the bars that are not finished, with a dashed edge. */
export function hatches(indexes: readonly number[], tokens: Tokens): Plugin {
	return {
		id: 'hatches',
		afterDatasetsDraw(chart) {
			const { ctx } = chart;
			for (const index of indexes) {
				const bar = element(chart, { index });
				if (!bar) continue;
				const { x, y, base, width } = bar.getProps(['x', 'y', 'base', 'width'], true) as Record<
					'x' | 'y' | 'base' | 'width',
					number
				>;
				const height = base - y;

				ctx.save();
				ctx.beginPath();
				ctx.rect(x - width / 2, y, width, height);
				ctx.fillStyle = tokens.paper;
				ctx.fill();
				ctx.strokeStyle = tokens['rule-strong'];
				ctx.setLineDash([3, 2]);
				ctx.stroke();
				ctx.clip();
				ctx.setLineDash([]);
				ctx.beginPath();
				for (let start = x - width / 2 - height; start < x + width / 2; start += 5) {
					ctx.moveTo(start, base);
					ctx.lineTo(start + height, y);
				}
				ctx.stroke();
				ctx.restore();
			}
		}
	};
}
