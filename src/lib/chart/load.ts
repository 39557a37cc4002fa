import { createContext } from 'svelte';
import type * as Everything from './drawing.ts';

/** What draws charts. */
export type ChartDrawing = typeof Everything;

/** Said by a canvas that is printed before it could be drawn: whoever has its numbers otherwise prints those. */
export const UNDRAWN = 'rubrique:undrawn';

/** Where the server draws the charts of the page around: set by a layout. */
export const [picturesAddress, setPicturesAddress] = createContext<() => string>();

let loaded: ChartDrawing | undefined;

/** What draws charts, fetched once and only where a chart is to be drawn. */
export async function load(): Promise<ChartDrawing> {
	return (loaded ??= await import('./drawing.ts'));
}

/** By what somebody is seen to use a page; that a browser puts it back to where it was is none of it. */
const ACTS = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'keydown'] as const;

/** By what somebody is seen to use a chart. */
const NEAR = ['pointerenter', 'pointerdown', 'focus'] as const;

/** So long after somebody began to use a page, in milliseconds: what they are about to click goes first. */
const AFTER = 1000;

let used: Promise<ChartDrawing> | undefined;

/** What draws charts, loaded soon after somebody begins to use the page. */
function onceUsed(): Promise<ChartDrawing> {
	return (used ??= new Promise((resolve) => {
		const options = { capture: true, passive: true };
		function onAct(event: Event) {
			for (const act of ACTS) removeEventListener(act, onAct, options);
			// what follows may be P
			if (event instanceof KeyboardEvent && (event.ctrlKey || event.metaKey)) resolve(load());
			else setTimeout(() => whenIdle(() => resolve(load())), AFTER);
		}
		for (const act of ACTS) addEventListener(act, onAct, options);
	}));
}

let last = Promise.resolve();

/**
 * Does something when nothing else is to be done, and one thing at a time: what is clicked meanwhile is not
 * kept waiting by all charts.
 */
function whenIdle(act: () => void) {
	last = last.then(
		() =>
			new Promise((done) => {
				const turn = () => {
					// one that cannot be drawn keeps no other from it
					try {
						act();
					} finally {
						done();
					}
				};
				// Safari has none
				if ('requestIdleCallback' in globalThis) requestIdleCallback(turn, { timeout: 500 });
				else setTimeout(turn);
			})
	);
}

/**
 * So long after charts came to a page, in milliseconds, pictures of those further down are asked for: it
 * may be printed.
 */
const REST = 2000;

type Wanted = {
	draw: (drawing: ChartDrawing, onPaper: boolean) => void;
	/** shows a picture of it in its place. @returns whether there was one to be had */
	picture: () => Promise<boolean>;
};

/**
 * Has a chart drawn once it is about to be seen. A page comes without what draws charts: until somebody
 * uses it, a picture that the server drew stands in its place, which answers to nobody.
 *
 * @returns stops waiting
 */
export function whenWanted(canvas: Element, { draw, picture }: Wanted): () => void {
	let waits = true;
	let isPictured = false;
	let pictured: Promise<boolean> | undefined;
	const take = (drawing: ChartDrawing | undefined, onPaper = false) => {
		if (waits && drawing) draw(drawing, onPaper);
	};
	const drawNow = () => void load().then((drawing) => take(drawing));
	const show = async () => (isPictured = await (pictured ??= picture()));
	// a picture does not grow with its place, but on paper, where nothing would be there in time
	let width: number | undefined;
	const size = new ResizeObserver(([place]) => {
		if (matchMedia('print').matches) return;
		if (isPictured && width !== undefined && place!.contentRect.width !== width) drawNow();
		width = place!.contentRect.width;
	});
	const sight = new IntersectionObserver(
		(entries) => {
			if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
			sight.disconnect();
			if (loaded) return take(loaded);
			void onceUsed().then((drawing) => whenIdle(() => take(drawing)));
			void show().then(() => isPictured || !waits || drawNow());
		},
		// a little before it is scrolled to
		{ rootMargin: '300px' }
	);
	// paper has all charts, and a browser waits for none of them
	const onPrint = () => {
		take(loaded, true);
		if (!loaded && !isPictured) canvas.dispatchEvent(new CustomEvent(UNDRAWN, { bubbles: true }));
	};
	for (const act of NEAR) canvas.addEventListener(act, drawNow);
	sight.observe(canvas);
	size.observe(canvas.parentElement ?? canvas);
	addEventListener('beforeprint', onPrint);
	// those of a page are asked for together: their time comes at once
	setTimeout(() => waits && !loaded && show(), REST);

	return () => {
		waits = false;
		for (const act of NEAR) canvas.removeEventListener(act, drawNow);
		sight.disconnect();
		size.disconnect();
		removeEventListener('beforeprint', onPrint);
	};
}

/** Prints the page once its charts can be drawn: a browser prints at once, and would leave them out. */
export async function printWithCharts(): Promise<void> {
	// without them, the tables that stand in for them are printed
	await load().catch(() => undefined);
	print();
}
