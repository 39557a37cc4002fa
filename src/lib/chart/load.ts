import type * as Everything from './drawing.ts';

/** What draws charts. */
export type Drawing = typeof Everything;

/** Said by a canvas that is printed before it could be drawn: whoever has its numbers otherwise prints those. */
export const UNDRAWN = 'rubrique:undrawn';

let loaded: Drawing | undefined;

async function load(): Promise<Drawing> {
	return (loaded ??= await import('./drawing.ts'));
}

/**
 * Hands over what draws charts once a canvas is about to be seen, or printed: a page comes without it,
 * so that its numbers can be read before they are drawn.
 *
 * @returns stops waiting
 */
export function whenWanted(
	canvas: Element,
	draw: (drawing: Drawing, onPaper: boolean) => void
): () => void {
	let waits = true;
	const take = (drawing: Drawing | undefined, onPaper: boolean) => {
		if (waits && drawing) draw(drawing, onPaper);
	};
	const sight = new IntersectionObserver(
		(entries) => {
			if (entries.some(({ isIntersecting }) => isIntersecting))
				void load().then((drawing) => take(drawing, false));
		},
		// a little before it is scrolled to
		{ rootMargin: '300px' }
	);
	// paper has all charts, and a browser waits for none of them
	const onPrint = () => {
		take(loaded, true);
		if (!loaded) canvas.dispatchEvent(new CustomEvent(UNDRAWN, { bubbles: true }));
	};
	const idle = setTimeout(() => void load(), 2000);
	sight.observe(canvas);
	addEventListener('beforeprint', onPrint);

	return () => {
		waits = false;
		clearTimeout(idle);
		sight.disconnect();
		removeEventListener('beforeprint', onPrint);
	};
}

/** Prints the page once its charts can be drawn: a browser prints at once, and would leave them out. */
export async function printWithCharts(): Promise<void> {
	// without them, the tables that stand in for them are printed
	await load().catch(() => undefined);
	print();
}
