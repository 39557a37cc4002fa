import { markdownHtml } from '#lib/issue/source/markdown-html.ts';
import { readMarkup } from '#lib/issue/source/markup.ts';
import { openDocument } from '#lib/issue/source/open-document.ts';
import { textHtml } from '#lib/issue/source/text-html.ts';

// The peer that readings are compared with: mining data records in web pages (Liu, Grossman and Zhai,
// KDD 2003). It knows nothing of newsletters: neighbours whose tags are alike are records.

type Node = { tag: string; children: Node[]; text: string; links: { url: string; text: string }[] };
type Record = { title: string; links: { url: string }[] };

/** Neighbours are alike whose tags differ by no more than this share. */
const ALIKE = 0.3;

/** So many neighbours at most make one record. */
const GROUP = 4;

/** More tags of a node than this are not compared. */
const MOST_TAGS = 120;

/** The records of a document, as one section without a title. */
export async function recordsOf(raw: { name: string; bytes: Uint8Array }) {
	const { format, text } = await openDocument(raw);
	const html =
		format === 'html' ? text : format === 'markdown' ? markdownHtml(text) : textHtml(text);
	const items: Record[] = [];
	mine(treeOf(html), items);
	return { sections: [{ title: null, items: items.filter(({ title }) => title) }] };
}

function treeOf(html: string): Node {
	const root: Node = { tag: 'root', children: [], text: '', links: [] };
	const open = [root];
	let link: { url: string; text: string } | null = null;
	readMarkup(html, {
		open(tag, attributes) {
			const node: Node = { tag, children: [], text: '', links: [] };
			open.at(-1)!.children.push(node);
			open.push(node);
			if (tag !== 'a' || !attributes.href) return;
			link = { url: attributes.href, text: '' };
			node.links.push(link);
		},
		text(words) {
			if (open.some(({ tag }) => tag === 'style' || tag === 'script' || tag === 'title')) return;
			open.at(-1)!.text += words;
			if (link) link.text += words;
		},
		close(tag) {
			if (tag === 'a') link = null;
			if (open.length > 1) open.pop();
		}
	});
	return root;
}

/** Finds the region of records among a node's children, and goes on in the children outside of it. */
function mine(node: Node, into: Record[]) {
	const tags = node.children.map(tagsOf);
	let best = { from: 0, size: 0, count: 0 };
	for (let size = 1; size <= GROUP; size++) {
		for (let from = 0; from < node.children.length; from++) {
			let count = 1;
			const group = (n: number) => tags.slice(from + n * size, from + (n + 1) * size).flat();
			while (from + (count + 1) * size <= tags.length && alike(group(count - 1), group(count)))
				count++;
			if (count > 1 && count * size > best.count * best.size) best = { from, size, count };
		}
	}
	const end = best.from + best.size * best.count;
	node.children.forEach((child, i) => {
		if (i < best.from || i >= end) mine(child, into);
	});
	for (let n = 0; n < best.count; n++) {
		const own = node.children.slice(best.from + n * best.size, best.from + (n + 1) * best.size);
		const links = own.flatMap(linksIn);
		if (links.length) into.push({ title: titleOf(own, links), links });
	}
}

function tagsOf(node: Node): string[] {
	const tags = [node.tag];
	for (const child of node.children) {
		if (tags.length >= MOST_TAGS) break;
		tags.push(...tagsOf(child));
	}
	return tags.slice(0, MOST_TAGS);
}

function linksIn(node: Node): { url: string; text: string }[] {
	return [...node.links, ...node.children.flatMap(linksIn)];
}

function titleOf(nodes: readonly Node[], links: readonly { text: string }[]): string {
	const heading = nodes.flatMap((node) => [...headingsIn(node)])[0];
	const words = heading ?? links.find(({ text }) => text.trim())?.text ?? '';
	return words.replace(/\s+/g, ' ').trim();
}

function* headingsIn(node: Node): Generator<string> {
	if (/^h[1-6]$/.test(node.tag)) yield textIn(node);
	for (const child of node.children) yield* headingsIn(child);
}

function textIn(node: Node): string {
	return node.text + node.children.map(textIn).join('');
}

function alike(a: readonly string[], b: readonly string[]): boolean {
	const longer = Math.max(a.length, b.length);
	if (Math.abs(a.length - b.length) > longer * ALIKE) return false;
	let row = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (const [i, one] of a.entries()) {
		const next = [i + 1];
		b.forEach((other, j) =>
			next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (one === other ? 0 : 1)))
		);
		row = next;
	}
	return row.at(-1)! / longer <= ALIKE;
}
