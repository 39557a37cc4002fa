import { MOST_ASKED, MOST_CHARTS, type ChartAsked } from './asked.ts';

/** Later, whoever waits is served sooner by drawing it here, in milliseconds. */
const PATIENCE = 3000;

type Waiting = { asked: ChartAsked; take: (svg: string | null) => void };

const waiting = new Map<string, Waiting[]>();

/**
 * Asks the server for a picture of a chart. Those that are asked for at the same moment go together.
 *
 * @returns SVG in the colours of the page, whatever its theme; null where there is none to be had
 */
export function pictureOnServer(address: string, asked: ChartAsked): Promise<string | null> {
	return new Promise((take) => {
		const others = waiting.get(address);
		if (others) others.push({ asked, take });
		else {
			waiting.set(address, [{ asked, take }]);
			setTimeout(() => void askAll(address));
		}
	});
}

async function askAll(address: string) {
	const all = waiting.get(address) ?? [];
	waiting.delete(address);
	const drawn = await drawnBy(
		address,
		all.map(({ asked }) => asked)
	);
	for (const [place, { take }] of all.entries()) take(drawn[place] ?? null);
}

async function drawnBy(address: string, charts: readonly ChartAsked[]): Promise<string[]> {
	const body = JSON.stringify(charts);
	if (charts.length > MOST_CHARTS || body.length > MOST_ASKED) return [];
	const headers = { 'content-type': 'application/json' };
	const signal = AbortSignal.timeout(PATIENCE);
	try {
		const answer = await fetch(address, { method: 'POST', headers, body, signal });
		return answer.ok ? await answer.json() : [];
	} catch {
		return [];
	}
}
