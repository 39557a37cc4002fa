import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { DAY_BEFORE_MONTH } from '../dates.ts';
import { escapeHtml } from './escape.ts';

type Node = {
	type: string;
	value?: string;
	depth?: number;
	ordered?: boolean | null;
	url?: string;
	alt?: string | null;
	identifier?: string;
	children?: Node[];
};

/** The element that each kind of node becomes. */
const elements: Record<string, string> = {
	paragraph: 'p',
	blockquote: 'blockquote',
	listItem: 'li',
	strong: 'strong',
	emphasis: 'em',
	delete: 'del',
	table: 'table',
	tableRow: 'tr',
	tableCell: 'td'
};

/** Turns Markdown (GitHub's, with the embellishments of site generators left out) into HTML. */
export function markdownHtml(markdown: string): string {
	const root = fromMarkdown(withoutExtensions(markdown), {
		extensions: [gfm()],
		mdastExtensions: [gfmFromMarkdown()]
	}) as Node;

	return write(root, definitions(root));
}

/** Where references lead, wherever it is written: in a list or a footnote as well. */
function definitions(node: Node, urls = new Map<string, string>()): Map<string, string> {
	// of two definitions of one name the first holds
	if (node.type === 'definition' && !urls.has(node.identifier!))
		urls.set(node.identifier!, node.url!);
	for (const child of node.children ?? []) definitions(child, urls);
	return urls;
}

/** `{% include references.md %}`, `{{< subscribe >}}` alone in its line: else what it stands above were one paragraph with it. */
const TEMPLATING = /^\s*(?:\{%[^\n]*%\}|\{\{[<%][^\n]*[>%]\}\})\s*$/;

/**
 * Attribute lists (`{: .class }`), admonitions (`!!! info`) and templating belong to site generators;
 * what an admonition holds is indented, which plain Markdown would take for code.
 */
function withoutExtensions(markdown: string): string {
	let inside = false;

	return markdown
		.split('\n')
		.map((line) => {
			if (/^(?:!!!|\?\?\?\+?|:::)\s*\w*/.test(line)) {
				inside = !line.startsWith(':::');
				return '';
			}
			if (TEMPLATING.test(line)) return '';
			if (inside && line.trim() && !/^(?: {4}|\t)/.test(line)) inside = false;

			// or it would be a list of one
			if (DAY_BEFORE_MONTH.test(line)) return line.replace('.', '\\.');
			return (inside ? line.replace(/^(?: {4}|\t)/, '') : line)
				.replace(/\{:[^{}\n]{0,200}\}|\{\s*[.#][\w-][^{}\n]{0,200}\}/g, '')
				.replace(/:(?:fontawesome|material|octicons|simple)-[\w-]+:/g, '')
				.replace(/^((?:\s*>){20})[\s>]*/, '$1 ');
		})
		.join('\n');
}

function write(node: Node, urls: Map<string, string>): string {
	const inside = () => (node.children ?? []).map((child) => write(child, urls)).join('');

	switch (node.type) {
		case 'root':
			return inside();
		case 'text':
			return escapeHtml(node.value!);
		case 'html':
			return node.value!;
		case 'heading':
			return `<h${node.depth}>${inside()}</h${node.depth}>\n`;
		case 'list':
			return node.ordered ? `<ol>${inside()}</ol>\n` : `<ul>${inside()}</ul>\n`;
		case 'link':
			return `<a href="${escapeHtml(node.url!)}">${inside()}</a>`;
		case 'linkReference':
			return `<a href="${escapeHtml(urls.get(node.identifier!) ?? '')}">${inside()}</a>`;
		case 'image':
		case 'imageReference':
			return `<img alt="${escapeHtml(node.alt ?? '')}">`;
		case 'inlineCode':
			return `<code>${escapeHtml(node.value!)}</code>`;
		case 'code':
			return `<pre>${escapeHtml(node.value!)}</pre>\n`;
		case 'break':
			return '<br>';
		case 'thematicBreak':
			return '<hr>\n';
		case 'footnoteReference':
			return `<sup><a href="#note-${nameOfNote(node)}">[${nameOfNote(node)}]</a></sup>`;
		case 'footnoteDefinition':
			return `<div><a href="#mark-${nameOfNote(node)}">[${nameOfNote(node)}]</a> ${inside()}</div>`;
	}

	const element = elements[node.type];
	return element ? `<${element}>${inside()}</${element}>` : '';
}

function nameOfNote({ identifier }: Node): string {
	return escapeHtml(identifier!);
}
