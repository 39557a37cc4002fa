import { countWords } from './line.ts';
import type { Line } from './line.ts';
import type { Signed } from './signs.ts';

/** Whether a line is a picture, not linked, with a few words: what may be a heading drawn as a picture. */
export function isBanner({ image, links }: Line): boolean {
	if (!image || links.length) return false;
	return (
		countWords(image) <= 6 &&
		/\p{L}{3}/u.test(image) &&
		!/\.\w{3,4}$|^(?:image|photo|logo|icon|img|banner|header|spacer|divider|visuel)\b|\blogo\b/i.test(
			image
		)
	);
}

/** Banners lose their sign where most stand right below a title: they are the pictures of stories. */
export function withoutPictures(signed: readonly Signed[]): Signed[] {
	const banners = signed.flatMap(({ sign }, i) => (sign === 'banner' ? [i] : []));
	const below = banners.filter((i) => signed[i - 1]?.sign === 'heading');
	if (!below.length || below.length < banners.length * 0.5) return [...signed];
	return signed.map((one) => (one.sign === 'banner' ? { ...one, sign: null } : one));
}
