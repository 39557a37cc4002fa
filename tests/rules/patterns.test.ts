import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createContext, Script } from 'node:vm';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { attacksOn } from './attack.ts';
import { sourcesOf } from './sources.ts';

type Pattern = { where: string; pattern: RegExp };

/** Every pattern written in a file. */
function literalsOf(file: string): Pattern[] {
	const text = readFileSync(file, 'utf8');
	const scripts = file.endsWith('.svelte')
		? [...text.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(([, script = '']) => script)
		: [text];
	return scripts.flatMap((script) => {
		const patterns: Pattern[] = [];
		const source = ts.createSourceFile(file, script, ts.ScriptTarget.Latest, true);
		const visit = (node: ts.Node) => {
			if (ts.isRegularExpressionLiteral(node)) {
				const end = node.text.lastIndexOf('/');
				const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
				const pattern = new RegExp(node.text.slice(1, end), node.text.slice(end + 1));
				patterns.push({ where: `${file}:${line} ${node.text}`, pattern });
			}
			ts.forEachChild(node, visit);
		};
		visit(source);
		return patterns;
	});
}

const script = new Script('text.replace(pattern, "")');
const context = createContext({ pattern: /a/, text: '' });

/**
 * Milliseconds of the processor that a pattern takes for a text, as it is used: all matches of a global
 * one, else the first.
 */
function time(pattern: RegExp, text: string): number {
	const start = process.cpuUsage();
	try {
		Object.assign(context, { pattern, text });
		script.runInContext(context, { timeout: longest });
	} catch {
		// stopped: what it took until then
	}
	const { user, system } = process.cpuUsage(start);
	return (user + system) / 1000;
}

/** Characters of a short text, beyond the 2,000 that patterns bound themselves to; a long one has four times as many. */
const short = 2500;

/** Milliseconds of the processor for a long text below which a pattern is quick, whatever its growth. */
const idle = 12;

/** Milliseconds after which a pattern is stopped; whoever had the processor for most of them is slow. */
const longest = 1000;

/** Whether four times the text takes far more than four times the time, each time it is tried. */
function isSlow(pattern: RegExp, attack: (length: number) => string): boolean {
	const long = attack(4 * short);
	const first = time(pattern, long);
	if (first < idle) return false;
	if (first > longest / 2) return true;
	for (let tries = 0; tries < 4; tries++) {
		const one = Math.max(0.3, time(pattern, attack(short)));
		const four = time(pattern, long);
		if (four < idle || four / one < 7) return false;
	}
	return true;
}

/** Files that make patterns as they run, not as they are loaded, and how they are made to. */
const asked: Record<string, (module: Record<string, (...given: never[]) => unknown>) => unknown> = {
	'src/lib/csv/records.ts': ({ recordFeed }) =>
		[';', '|', ', '].map((delimiter) =>
			recordFeed!({ delimiter, newline: '\n', loose: true } as never, 0 as never)
		),
	'src/lib/issue/source/format.ts': ({ formatOf }) =>
		formatOf!('a' as never, 'From: a\nSubject: b\n\nc' as never),
	'src/lib/server/derive/digests.ts': ({ withoutDigests, digestsOf }) =>
		withoutDigests!(
			`https://example.com/?a=${(digestsOf!('a@b.example' as never) as string[])[0]}` as never,
			'a@b.example' as never
		)
};

/** Files whose patterns are digests alone, one after the other, and need a database to be made. */
const digestsAlone = ['src/lib/server/derive/forget-traces.ts'];

/** Files that make patterns of the words of others, which are met where those are loaded. */
const forOthers = ['src/lib/providers/words/languages.ts'];

/** Every pattern that is put together from words while the program runs. */
async function madeOnes(): Promise<Pattern[]> {
	const made: Pattern[] = [];
	const files = ['src/lib', 'src/cli', 'src/routes']
		.flatMap(sourcesOf)
		.filter((file) => readFileSync(file, 'utf8').includes('new RegExp('))
		.filter((file) => !digestsAlone.includes(file));
	const own = globalThis.RegExp;
	let where = '';
	globalThis.RegExp = new Proxy(own, {
		construct(target, given, as) {
			const pattern = Reflect.construct(target, given, as) as RegExp;
			made.push({ where: `${where} made ${pattern.source.slice(0, 80)}`, pattern });
			return pattern;
		}
	});
	try {
		for (const file of files) {
			const before = made.length;
			where = file;
			// a number of its own: loaded anew, whoever loaded it before
			const module = await import(/* @vite-ignore */ `${resolve(file)}?made`);
			asked[file]?.(module);
			if (!forOthers.includes(file)) expect([file, made.length > before]).toEqual([file, true]);
		}
	} finally {
		globalThis.RegExp = own;
	}
	return [...new Map(made.map((one) => [String(one.pattern), one])).values()];
}

function slowOnes(patterns: readonly Pattern[]): string[] {
	return patterns.flatMap(({ where, pattern }) => {
		const attack = attacksOn(pattern).find((one) => isSlow(pattern, one));
		return attack ? [`${where} on ${JSON.stringify(attack(60))}`] : [];
	});
}

test('a hostile text for any pattern in the code → no more time than its length warrants', () => {
	const all = ['src/lib', 'src/cli', 'src/routes'].flatMap(sourcesOf).flatMap(literalsOf);
	expect(all.length).toBeGreaterThan(300);
	expect(slowOnes(all)).toEqual([]);
}, 600_000);

test('a hostile text for a pattern made while the program runs → no more time than its length warrants', async () => {
	const all = await madeOnes();
	expect(all.length).toBeGreaterThan(60);
	expect(slowOnes(all)).toEqual([]);
}, 600_000);

test('a pattern that tries each end from each beginning → found out; one with a bound → not', () => {
	for (const pattern of [/\s+$/, /^\s*(.*?)\s*$/, /<[^>]*>/])
		expect([pattern.source, attacksOn(pattern).some((attack) => isSlow(pattern, attack))]).toEqual([
			pattern.source,
			true
		]);
	expect(attacksOn(/^\s*a{1,40}$/).some((attack) => isSlow(/^\s*a{1,40}$/, attack))).toBe(false);
}, 60_000);
