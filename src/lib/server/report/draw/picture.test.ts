import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { redrawnLogo } from './picture.ts';

const svg = (inner: string, root = 'viewBox="0 0 40 10"') =>
	Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${root}>${inner}</svg>`);

const drawn = (width: number, height: number, format: 'png' | 'jpeg') => {
	const canvas = createCanvas(width, height);
	const paint = canvas.getContext('2d');
	paint.fillStyle = '#c00';
	paint.fillRect(0, 0, width, height);
	return format === 'png' ? canvas.toBuffer('image/png') : canvas.toBuffer('image/jpeg');
};

test('a vector logo → as large as logos are shown; pixels → never enlarged', async () => {
	const red = svg('<rect width="40" height="10" fill="#c00"/>');
	expect(await redrawnLogo(red)).toMatchObject({ width: 720, height: 180 });
	expect(await redrawnLogo(drawn(100, 30, 'png'))).toMatchObject({ width: 100, height: 30 });
	expect(await redrawnLogo(drawn(1440, 90, 'jpeg'))).toMatchObject({ width: 720, height: 45 });
});

test('an SVG with scripts, links and remote images → a PNG of its colours, and nothing else of it', async () => {
	const hostile = svg(
		'<script>alert(1)</script><rect width="40" height="10" fill="#c00" onload="alert(2)"/><a href="https://example.com/x"><text>t</text></a><image href="https://example.com/pixel.png" width="40" height="10"/>'
	);
	const { png, width, height } = await redrawnLogo(hostile);
	expect(png.subarray(1, 4).toString()).toBe('PNG');
	expect(png.toString('latin1')).not.toMatch(/script|alert|example/);
	const canvas = createCanvas(width, height);
	const paint = canvas.getContext('2d');
	paint.drawImage(await loadImage(png), 0, 0);
	expect([...paint.getImageData(700, 170, 1, 1).data]).toEqual([204, 0, 0, 255]);
});

test.each([
	['nothing', Buffer.alloc(0)],
	['text', Buffer.from('a logo')],
	['a page', Buffer.from('<html><svg/></html>')],
	['entities', Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="x">&a;</svg>')],
	['a picture cut short', drawn(100, 30, 'png').subarray(0, 60)],
	['too many bytes', Buffer.alloc(1_000_001, 32)],
	['too many pixels', sized(drawn(10, 10, 'png'), 60_000, 60_000)]
])('%s → refused as a logo', async (_what, bytes) => {
	await expect(redrawnLogo(bytes)).rejects.toMatchObject({ code: 'badLogo' });
});

/** A PNG that claims another size. */
function sized(png: Buffer, width: number, height: number): Buffer {
	const copy = Buffer.from(png);
	copy.writeUInt32BE(width, 16);
	copy.writeUInt32BE(height, 20);
	return copy;
}
