import { Trouble } from '#lib/trouble.ts';

/** A picture that page, paper and mail can all show; sizes are pixels. */
export type Picture = { png: Buffer; width: number; height: number };

/** What a logo may weigh as it is brought, in bytes. */
export const MOST_LOGO_BYTES = 1_000_000;

/** As large as it is ever shown, twice as fine as a screen; and as many pixels as are decoded at all. */
const WIDTH = 720;
const HEIGHT = 180;
const MOST_PIXELS = 16_000_000;

/**
 * Draws a PNG, JPEG or SVG anew as a PNG of the size that logos are shown in: whatever else the file
 * holds, a script, a place, a link to elsewhere, stays behind.
 *
 * @throws {Trouble} badLogo
 */
export async function redrawnLogo(file: Uint8Array): Promise<Picture> {
	const bytes = Buffer.from(file);
	if (bytes.length === 0 || bytes.length > MOST_LOGO_BYTES) throw new Trouble('badLogo', {});

	const isVector = isSvg(bytes);
	const size = isVector ? null : sizeOf(bytes);
	if (!isVector && (!size || size.width * size.height > MOST_PIXELS))
		throw new Trouble('badLogo', {});

	// a library of 30 MB, which whoever only hands pictures on would load in vain
	const { createCanvas, loadImage } = await import('@napi-rs/canvas');
	try {
		const image = await loadImage(bytes);
		const fit = Math.min(WIDTH / image.width, HEIGHT / image.height);
		// what is made of pixels gains nothing by being enlarged
		const scale = isVector ? fit : Math.min(1, fit);
		const [width, height] = [image.width, image.height].map((side) => Math.round(side * scale));
		if (!width || !height) throw new RangeError('nothing to see');

		const canvas = createCanvas(width, height);
		if (isVector) Object.assign(image, { width, height });
		canvas.getContext('2d').drawImage(image, 0, 0, width, height);
		return { png: canvas.toBuffer('image/png'), width, height };
	} catch {
		throw new Trouble('badLogo', {});
	}
}

/** An SVG by its root; one that declares entities is none of ours: they can grow without end. */
function isSvg(bytes: Buffer): boolean {
	const text = bytes.toString('utf8').replace(/^\ufeff/, '');
	return (
		/^\s*(<\?xml[^>]*>\s*)?(<!--(?:(?!-->)[^])*-->\s*|<!DOCTYPE[^>[]*>\s*)*<svg[\s>]/i.test(text) &&
		!/<!ENTITY/i.test(text)
	);
}

/** What a PNG or JPEG says of its size before it is decoded; null for anything else. */
function sizeOf(bytes: Buffer): { width: number; height: number } | null {
	if (bytes.length > 24 && bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n')
		return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
	if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;

	// segment by segment up to the one that starts a frame
	for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
		const marker = bytes[at + 1]!;
		const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
		if (isFrame) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
		at += 2 + bytes.readUInt16BE(at + 2);
	}
	return null;
}
