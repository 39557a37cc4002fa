/** So many texts are remembered with what was found of each. */
const MOST = 4000;

/** The same function of a text, asked once for each of the last texts: every line is asked about by many rules. */
export function remembered<Found>(ask: (text: string) => Found): (text: string) => Found {
	const known = new Map<string, Found>();
	return (text) => {
		if (known.has(text)) return known.get(text)!;
		const answer = ask(text);
		if (known.size >= MOST) known.clear();
		known.set(text, answer);
		return answer;
	};
}
