import { createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SvgContext } from '#lib/chart/svg-context.ts';
import { straysOf } from '../../../../../tests/pixels.ts';

const SIZE = 120;

type Drawing = Pick<
	SKRSContext2D,
	| 'arc'
	| 'beginPath'
	| 'bezierCurveTo'
	| 'clip'
	| 'closePath'
	| 'fill'
	| 'fillRect'
	| 'fillStyle'
	| 'lineTo'
	| 'lineWidth'
	| 'moveTo'
	| 'quadraticCurveTo'
	| 'rect'
	| 'restore'
	| 'rotate'
	| 'save'
	| 'setLineDash'
	| 'stroke'
	| 'strokeRect'
	| 'strokeStyle'
	| 'translate'
>;

const ruler = createCanvas(1, 1).getContext('2d');
const place = fc.integer({ min: 5, max: SIZE - 5 });
const length = fc.integer({ min: 2, max: 50 });
const angle = fc.integer({ min: -70, max: 70 }).map((tenths) => tenths / 10);
const color = fc.constantFrom('#0a6780', '#9c5208', 'rgba(10, 103, 128, 0.4)', 'transparent');

type Step = (drawing: Drawing) => void;
const path: fc.Arbitrary<Step> = fc.oneof(
	fc.tuple(place, place).map(
		([x, y]): Step =>
			(on) =>
				on.lineTo(x, y)
	),
	fc.tuple(place, place).map(
		([x, y]): Step =>
			(on) =>
				on.moveTo(x, y)
	),
	fc.tuple(place, place, place, place).map(
		(four): Step =>
			(on) =>
				on.quadraticCurveTo(...four)
	),
	fc.tuple(place, place, place, place, place, place).map(
		(six): Step =>
			(on) =>
				on.bezierCurveTo(...six)
	),
	fc.tuple(place, place, length, length).map(
		(four): Step =>
			(on) =>
				on.rect(...four)
	),
	// more than a whole turn ends where it began in browsers, and where it was asked to in this canvas
	fc.tuple(place, place, length, angle, fc.integer({ min: -62, max: 62 }), fc.boolean()).map(
		([x, y, radius, from, tenths, isCounter]): Step =>
			(on) =>
				on.arc(x, y, radius, from, from + tenths / 10, isCounter)
	),
	// a whole circle alone, for this canvas leads no line to it
	fc.tuple(place, place, length).map(([x, y, radius]): Step => (on) => {
		on.moveTo(x + radius, y);
		on.arc(x, y, radius, 0, 2 * Math.PI);
		on.closePath();
	}),
	fc.constant<Step>((on) => on.closePath())
);
/** A shape as it is drawn: where, in which colours, filled, with an edge or both. */
const shape: fc.Arbitrary<Step> = fc
	.record({
		steps: fc.array(path, { minLength: 1, maxLength: 6 }),
		move: fc.option(fc.tuple(length, length, angle), { nil: null }),
		clip: fc.option(fc.tuple(place, place, length, length), { nil: null }),
		dash: fc.option(fc.tuple(length, length), { nil: null }),
		paint: fc.tuple(color, color, fc.integer({ min: 1, max: 6 })),
		how: fc.constantFrom('fill', 'stroke', 'both', 'box', 'frame')
	})
	.map(({ steps, move, clip, dash, paint, how }) => (on: Drawing) => {
		on.save();
		if (clip) {
			on.beginPath();
			on.rect(...clip);
			on.clip();
		}
		if (move) {
			on.translate(move[0], move[1]);
			on.rotate(move[2]);
		}
		if (dash) on.setLineDash(dash);
		[on.fillStyle, on.strokeStyle, on.lineWidth] = paint;
		if (how === 'box') on.fillRect(10, 20, 40, 30);
		if (how === 'frame') on.strokeRect(10, 20, 40, 30);
		on.beginPath();
		on.moveTo(20, 20);
		for (const step of steps) step(on);
		if (how === 'fill' || how === 'both') on.fill();
		if (how === 'stroke' || how === 'both') on.stroke();
		on.restore();
	});

async function pixelsOf(svg: string) {
	const paint = createCanvas(SIZE, SIZE).getContext('2d');
	paint.drawImage(await loadImage(Buffer.from(svg)), 0, 0);
	return paint.getImageData(0, 0, SIZE, SIZE);
}

test('whatever is drawn → the same pixels from SVG as from a canvas, but for the edges', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(shape, { minLength: 1, maxLength: 4 }), async (shapes) => {
			const canvas = createCanvas(SIZE, SIZE).getContext('2d');
			const context = new SvgContext({ width: SIZE, height: SIZE, ruler });
			for (const draw of shapes) {
				draw(canvas);
				draw(context as unknown as Drawing);
			}
			const [real, written] = [
				canvas.getImageData(0, 0, SIZE, SIZE),
				await pixelsOf(context.svg())
			];
			const off = Math.max(straysOf(real, written, 100), straysOf(written, real, 100));
			expect(off).toBeLessThan(100);
		})
	);
});

test('words that SVG would take for its own → as they are written, and no part of it', () => {
	const context = new SvgContext({ width: SIZE, height: SIZE, ruler });
	context.fillText('a < b & "c"</text><script>\u0000', 1, 2);
	expect(context.svg()).toContain(
		'>a &lt; b &amp; &quot;c&quot;&lt;/text&gt;&lt;script&gt; </text>'
	);
});

test('words of every script → kept, whatever fonts the server has', () => {
	const context = new SvgContext({ width: SIZE, height: SIZE, ruler });
	context.fillText('天気 🎉 Ελλάδα', 1, 2);
	expect(context.svg()).toContain('>天気 🎉 Ελλάδα</text>');
});

test.each([
	['middle', 'center', 'middle'],
	['top', 'right', 'end'],
	['alphabetic', 'left', undefined]
] as const)('words at %s and %s → stand where a canvas has them', (baseline, align, anchor) => {
	const context = new SvgContext({ width: SIZE, height: SIZE, ruler });
	context.font = `600 20px 'Source Sans 3 Variable', sans-serif`;
	[context.textBaseline, context.textAlign] = [baseline, align];
	context.fillText('Hx', 50, 60);

	const [, attributes] = /<text ([^>]*)>/.exec(context.svg())!;
	const of = (name: string) => new RegExp(`(?<![-\\w])${name}="([^"]*)"`).exec(attributes!)?.[1];
	expect(of('text-anchor')).toBe(anchor);
	expect(of('font-weight')).toBe('600');
	// the top of its letters, as the canvas draws them
	const canvas = createCanvas(SIZE, SIZE).getContext('2d');
	canvas.font = context.font;
	[canvas.textBaseline, canvas.textAlign] = [baseline, align];
	const { actualBoundingBoxAscent } = canvas.measureText('Hx');
	canvas.textBaseline = 'alphabetic';
	const foot = 60 - actualBoundingBoxAscent + canvas.measureText('Hx').actualBoundingBoxAscent;
	expect(Math.abs(Number(of('y')) - foot)).toBeLessThan(1);
	expect(of('x')).toBe('50');
});
