import type { ChartConfiguration } from 'chart.js';
import type { PictureFormat } from './ask.ts';
import { drawSvg } from './draw-svg.ts';
import { Chart } from './registered.ts';
import { paperTokens, type Tokens } from './tokens.ts';

/**
 * Draws a chart again as a picture to hand on: as large as it is seen, with the colours of paper,
 * whatever the theme of the screen.
 */
export async function chartPicture(
	config: (tokens: Tokens) => ChartConfiguration,
	{ width, height }: { width: number; height: number },
	format: PictureFormat
): Promise<Blob> {
	const canvas = Object.assign(document.createElement('canvas'), { width, height });
	if (format === 'svg') {
		const ruler = canvas.getContext('2d')!;
		return new Blob([drawSvg(config(paperTokens), { width, height, ruler })], {
			type: 'image/svg+xml'
		});
	}

	const { options, ...rest } = config(paperTokens);
	const still = { ...options, animation: false as const, responsive: false };
	const chart = new Chart(canvas, { ...rest, options: { ...still, devicePixelRatio: 2 } });
	const paint = canvas.getContext('2d')!;
	// beneath what was drawn: a picture is pasted on slides of any colour
	paint.globalCompositeOperation = 'destination-over';
	paint.fillStyle = paperTokens.paper;
	paint.fillRect(0, 0, canvas.width, canvas.height);
	const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
	chart.destroy();
	if (!png) throw new RangeError('a canvas gave no picture');
	return png;
}
