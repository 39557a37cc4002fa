import { encode } from 'uqr';

/** A square code as one path of an SVG: one unit a module, with the quiet zone around it. */
export type Qr = { size: number; path: string };

/** @example qrOf('otpauth://totp/…').size // => 29 */
export function qrOf(text: string): Qr {
	const { data, size } = encode(text, { border: 2 });
	const path = data
		.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
		.join('');
	return { size, path };
}
