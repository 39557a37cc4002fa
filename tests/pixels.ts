export type Pixels = { data: Uint8ClampedArray; width: number; height: number };

/**
 * How many pixels of a picture have a colour that another of the same size has neither there nor beside
 * there: what is drawn a part of a pixel further has another edge, and nothing else.
 *
 * @param most by how much a colour may differ in any of its four parts, 0..255
 */
export function straysOf(picture: Pixels, other: Pixels, most: number): number {
	const steps = [-1, 0, 1];
	const beside = steps.flatMap((down) => steps.map((right) => 4 * (down * picture.width + right)));
	const isThere = (at: number) =>
		beside.some((step) =>
			[0, 1, 2, 3].every(
				(i) => Math.abs((other.data[at + step + i] ?? 0) - picture.data[at + i]!) <= most
			)
		);
	let count = 0;
	for (let at = 0; at < picture.data.length; at += 4) if (!isThere(at)) count++;
	return count;
}
