import { createCanvas, SvgExportFlag, type Canvas, type SvgCanvas } from '@napi-rs/canvas';
import type { ChartItem } from 'chart.js';
import { Chart } from '#lib/chart/registered.ts';
import { configOf } from '#lib/chart/config.ts';
import { heightOf } from '#lib/chart/heights.ts';
import type { ChartSpec } from '#lib/chart/spec.ts';
import { paperTokens } from '#lib/chart/tokens.ts';
import type { Formats } from '#lib/messages/format.ts';
import { registerFonts } from './fonts.ts';

/** As wide as a page's text, in CSS pixels. */
export const WIDTH = 680;

/** Draws a chart's own config with the colours of paper. */
function drawOn(canvas: Canvas | SvgCanvas, spec: ChartSpec, formats: Formats, ratio: number) {
	registerFonts();
	const config = configOf(spec, formats, paperTokens);
	// Chart.js sizes its canvas by style where it has one
	Object.assign(canvas, { style: {} });
	const chart = new Chart(canvas as unknown as ChartItem, {
		...config,
		options: { ...config.options, animation: false, responsive: false, devicePixelRatio: ratio }
	});
	return () => chart.destroy();
}

/** A chart as SVG: lines and text, nothing of pixels. */
export function chartSvg(spec: ChartSpec, formats: Formats, height = heightOf(spec)): string {
	const canvas = createCanvas(WIDTH, height, SvgExportFlag.NoPrettyXML);
	const done = drawOn(canvas, spec, formats, 1);
	const svg = canvas.getContent().toString('utf8');
	done();
	return svg;
}

/** A chart as a picture, twice as fine as a screen shows it. */
export function chartPng(spec: ChartSpec, formats: Formats): Uint8Array {
	const canvas = createCanvas(WIDTH, heightOf(spec));
	const paint = canvas.getContext('2d');
	const done = drawOn(canvas, spec, formats, 2);
	// beneath what was drawn: a picture is pasted on slides of any colour
	paint.globalCompositeOperation = 'destination-over';
	paint.fillStyle = paperTokens.paper;
	paint.fillRect(0, 0, canvas.width, canvas.height);
	const png = canvas.toBuffer('image/png');
	done();
	return png;
}
