import type { Plugin } from 'vite';
import { messagesAsCompiled } from './messages.config.js';
import { ONLY } from './scripts-by-language.config.ts';
import { locales } from './src/lib/locales.ts';

/** A node of a syntax tree, of which only what is read here is known. */
type Node = { type: string; start: number; end: number; [field: string]: unknown };

/** What is written in place of a part of a module. */
type Edit = { start: number; end: number; text: string };

/**
 * Gives a browser the messages that the code of a page names, not all of them: whatever reads a key off
 * `m` holds that message itself. Of a key that is made while running, how it begins must be written:
 * `role.${role}` holds all messages that follow `role.`, and so does `words(`role.${role}`, …)`.
 */
export function usedMessages(): Plugin {
	let known: ReturnType<typeof messagesAsCompiled> | undefined;

	return {
		name: 'used-messages',
		apply: 'build',
		enforce: 'post',
		applyToEnvironment: ({ config }) => config.consumer === 'client',
		transform: {
			filter: { id: /\.(ts|svelte)$/, code: /messages\.js|words\.ts/ },
			handler(code, id) {
				known ??= messagesAsCompiled();
				const uses = new Uses(this.parse(code) as unknown as Node, [...known.keys()]);
				if (uses.open)
					this.error({ message: 'A browser cannot have all messages', id, pos: uses.open });
				if (!uses.edits.length) return null;
				const messages = [...uses.names].map(([key, name]) => written(name, known!.get(key)!));
				return {
					code: [
						`import { getLocale as $getLocale } from '#lib/messages/compiled/runtime.js';`,
						`import * as registry from '#lib/messages/compiled/registry.js';`,
						`import { wordsIn as $words } from '#lib/messages/words-in.ts';`,
						...messages,
						...uses.families,
						edited(code, uses.edits)
					].join('\n'),
					map: null
				};
			}
		}
	};
}

/** A message as a module of a browser has it: in the only language that the scripts have, or in the one of the page. */
function written(name: string, message: Record<string, string>): string {
	const functions = locales.map((locale) => `const ${name}_${locale} = ${message[locale]};\n`);
	const only = locales.map((locale) => `${ONLY} === "${locale}" ? ${name}_${locale} : `);
	const [first, ...others] = locales;
	const of = others.map((other) => `locale === "${other}" ? ${name}_${other}(inputs) : `);
	return (
		`${functions.join('')}const ${name} = ${only.join('')}(inputs, options) => {\n` +
		'const locale = options?.locale ?? $getLocale();\n' +
		`return ${of.join('')}${name}_${first}(inputs);\n};`
	);
}

/** Where a module reads messages, and what is to be written there. */
class Uses {
	readonly edits: Edit[] = [];
	/** by which name the module has each message */
	readonly names = new Map<string, string>();
	/** messages of which one place may name any */
	readonly families: string[] = [];
	/** where the module asks for messages of which nothing is written */
	open: number | undefined;
	readonly #keys: readonly string[];
	/** `m` and `words`, as the module calls them */
	readonly #m: string | null;
	readonly #words: string | null;

	constructor(tree: Node, keys: readonly string[]) {
		this.#keys = keys;
		this.#m = this.#taken(tree, 'm', /\/compiled\/messages\.js$/);
		this.#words = this.#taken(tree, 'words', /\/words\.ts$/);
		if (this.#m ?? this.#words) this.#walk(tree);
	}

	/** Takes out the import of something that is replaced wherever it is used. @returns how it is called here */
	#taken(tree: Node, name: string, from: RegExp): string | null {
		for (const node of tree.body as Node[]) {
			if (node.type !== 'ImportDeclaration') continue;
			if (!from.test((node.source as { value: string }).value)) continue;
			const [one, ...others] = node.specifiers as Node[];
			if (one && !others.length && nameOf(one.imported) === name) {
				this.edits.push({ ...node, text: '' });
				node.type = 'Taken';
				return nameOf(one.local);
			}
		}
		return null;
	}

	#walk(node: Node): void {
		if (node.type === 'Taken') return;
		const { object, property, callee } = node as Record<string, Node>;
		if (node.type === 'MemberExpression' && node.computed && isNamed(object!, this.#m)) {
			const fitting = this.#fitting(property!, '[^.]+');
			if (fitting?.length === 1) this.edits.push({ ...node, text: this.#name(fitting[0]!) });
			else if (fitting) this.edits.push({ ...object!, text: this.#family(fitting) });
			else this.open = node.start;
			return this.#walk(property!);
		}
		if (node.type === 'CallExpression' && isNamed(callee!, this.#words)) {
			const [key, ...others] = node.arguments as [Node, ...Node[]];
			const fitting = this.#fitting(key, '.+');
			if (fitting) {
				const { start } = callee!;
				this.edits.push({ start, end: key.start, text: `$words(${this.#family(fitting)}, ` });
			} else this.open = node.start;
			return [key, ...others].forEach((each) => this.#walk(each));
		}
		if (isNamed(node, this.#m) || isNamed(node, this.#words)) this.open = node.start;
		// a field of that name is another matter
		const { computed, shorthand } = node;
		for (const [field, value] of Object.entries(node)) {
			if ((field === 'property' || field === 'key') && !computed && !shorthand) continue;
			for (const child of [value].flat()) if (isNode(child)) this.#walk(child);
		}
	}

	/** The keys that an expression may be; null where it may be any. */
	#fitting(key: Node, any: string): string[] | null {
		if (key.type === 'Literal') return this.#keys.filter((one) => one === key.value);
		if (key.type === 'ConditionalExpression') {
			const one = this.#fitting(key.consequent as Node, any);
			const other = this.#fitting(key.alternate as Node, any);
			return one && other && [...one, ...other];
		}
		if (key.type !== 'TemplateLiteral') return null;
		const parts = (key.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
		const pattern = new RegExp(`^${parts.map(escaped).join(any)}$`);
		return parts[0] ? this.#keys.filter((one) => pattern.test(one)) : null;
	}

	#name(key: string): string {
		const name = this.names.get(key) ?? `$m${this.names.size}`;
		this.names.set(key, name);
		return name;
	}

	#family(keys: readonly string[]): string {
		const name = `$all${this.families.length}`;
		const fields = keys.map((key) => `${JSON.stringify(key)}: ${this.#name(key)}`);
		this.families.push(`const ${name} = { ${fields.join(', ')} };`);
		return name;
	}
}

function isNode(value: unknown): value is Node {
	return typeof value === 'object' && value !== null && 'type' in value;
}

function nameOf(node: unknown): string {
	return (node as { name: string }).name;
}

function isNamed(node: Node, name: string | null): boolean {
	return name !== null && node.type === 'Identifier' && node.name === name;
}

function escaped(text: string): string {
	return text.replace(/[^\w]/g, '\\$&');
}

function edited(code: string, edits: readonly Edit[]): string {
	return [...edits]
		.sort((one, other) => other.start - one.start)
		.reduce(
			(text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end),
			code
		);
}
