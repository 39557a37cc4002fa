import { createCanvas } from '@napi-rs/canvas';
import type { ChartItem } from 'chart.js';
import { Chart } from '#lib/chart/registered.ts';
import { configOf } from '#lib/chart/config.ts';
import { drawSvg } from '#lib/chart/draw-svg.ts';
import { heightOf } from '#lib/chart/heights.ts';
import type { ChartSpec } from '#lib/chart/spec.ts';
import { pageTokens, paperTokens } from '#lib/chart/tokens.ts';
import type { Formats } from '#lib/messages/format.ts';
import { registerFonts } from './fonts.ts';

/** As wide as a page's text, in CSS pixels. */
export const WIDTH = 680;

type SvgOptions = {
	/** in CSS pixels */
	width?: number;
	height?: number;
	/** where it becomes a part of a page, in whose colours it is then: what the names of its parts begin with there */
	page?: string;
};

/** A chart as SVG, with the colours of paper unless it becomes a part of a page. */
export function chartSvg(
	spec: ChartSpec,
	formats: Formats,
	{ width = WIDTH, height = heightOf(spec), page }: SvgOptions = {}
): string {
	registerFonts();
	const ruler = createCanvas(1, 1).getContext('2d');
	const size = { width, height, ruler };
	return page === undefined
		? drawSvg(configOf(spec, formats, paperTokens), size)
		: drawSvg(configOf(spec, formats, pageTokens), { ...size, page });
}

/** A chart as a picture with the colours of paper, twice as fine as a screen shows it. */
export function chartPng(spec: ChartSpec, formats: Formats): Uint8Array {
	registerFonts();
	const canvas = createCanvas(WIDTH, heightOf(spec));
	const paint = canvas.getContext('2d');
	const { options, ...config } = configOf(spec, formats, paperTokens);
	// Chart.js sizes its canvas by style where it has one
	const chart = new Chart(Object.assign(canvas, { style: {} }) as unknown as ChartItem, {
		...config,
		options: { ...options, animation: false, responsive: false, devicePixelRatio: 2 }
	});
	// beneath what was drawn: a picture is pasted on slides of any colour
	paint.globalCompositeOperation = 'destination-over';
	paint.fillStyle = paperTokens.paper;
	paint.fillRect(0, 0, canvas.width, canvas.height);
	const png = canvas.toBuffer('image/png');
	chart.destroy();
	return png;
}
