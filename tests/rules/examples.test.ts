import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importsOf, sourcesOf } from './sources.ts';

// Examples in docstrings are run: each calls what stands there, and gives what it says.

type Example = { file: string; call: string; gives: string | null };

const EXAMPLE = /^[\t ]*(?:\/\*)?\*+ @example (.+?)(?: \/\/ => (.+?))?(?: \*\/)?$/gm;

const examples = sourcesOf('src').flatMap((file): Example[] =>
	[...readFileSync(file, 'utf8').matchAll(EXAMPLE)].map(([, call = '', gives = null]) => ({
		file,
		call,
		gives
	}))
);

type Names = Record<string, unknown>;

const loaded = (file: string): Promise<Names> =>
	import(/* @vite-ignore */ join(import.meta.dirname, '../..', file));

/** What an example may name: what its file exports, and what that imports of ours. */
async function namesFor(file: string): Promise<{ own: Names; all: Names }> {
	const own = await loaded(file);
	const imports = importsOf(file).filter(
		({ to, typesOnly }) => !typesOnly && /^src\/.*\.ts$/.test(to)
	);
	const others = await Promise.all(imports.map(({ to }) => loaded(to)));
	const all = Object.entries(Object.assign({}, ...others, own));
	return { own, all: Object.fromEntries(all.filter(([name]) => /^[A-Za-z_]\w*$/.test(name))) };
}

/** JavaScript of TypeScript as examples are written. */
function withoutTypes(code: string): string {
	return code.replace(/(?<=\w)<\w+>(?=\()/g, '').replace(/(?<=[\])])!(?=[.[])/g, '');
}

function valueOf(code: string, names: Names): unknown {
	const run = new Function(...Object.keys(names), `return (${withoutTypes(code)})`);
	return run(...Object.values(names));
}

/** What is expected, with numbers as exact as they are written. */
function asWritten(value: unknown): unknown {
	if (typeof value === 'number' && !Number.isInteger(value)) {
		const [, decimals = ''] = String(value).split('.');
		return expect.closeTo(value, Math.min(decimals.length, 9));
	}
	if (Array.isArray(value)) return value.map(asWritten);
	if (typeof value !== 'object' || value === null) return value;
	if (Object.getPrototypeOf(value) !== Object.prototype) return value;
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asWritten(one)]));
}

/** Typed arrays are written as lists. */
const plain = (value: unknown) => (value instanceof Float64Array ? [...value] : value);

/** What is wrong with an example; null where it holds, undefined where it names rows, a text or a formatter at hand. */
async function flawOf({ file, call, gives }: Example): Promise<string | null | undefined> {
	const [name = ''] = /^\w+/.exec(call) ?? [];
	const { own, all } = await namesFor(file);
	if (!(name in own)) {
		const isThere = new RegExp(`\\b(?:function|const) ${name}\\b`).test(readFileSync(file, 'utf8'));
		return isThere ? undefined : `nothing there is called ${name}`;
	}
	let given: unknown;
	try {
		given = plain(valueOf(call, all));
	} catch (error) {
		return error instanceof ReferenceError ? undefined : String(error);
	}
	try {
		if (gives !== null) expect(given).toEqual(asWritten(valueOf(gives, all)));
		return null;
	} catch (error) {
		return String(error);
	}
}

test('an example → calls what its file has, and gives what it says', async () => {
	const found = await Promise.all(
		examples.map(async (one) => ({ ...one, flaw: await flawOf(one) }))
	);
	expect(found.filter(({ flaw }) => flaw)).toEqual([]);
	expect(found.filter(({ flaw }) => flaw === null).length).toBeGreaterThan(100);
});
