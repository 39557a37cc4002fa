import { readMarkup } from './markup.ts';

/** What stands beside a letter in `<pre>` has no more than this share of its letters: a list's links. */
const BESIDE = 0.25;

/** Fewer lines are an example in a letter, and no letter. */
const LEAST_LINES = 8;

const unread = new Set(['script', 'style', 'title', 'head']);

/**
 * The plain text of a letter that stands in `<pre>` as a whole, as archives of mailing lists show it;
 * with what its head says; null for any other document.
 */
export function preformatted(html: string): { head: string; text: string } | null {
	if (!/<pre[\s>]/i.test(html)) return null;
	const links: { href: string; at: number }[] = [];
	let [inside, beside, depth, hidden] = ['', 0, 0, 0];

	readMarkup(html, {
		open(name, { href = '' }) {
			if (unread.has(name)) hidden++;
			else if (name === 'pre') depth++;
			else if (name === 'a') links.push({ href: href.trim(), at: inside.length });
			else if (name === 'br' && depth) inside += '\n';
		},
		text(words) {
			if (hidden) return;
			if (depth) inside += words;
			else beside += words.replace(/\s+/g, '').length;
		},
		close(name) {
			if (unread.has(name)) hidden--;
			else if (name === 'pre') {
				depth--;
				inside += '\n\n';
			} else if (name === 'a') {
				const { href, at } = links.pop()!;
				// an address in sight leads where it says
				const told = /^\s*(?:https?:\/\/|www\.|\S+@)/i.test(inside.slice(at));
				if (depth && /^https?:/i.test(href) && !told) inside += ` <${href}>`;
			}
		}
	});

	const lines = inside.split('\n').filter((line) => line.trim()).length;
	const letters = inside.replace(/\s+/g, '').length;
	if (lines < LEAST_LINES || beside > letters * BESIDE) return null;
	const end = html.search(/<\/head>/i);
	return { head: end < 0 ? '' : `${html.slice(0, end)}</head>`, text: inside };
}
