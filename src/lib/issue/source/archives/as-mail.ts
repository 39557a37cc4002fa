import type { RawDocument } from '../document.ts';

/** One letter of a file that holds several, before it is a document of its own. */
export type Letter = {
	title: string;
	/** local day of sending, YYYY-MM-DD */
	date: string | null;
	/** what it says, and as what */
	body: { html: string } | { text: string };
};

/**
 * A letter as an e-mail, which says its title and its day where every reader of documents looks for them.
 * The same letter has the same bytes in every export of its archive.
 */
export function asMail({ title, date, body }: Letter): Uint8Array {
	const [kind, text] = 'html' in body ? ['html', body.html] : ['plain', body.text];
	const header = [
		`Subject: =?UTF-8?B?${Buffer.from(title.replace(/\s+/g, ' ').trim()).toString('base64')}?=`,
		...(date ? [`Date: ${new Date(`${date}T00:00:00Z`).toUTCString()}`] : []),
		'MIME-Version: 1.0',
		`Content-Type: text/${kind}; charset=utf-8`,
		'Content-Transfer-Encoding: 8bit'
	];
	return Buffer.from(`${header.join('\n')}\n\n${text}\n`);
}

/** Names letters by their day and title, each by a name of its own; `.eml` tells what they are. */
export function named(
	letters: readonly { title: string; date: string | null; bytes: Uint8Array }[]
): RawDocument[] {
	const taken = new Set<string>();
	const counts = new Map<string, number>();
	return letters.map(({ title, date, bytes }, i) => {
		const words = `${date ?? ''} ${title}`.replace(/[\\/:*?"<>|\p{Cc}\s]+/gu, ' ').trim();
		const base = words.slice(0, 100).trim() || `letter ${i + 1}`;
		const numbered = (n: number) => `${base}${n > 1 ? ` (${n})` : ''}.eml`;
		let n = (counts.get(base) ?? 0) + 1;
		// another may be called so
		while (taken.has(numbered(n))) n++;
		counts.set(base, n);
		taken.add(numbered(n));
		return { name: numbered(n), bytes };
	});
}
