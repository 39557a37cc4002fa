import { expect, test } from 'vitest';
import { readPlainTextPart, resolvedBy } from './plain-text-part.ts';

/** Where the links of a page are said to lead; null: as it says itself. */
function targets(links: [href: string, words: string][], text: string) {
	const html = links.map(([href, words]) => `<a href="${href}">${words}</a>`).join('<br>');
	const found: (string | null)[] = [];
	const sink = resolvedBy(
		readPlainTextPart(text, html),
		(address) => address.replace(/[?&]e=\w+$/, ''),
		{
			open: (name, attributes) => name === 'a' && found.push(attributes['data-target'] ?? null),
			text: () => {},
			close: () => {}
		}
	);
	for (const [href, words] of links) {
		sink.open('a', { href });
		sink.text(words);
		sink.close('a');
	}
	return found;
}

const tracked = 'https://click.example.net/c/';

test('a text part with the pages themselves → where the links of a tracker lead', () => {
	expect(
		targets([[`${tracked}1`, 'The port']], 'The port ( https://example.com/port )\nIt opens.')
	).toEqual(['https://example.com/port']);
});

test('a text part with the same links → nothing of them, and no reader in them', () => {
	const links: [string, string][] = [
		[`${tracked}1?u=2`, 'The port'],
		[`${tracked}2?u=2`, 'The quay']
	];
	const text = links.map(([href, words]) => `${words} ( ${href}&e=77 )`).join('\n\n');
	expect(targets(links, text)).toEqual([null, null]);
});

test('words that stand beside another link there → the link that both have is as it is', () => {
	const text =
		'The port\n\nThe port ( https://example.com/quay ) opens.\n\nhttps://example.com/port';
	expect(targets([['https://example.com/port', 'The port']], text)).toEqual([null]);
});

test('a text part with links of another tracker that names the page → the page', () => {
	const text = 'The port ( https://urldefense.com/v3/__https://example.com/port__;!!x$ )';
	expect(targets([[`${tracked}1`, 'The port']], text)).toEqual(['https://example.com/port']);
});
